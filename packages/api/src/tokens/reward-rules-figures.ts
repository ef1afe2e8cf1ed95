import { isPlatformSlug } from "@neothink/brand/platforms";
import type { SettingsRow, WeightRow } from "@neothink/db/tokens/settings";
import { amount } from "./amount.ts";
import { figuresOf, RewardLimits } from "./figures.ts";
import type { RewardFigures } from "./reward.schema.ts";
import { RuleFigures, SiteRules } from "./reward-rules.schema.ts";

/** The figures that the reward function reads, of those that operators edit. */
export function figuresOfRules(figures: RuleFigures): RewardFigures {
  return {
    baseReward: figures.baseReward,
    collabBonus: figures.collabBonus,
    streakBonus: figures.streakBonus,
    streakCap: figures.streakCap,
    diminishingThreshold: figures.diminishingThreshold,
    tierFactors: figures.tierFactors,
    trialDays: figures.trialDays,
    trialReward: figures.trialReward,
    inactiveAfterDays: figures.inactiveAfterDays,
  };
}

const plain = (text: string): string => amount(text).toFixed();

/**
 * The rules of a platform as operators edit them, from the rows that hold them.
 * @throws ZodError when the rows hold something that no operator could have typed.
 */
export function rulesOf(settings: SettingsRow, weights: readonly WeightRow[]): SiteRules {
  const figures = figuresOf(settings);
  const site = settings.site;
  if (!isPlatformSlug(site)) {
    throw new Error(`There is no platform ${site}.`);
  }
  return SiteRules.parse({
    site,
    figures: RuleFigures.parse({
      ...figures,
      baseReward: plain(figures.baseReward),
      collabBonus: plain(figures.collabBonus),
      streakBonus: plain(figures.streakBonus),
      streakCap: plain(figures.streakCap),
      diminishingThreshold: plain(figures.diminishingThreshold),
      trialReward: plain(figures.trialReward),
      defaultToken: settings.defaultToken,
      limits: RewardLimits.parse(settings.rewardLimits),
      rates: settings.conversionRates,
      weeklyFreezeDays: settings.weeklyFreezeDays,
    }),
    actions: weights.map(({ actionType, label, weight, points, active }) => ({
      type: actionType,
      label,
      weight,
      points,
      active,
    })),
  });
}
