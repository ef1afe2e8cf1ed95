import type { Answers } from "../onboarding.schema.ts";

export type AssessmentKind = "general" | "business_potential" | "thinking_style" | "vitality";

/** One side of a person that an assessment looks at. */
export interface Dimension {
  key: string;
  name: string;
  /** What it means when this side is the strongest. */
  strength: string;
  /** A first step when this side is the weakest. */
  nextStep: string;
}

/** A statement that is more or less true of somebody. */
export interface Question {
  key: string;
  text: string;
  dimension: string;
  /** True when agreeing speaks against the dimension. */
  reversed?: boolean;
}

/** A questionnaire with its scoring. */
export interface Assessment {
  kind: AssessmentKind;
  title: string;
  introduction: string;
  dimensions: readonly Dimension[];
  questions: readonly Question[];
  /** Name of the whole picture by its strongest dimension. */
  portraits: Readonly<Record<string, { name: string; text: string }>>;
  /** The picture when no side stands out. */
  balanced: { name: string; text: string };
}

/** Points of one dimension, 0 (nothing speaks for it) to 100 (everything does). */
export interface DimensionScore {
  key: string;
  name: string;
  score: number;
}

/** What the answers come to. */
export interface AssessmentResult {
  kind: AssessmentKind;
  scores: DimensionScore[];
  /** Mean of the dimensions, 0 to 100. */
  overall: number;
  portrait: { name: string; text: string };
  strongest: string;
  nextStep: string;
}

// Closer together than this, no side of a person stands out: half a step on one question.
const noticeable = 7;

/** Questions that have no answer yet, in their order. */
export function unanswered(assessment: Assessment, answers: Answers): string[] {
  return assessment.questions.map(({ key }) => key).filter((key) => answers[key] === undefined);
}

/** Only the answers to questions of this assessment. */
export function knownAnswers(assessment: Assessment, answers: Answers): Answers {
  const keys = new Set(assessment.questions.map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
}

/**
 * Scores complete answers: each answer counts 0 to 4 (turned round where agreeing speaks against),
 * a dimension is the share of its points that was reached.
 * @throws Error when a question has no answer.
 */
export function scoreAssessment(assessment: Assessment, answers: Answers): AssessmentResult {
  const scores = assessment.dimensions.map(({ key, name }) => {
    const own = assessment.questions.filter(({ dimension }) => dimension === key);
    const points = own.reduce((sum, question) => sum + pointsOf(question, answers), 0);
    return { key, name, score: Math.round((points / (own.length * 4)) * 100) };
  });
  const overall = Math.round(scores.reduce((sum, { score }) => sum + score, 0) / scores.length);
  const ranked = scores.toSorted((a, b) => b.score - a.score);
  const [first] = ranked;
  const last = ranked.at(-1);
  const strongest = assessment.dimensions.find(({ key }) => key === first?.key);
  const weakest = assessment.dimensions.find(({ key }) => key === last?.key);
  if (!first || !last || !strongest || !weakest) {
    throw new Error(`The assessment ${assessment.kind} has no dimensions.`);
  }
  const flat = first.score - last.score < noticeable;
  return {
    kind: assessment.kind,
    scores,
    overall,
    portrait: flat ? assessment.balanced : (assessment.portraits[first.key] ?? assessment.balanced),
    strongest: strongest.strength,
    nextStep: weakest.nextStep,
  };
}

function pointsOf(question: Question, answers: Answers): number {
  const answer = answers[question.key];
  if (answer === undefined) {
    throw new Error(`The question ${question.key} has no answer.`);
  }
  return question.reversed === true ? 5 - answer : answer - 1;
}
