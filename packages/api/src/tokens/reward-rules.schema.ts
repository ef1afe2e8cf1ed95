import { platformSlugs } from "@neothink/brand/platforms";
import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";

/** A figure that operators type: not negative, six decimals at most. */
const figure = z
  .string()
  .trim()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, "Use a number such as 100 or 0.25, not negative.");

const whole = (most: number) =>
  z.int("Use a whole number.").min(0, "Use 0 or more.").max(most, `Use ${most} or less.`);

/** Paid actions a day: a default, and exceptions by `TOKEN:action`. */
export const RuleLimits = z.object({
  default: whole(1000),
  pairs: z
    .record(z.string().regex(/^(LUCK|LIVE|LOVE|LIFE):[a-z][a-z_]{0,59}$/), whole(1000))
    .refine((pairs) => Object.keys(pairs).length <= 100, "At most 100 exceptions."),
});

/** The figures of one platform that operators edit. */
export const RuleFigures = z.object({
  defaultToken: z.enum(tokenTypes),
  baseReward: figure,
  collabBonus: figure,
  streakBonus: figure,
  streakCap: figure,
  diminishingThreshold: figure,
  tierFactors: z.object({ free: figure, premium: figure, superachiever: figure }),
  limits: RuleLimits,
  rates: z
    .record(
      z.string().regex(/^(LUCK|LIVE|LOVE|LIFE)_(LUCK|LIVE|LOVE|LIFE)$/),
      z.union([figure, z.number().nonnegative().transform(String)]),
    )
    .default({}),
  trialDays: whole(3650),
  trialReward: figure,
  inactiveAfterDays: whole(3650).min(1, "Use 1 or more."),
  weeklyFreezeDays: whole(7),
});
export type RuleFigures = z.infer<typeof RuleFigures>;

/** The weight of one rewarded action. */
export const RuleAction = z.object({
  type: z.string().regex(/^[a-z][a-z_]{0,59}$/),
  label: z.string().trim().min(1, "Give it a name.").max(80, "At most 80 letters."),
  weight: z
    .string()
    .trim()
    .regex(/^\d{1,6}(\.\d{1,6})?$/, "Use a number such as 1 or 0.2, not negative."),
  points: whole(100_000),
  active: z.boolean(),
});
export type RuleAction = z.infer<typeof RuleAction>;

/** The rules of one platform: its figures and the weights of its actions. */
export const SiteRules = z.object({
  site: z.enum(platformSlugs),
  figures: RuleFigures,
  actions: z.array(RuleAction).max(60),
});
export type SiteRules = z.infer<typeof SiteRules>;

/** Days of the past that a preview looks at. */
export const previewSpans = [7, 30, 90, 365] as const;

export const PreviewRules = SiteRules.extend({ days: z.literal(previewSpans).default(90) });
export type PreviewRules = z.infer<typeof PreviewRules>;

/** New rules, and the version that they were made from. */
export const SaveRules = SiteRules.extend({ version: z.string().max(64) });
export type SaveRules = z.infer<typeof SaveRules>;
