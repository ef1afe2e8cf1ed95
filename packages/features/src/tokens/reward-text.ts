import type { Award } from "@neothink/api/tokens/award";
import { formatAmount, formatSignedAmount } from "@neothink/ui/format-number";

/** What a toast needs to know of an award. */
export type ShownAward = Pick<
  Award,
  "token" | "total" | "parts" | "steps" | "label" | "streakDays" | "entryId"
>;

/** The two lines that tell a member of an award. */
export interface RewardText {
  readonly message: string;
  readonly detail: string;
}

/** Says what was paid and, in a few words, why; or why nothing was. */
export function rewardText(award: ShownAward): RewardText {
  if (award.entryId === null) {
    const reason = award.steps.findLast((step) => step.applied)?.sentence;
    return { message: "No tokens this time", detail: reason ?? "Nothing was due." };
  }
  const { base, collaboration, streak } = award.parts;
  const reasons = [`${award.label} ${formatAmount(base)}`];
  if (collaboration !== "0") {
    reasons.push(`together ${formatAmount(collaboration)}`);
  }
  if (streak !== "0") {
    const days = award.streakDays;
    reasons.push(`${days === 1 ? "first day" : `${days} days in a row`} ${formatAmount(streak)}`);
  }
  return {
    message: `${formatSignedAmount(award.total)} ${award.token}`,
    detail: reasons.join(" + "),
  };
}
