import { isPlatformSlug, type PlatformSlug } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import { type Award, awardAction } from "../tokens/award.ts";
import { restoreAward, reverseAward } from "../tokens/reversal.ts";

/** Standing by votes at which an answer is rewarded, each once; our figures. */
export const rewardedScores = [5, 25, 100] as const;

/** What a reward needs to know of an answer. */
export interface RewardedAnswer {
  readonly id: string;
  readonly authorId: string | null;
  readonly platform: string;
}

function platformOf({ platform }: RewardedAnswer): PlatformSlug {
  return isPlatformSlug(platform) ? platform : "hub";
}

function acceptedKey(id: string): string {
  return `answer_accepted:${id}`;
}

function scoreKey(id: string, score: number): string {
  return `answer_votes:${id}:${score}`;
}

/** The steps that a vote passed on its way up. */
export function passedScores(before: number, after: number): number[] {
  return rewardedScores.filter((score) => before < score && score <= after);
}

/**
 * Pays the author of an accepted answer, once for each answer; gives back what an earlier withdrawal
 * took. Who accepts an answer of their own to their own question is not paid.
 */
export async function rewardAcceptance(
  db: Db,
  answer: RewardedAnswer,
  askerId: string | null,
): Promise<Award | null> {
  if (answer.authorId === null || answer.authorId === askerId) {
    return null;
  }
  await restoreAward(db, acceptedKey(answer.id));
  return awardAction(db, {
    memberId: answer.authorId,
    platform: platformOf(answer),
    action: "answer_accepted",
    key: acceptedKey(answer.id),
    entity: { type: "discussion_post", id: answer.id },
  });
}

/** Takes back what an acceptance paid. */
export async function unrewardAcceptance(db: Db, answerId: string): Promise<void> {
  await reverseAward(db, acceptedKey(answerId));
}

/** Pays for the steps that an answer's standing passed, each once however often it passes them. */
export async function rewardScore(
  db: Db,
  answer: RewardedAnswer,
  { before, after }: { readonly before: number; readonly after: number },
): Promise<void> {
  if (answer.authorId === null) {
    return;
  }
  for (const score of passedScores(before, after)) {
    await awardAction(db, {
      memberId: answer.authorId,
      platform: platformOf(answer),
      action: "answer_votes",
      key: scoreKey(answer.id, score),
      entity: { type: "discussion_post", id: answer.id },
    });
  }
}

/** Takes back everything that an answer earned: it is gone. */
export async function unrewardAnswer(db: Db, answerId: string): Promise<void> {
  await unrewardAcceptance(db, answerId);
  for (const score of rewardedScores) {
    await reverseAward(db, scoreKey(answerId, score));
  }
}

/** Gives back what votes earned, when an answer comes back; acceptance is the asker's to give anew. */
export async function rerewardAnswer(db: Db, answerId: string): Promise<void> {
  for (const score of rewardedScores) {
    await restoreAward(db, scoreKey(answerId, score));
  }
}
