/** What a title is made of. */
export interface TitleFacts {
  readonly eventType: string;
  readonly actionLabel: string | null;
  readonly change: string;
}

const plain: Readonly<Record<string, string>> = {
  streak_bonus: "Streak bonus",
  collaboration: "Collaboration bonus",
  referral: "Invited member became active",
  spend: "Spent",
  convert: "Conversion",
  stake: "Stake",
  unstake: "Stake returned",
  slash: "Stake lost",
  refund: "Refund",
  grant: "Grant",
  prize: "Prize",
  contribution: "Contribution",
  discovery_reward: "Discovery",
  onboarding_reward: "Onboarding",
  progression_reward: "Progress",
  mastery_reward: "Mastery",
  reward: "Reward",
};

const twoWay: Readonly<Record<string, readonly [received: string, given: string]>> = {
  transfer: ["Received", "Sent"],
  tip: ["Tip received", "Tip given"],
};

/** The name of a movement for its account holder, such as "Post" or "Tip given". */
export function entryTitle({ eventType, actionLabel, change }: TitleFacts): string {
  const sides = twoWay[eventType];
  if (sides) {
    return change.startsWith("-") ? sides[1] : sides[0];
  }
  if (eventType === "reversal" || eventType === "restoration") {
    const word = eventType === "reversal" ? "Taken back" : "Given back";
    return actionLabel ? `${word}: ${actionLabel}` : word;
  }
  if (eventType === "streak_bonus" || eventType === "collaboration") {
    return plain[eventType] ?? eventType;
  }
  return actionLabel ?? plain[eventType] ?? eventType;
}
