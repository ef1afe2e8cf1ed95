import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "../onboarding.schema.ts";
import type { Assessment } from "./assessment.ts";
import { knownAnswers, scoreAssessment, unanswered } from "./assessment.ts";
import { assessments } from "./catalog.ts";

const all = Object.values(assessments);

function fill(
  assessment: Assessment,
  choose: (dimension: string, reversed: boolean) => number,
): Answers {
  return Object.fromEntries(
    assessment.questions.map(({ key, dimension, reversed }) => [
      key,
      choose(dimension, reversed === true),
    ]),
  );
}

describe.each(all)("the assessment $kind", (assessment) => {
  it("has 8 to 12 questions, each of a known dimension, and no key twice", () => {
    const keys = assessment.questions.map(({ key }) => key);
    expect(keys.length).toBeGreaterThanOrEqual(8);
    expect(keys.length).toBeLessThanOrEqual(12);
    expect(new Set(keys).size).toBe(keys.length);
    const dimensions = assessment.dimensions.map(({ key }) => key);
    for (const dimension of dimensions) {
      expect(
        assessment.questions.filter((question) => question.dimension === dimension),
      ).toHaveLength(2);
      expect(assessment.portraits).toHaveProperty(dimension);
    }
    expect(assessment.questions.every(({ dimension }) => dimensions.includes(dimension))).toBe(
      true,
    );
  });

  it("gives 100 everywhere when everything speaks for it, and 0 when nothing does", () => {
    const best = scoreAssessment(
      assessment,
      fill(assessment, (_, reversed) => (reversed ? 1 : 5)),
    );
    const worst = scoreAssessment(
      assessment,
      fill(assessment, (_, reversed) => (reversed ? 5 : 1)),
    );
    expect(best.scores.every(({ score }) => score === 100)).toBe(true);
    expect(best.overall).toBe(100);
    expect(worst.scores.every(({ score }) => score === 0)).toBe(true);
  });

  it("calls equal sides balanced, and names the portrait after the side that stands out", () => {
    const even = scoreAssessment(
      assessment,
      fill(assessment, () => 3),
    );
    expect(even.portrait).toBe(assessment.balanced);
    expect(even.overall).toBe(50);
    for (const { key, strength } of assessment.dimensions) {
      const answers = fill(assessment, (dimension, reversed) => {
        const high = dimension === key ? 5 : 2;
        return reversed ? 6 - high : high;
      });
      const result = scoreAssessment(assessment, answers);
      expect(result.portrait).toBe(assessment.portraits[key]);
      expect(result.strongest).toBe(strength);
    }
  });

  it("stays between 0 and 100, and never falls when an answer gets better", () => {
    const anyAnswers = fc.record(
      Object.fromEntries(
        assessment.questions.map(({ key }) => [key, fc.integer({ min: 1, max: 5 })]),
      ),
    );
    fc.assert(
      fc.property(anyAnswers, fc.nat(assessment.questions.length - 1), (answers, index) => {
        const before = scoreAssessment(assessment, answers);
        expect(before.scores.every(({ score }) => score >= 0 && score <= 100)).toBe(true);
        const question = assessment.questions[index];
        if (!question) {
          return;
        }
        const better = { ...answers, [question.key]: question.reversed === true ? 1 : 5 };
        const of = (result: typeof before) =>
          result.scores.find(({ key }) => key === question.dimension)?.score ?? -1;
        expect(of(scoreAssessment(assessment, better))).toBeGreaterThanOrEqual(of(before));
      }),
    );
  });

  it("names what is missing and refuses to score it", () => {
    const [first, ...rest] = assessment.questions;
    const answers = Object.fromEntries(rest.map(({ key }) => [key, 3]));
    expect(unanswered(assessment, answers)).toEqual([first?.key]);
    expect(() => scoreAssessment(assessment, answers)).toThrow("no answer");
  });
});

it("drops answers to questions of another assessment", () => {
  expect(knownAnswers(assessments.vitality, { v1: 2, b1: 5 })).toEqual({ v1: 2 });
});
