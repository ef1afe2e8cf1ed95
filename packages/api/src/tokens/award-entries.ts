import type { PlatformSlug } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { insertEntries, type NewEntry } from "@neothink/db/tokens/entries";
import { insertCollaborationBonus, insertStreakReward } from "@neothink/db/tokens/reasons";
import { amount } from "./amount.ts";
import type { Reward } from "./reward.schema.ts";

/** A reward that is to be entered into the ledger, part by part. */
export interface PaidReward {
  readonly memberId: string;
  readonly persona: string;
  readonly platform: PlatformSlug;
  /** Key of the action; each part is entered under a name made from it. */
  readonly key: string;
  /** Event type of the base part. */
  readonly eventType: string;
  readonly actionId: string;
  readonly reward: Reward;
  readonly streakDays: number;
  /** Set when it was done with others. */
  readonly together: { readonly groupActionId?: string | undefined } | undefined;
  /** When it happened; now unless said. */
  readonly at: Date | undefined;
}

/** Enters each part of a reward with its reason; gives the number of the first entry. For the service. */
export async function enterParts(db: Db, paid: PaidReward): Promise<string | null> {
  const { reward, key, actionId, memberId } = paid;
  const kinds = [
    { part: "base", eventType: paid.eventType, key },
    { part: "collaboration", eventType: "collaboration", key: `${key}:collaboration` },
    { part: "streak", eventType: "streak_bonus", key: `${key}:streak` },
  ] as const;
  const due = kinds.filter(({ part }) => amount(reward.parts[part]).greaterThan(0));
  const ids = await insertEntries(
    db,
    due.map(
      (kind): NewEntry => ({
        userId: memberId,
        persona: paid.persona,
        site: paid.platform,
        tokenType: reward.token,
        debitAccount: systemAccount.issuance,
        creditAccount: memberId,
        actionId,
        createdAt: paid.at,
        eventType: kind.eventType,
        amount: reward.parts[kind.part],
        idempotencyKey: kind.key,
        metadata: { part: kind.part },
      }),
    ),
  );
  for (const [index, { part }] of due.entries()) {
    const entryId = ids[index];
    if (entryId === undefined) {
      continue;
    }
    const reason = { userId: memberId, actionId, entryId, amount: reward.parts[part] };
    if (part === "streak") {
      const together = paid.together !== undefined;
      await insertStreakReward(db, { ...reason, streak: paid.streakDays, together });
    }
    if (part === "collaboration") {
      const { groupActionId } = paid.together ?? {};
      await insertCollaborationBonus(db, { ...reason, groupActionId });
    }
  }
  return ids[0] ?? null;
}
