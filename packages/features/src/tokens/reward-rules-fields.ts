import type { SiteRules } from "@neothink/api/tokens/reward-rules.schema";

type Figures = SiteRules["figures"];

/** Figures that are typed as decimals. */
export type DecimalName =
  | "baseReward"
  | "collabBonus"
  | "streakBonus"
  | "streakCap"
  | "diminishingThreshold"
  | "trialReward";

/** Figures that are whole numbers. */
export type WholeName = "trialDays" | "inactiveAfterDays" | "weeklyFreezeDays";

export const decimalFields: readonly { name: DecimalName; label: string; hint: string }[] = [
  { name: "baseReward", label: "Base reward", hint: "Tokens for an action of weight 1." },
  { name: "collabBonus", label: "Collaboration bonus", hint: "Added when done with others." },
  { name: "streakBonus", label: "Streak bonus", hint: "Most tokens that a streak adds on a day." },
  {
    name: "streakCap",
    label: "Streak cap",
    hint: "Highest Fibonacci number that a streak reaches.",
  },
  {
    name: "diminishingThreshold",
    label: "Diminishing threshold",
    hint: "Balance above which the base is halved.",
  },
  { name: "trialReward", label: "Trial reward", hint: "What an action pays during the trial." },
];

export const wholeFields: readonly { name: WholeName; label: string; hint: string }[] = [
  { name: "trialDays", label: "Trial days", hint: "0 switches the trial off." },
  {
    name: "inactiveAfterDays",
    label: "Inactive after days",
    hint: "Days away after which the next action pays no bonus.",
  },
  {
    name: "weeklyFreezeDays",
    label: "Freeze days a week",
    hint: "Missed days that end no streak.",
  },
];

export const tierFields: readonly { name: keyof Figures["tierFactors"]; label: string }[] = [
  { name: "free", label: "Free" },
  { name: "premium", label: "Premium" },
  { name: "superachiever", label: "Superachiever" },
];

/** A whole number as typed; what is none stays recognisable for the check on the server. */
export function typedWhole(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** Messages of a refused call for one field. */
export function fieldError(
  fields: Readonly<Record<string, readonly string[]>>,
  path: string,
): string | undefined {
  return fields[path]?.[0];
}
