import { z } from "zod";

/** A decimal in plain notation, as the database and the reward function exchange it. */
export const Amount = z.string().regex(/^-?\d{1,20}(\.\d{1,12})?$/);

const count = z.number().int().nonnegative();

export const tiers = ["free", "premium", "superachiever"] as const;
/** What a member has subscribed to, as far as rewards care. */
export const Tier = z.enum(tiers);
export type Tier = z.infer<typeof Tier>;

/** Figures of one platform that operators edit (`site_settings`). */
export const RewardFigures = z.object({
  baseReward: Amount,
  collabBonus: Amount,
  /** Most tokens that the streak may add on one day. */
  streakBonus: Amount,
  /** Highest Fibonacci number that a streak reaches: F(13) = 233. */
  streakCap: Amount,
  diminishingThreshold: Amount,
  tierFactors: z.record(Tier, Amount),
  /** Days after sign-up on which an action pays `trialReward` and nothing else; 0 switches it off. */
  trialDays: count,
  trialReward: Amount,
  /** Days without any action after which the next one pays neither bonus nor factor. */
  inactiveAfterDays: count,
});
export type RewardFigures = z.infer<typeof RewardFigures>;

/** Everything that a reward depends on. The same input always gives the same reward. */
export const RewardInput = z.object({
  token: z.enum(["LUCK", "LIVE", "LOVE", "LIFE"]),
  action: z.object({ type: z.string(), label: z.string(), weight: Amount }),
  figures: RewardFigures,
  /** The member's balance of this token before the award. */
  balance: Amount,
  tier: Tier,
  /** Whole days since the account was made. */
  accountDays: count,
  /** Whole days since the last action; null before the first. */
  idleDays: count.nullable(),
  /** Done together with others. */
  collaborative: z.boolean(),
  /** Active days in a row, this one included. */
  streakDays: count,
  /** The bonus of a day is paid with its first action. */
  streakBonusDue: z.boolean(),
  /** Paid actions of this kind and token today, before this one. */
  paidToday: count,
  dailyLimit: count,
});
export type RewardInput = z.infer<typeof RewardInput>;

/** The three sources of an award; each part is one ledger entry. */
export const RewardParts = z.object({ base: Amount, collaboration: Amount, streak: Amount });
export type RewardParts = z.infer<typeof RewardParts>;

export const rewardStepNames = [
  "base",
  "diminishing",
  "collaboration",
  "streak",
  "standing",
  "tier",
  "limit",
] as const;

/** One step of the formula: what it read, what it did, and what the award was after it. */
export const RewardStep = z.object({
  name: z.enum(rewardStepNames),
  title: z.string(),
  inputs: z.array(z.object({ label: z.string(), value: z.string() })),
  /** The arithmetic with its figures, such as `100 × 0.2 = 20`. */
  formula: z.string(),
  /** Why, in one sentence for the member. */
  sentence: z.string(),
  parts: RewardParts,
  total: Amount,
  /** False when the rule did not apply. */
  applied: z.boolean(),
});
export type RewardStep = z.infer<typeof RewardStep>;

/** A computed reward. The parts add up to the total exactly. */
export const Reward = z.object({
  token: RewardInput.shape.token,
  total: Amount,
  parts: RewardParts,
  steps: z.array(RewardStep),
});
export type Reward = z.infer<typeof Reward>;

/** What `user_actions.formula` keeps: enough to compute the award again and compare. */
export const Formula = z.object({ input: RewardInput, steps: z.array(RewardStep), points: count });
export type Formula = z.infer<typeof Formula>;
