import { isPlatformSlug, type PlatformSlug } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import {
  type EarnableRow,
  type EarningFactsRow,
  findEarningFacts,
  insertUserAchievement,
  insertUserBadge,
  listUnearned,
} from "@neothink/db/tokens/earning";
import { notify } from "../messaging/notify.ts";
import { EarningRule, earningProgress } from "./earning-rules.ts";

/** Why members are looked at: an action of theirs, or all that they did before. */
export interface Occasion {
  readonly memberId: string;
  /** Where it happened; whose words and preferences the news follow. */
  readonly platform: PlatformSlug;
  /** The action that was just done; null to look at every rule. */
  readonly actionType: string | null;
}

/**
 * Gives a member every badge and achievement whose rule is fulfilled and that was never given before
 * (what was withdrawn does not come back). Gives their titles. Needs the service's rights.
 */
export async function grantEarned(
  db: Db,
  { memberId, platform, actionType }: Occasion,
): Promise<string[]> {
  const open = await listUnearned(db, memberId, actionType);
  if (open.length === 0) {
    return [];
  }
  const facts = await findEarningFacts(db, memberId);
  const given: string[] = [];
  for (const each of open) {
    if (facts && isEarned(each, facts) && (await give(db, memberId, each, platform))) {
      given.push(each.title);
    }
  }
  return given;
}

function isEarned(each: EarnableRow, facts: EarningFactsRow): boolean {
  const rule = EarningRule.safeParse(each.rule);
  return rule.success && earningProgress(rule.data, facts, each).earned;
}

async function give(
  db: Db,
  memberId: string,
  { kind, id, title, description, platform }: EarnableRow,
  seenOn: PlatformSlug,
): Promise<boolean> {
  const recordId =
    kind === "badge" ? await insertUserBadge(db, memberId, id, "The rule was fulfilled.") : null;
  const fresh =
    kind === "badge"
      ? recordId !== null
      : await insertUserAchievement(db, memberId, { id, platform: platform ?? seenOn });
  if (fresh) {
    await notify(db, {
      recipients: [memberId],
      kind: "badge",
      platform: isPlatformSlug(platform) ? platform : seenOn,
      words: { title, description: description ?? "" },
      href: "/achievements",
      idempotencyKey: `${kind}:${id}`,
    });
  }
  return fresh;
}
