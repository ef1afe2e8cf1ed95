import type { Decimal } from "decimal.js";
import { amount, sum, toUnits } from "./amount.ts";
import { streakFibonacci } from "./fibonacci.ts";
import type { Reward, RewardInput, RewardParts, RewardStep } from "./reward.schema.ts";

const nothing: RewardParts = { base: "0", collaboration: "0", streak: "0" };

type Telling = Pick<RewardStep, "name" | "title" | "inputs" | "formula" | "sentence" | "applied">;

function step(telling: Telling, parts: RewardParts): RewardStep {
  return { ...telling, parts, total: sum([parts.base, parts.collaboration, parts.streak]) };
}

function smaller(left: Decimal, right: Decimal): Decimal {
  return left.lessThan(right) ? left : right;
}

/** What the platform pays for one action: base reward × weight of the action. */
export function baseStep(input: RewardInput): RewardStep {
  const { baseReward } = input.figures;
  const { label, weight } = input.action;
  const base = toUnits(amount(baseReward).times(weight));
  return step(
    {
      name: "base",
      title: "Base",
      inputs: [
        { label: "Base reward", value: baseReward },
        { label: `Weight of “${label}”`, value: weight },
      ],
      formula: `${baseReward} × ${weight} = ${base}`,
      sentence: `“${label}” has the weight ${weight} of a base reward of ${baseReward}.`,
      applied: true,
    },
    { ...nothing, base },
  );
}

/** Above the threshold the base part is halved, so that the first tokens count most. */
export function diminishingStep(input: RewardInput, before: RewardParts): RewardStep {
  const { balance, token } = input;
  const { diminishingThreshold } = input.figures;
  const applied = amount(balance).greaterThan(diminishingThreshold);
  const base = applied ? toUnits(amount(before.base).dividedBy(2)) : before.base;
  return step(
    {
      name: "diminishing",
      title: "Diminishing return",
      inputs: [
        { label: `${token} balance before`, value: balance },
        { label: "Threshold", value: diminishingThreshold },
      ],
      formula: applied ? `${before.base} ÷ 2 = ${base}` : base,
      sentence: applied
        ? `The balance is above ${diminishingThreshold} ${token}, so the base is halved.`
        : `The balance is not above ${diminishingThreshold} ${token}, so the base stays whole.`,
      applied,
    },
    { ...before, base },
  );
}

/** Acting together adds the platform's bonus. */
export function collaborationStep(input: RewardInput, before: RewardParts): RewardStep {
  const { collabBonus } = input.figures;
  const applied = input.collaborative;
  const collaboration = applied ? toUnits(amount(collabBonus)) : "0";
  return step(
    {
      name: "collaboration",
      title: "Collaboration",
      inputs: [{ label: "Collaboration bonus", value: collabBonus }],
      formula: applied ? `+ ${collaboration}` : "+ 0",
      sentence: applied
        ? `Done together with others, which adds ${collaboration}.`
        : `Done alone; together with others it would add ${collabBonus}.`,
      applied,
    },
    { ...before, collaboration },
  );
}

/** The first action of a day adds the Fibonacci number of the streak, up to both caps. */
export function streakStep(input: RewardInput, before: RewardParts): RewardStep {
  const { streakBonus, streakCap } = input.figures;
  const days = input.streakDays;
  const fibonacci = streakFibonacci(days, streakCap);
  const applied = input.streakBonusDue && days > 0;
  const streak = applied ? toUnits(smaller(amount(fibonacci), amount(streakBonus))) : "0";
  return step(
    {
      name: "streak",
      title: "Streak",
      inputs: [
        { label: "Days in a row", value: String(days) },
        { label: `Fibonacci number, at most ${streakCap}`, value: fibonacci },
        { label: "Most a day", value: streakBonus },
      ],
      formula: applied ? `+ min(F(${days}) = ${fibonacci}, ${streakBonus}) = + ${streak}` : "+ 0",
      sentence: applied
        ? `Day ${days} in a row adds ${streak} to the first action of the day.`
        : "The streak was already paid with the first action of the day.",
      applied,
    },
    { ...before, streak },
  );
}

/** How a member stands: on trial, back after a long time away, or simply active. */
export function standingOf(input: RewardInput): "trial" | "inactive" | "active" {
  if (input.accountDays < input.figures.trialDays) {
    return "trial";
  }
  const idle = input.idleDays ?? 0;
  return idle > input.figures.inactiveAfterDays ? "inactive" : "active";
}

/** On trial an action pays a fixed sum; after a long absence it pays no bonus. */
export function standingStep(input: RewardInput, before: RewardParts): RewardStep {
  const { trialDays, trialReward, inactiveAfterDays } = input.figures;
  const standing = standingOf(input);
  const inputs = [
    { label: "Days since joining", value: String(input.accountDays) },
    {
      label: "Days since the last action",
      value: input.idleDays === null ? "first action" : String(input.idleDays),
    },
  ];
  const telling = { name: "standing", title: "Standing", inputs } as const;
  switch (standing) {
    case "trial": {
      const base = toUnits(amount(trialReward));
      return step(
        {
          ...telling,
          formula: `= ${base}`,
          sentence: `In the first ${trialDays} days each action pays exactly ${base}.`,
          applied: true,
        },
        { ...nothing, base },
      );
    }
    case "inactive":
      return step(
        {
          ...telling,
          formula: `= ${before.base}`,
          sentence: `After more than ${inactiveAfterDays} days away the first action pays no bonus.`,
          applied: true,
        },
        { ...nothing, base: before.base },
      );
    case "active":
      return step(
        {
          ...telling,
          formula: "unchanged",
          sentence: "An active member: bonuses and tier count in full.",
          applied: false,
        },
        before,
      );
  }
}

/** The subscription multiplies the whole sum, unless the member is on trial or was long away. */
export function tierStep(input: RewardInput, before: RewardParts): RewardStep {
  const factor = standingOf(input) === "active" ? input.figures.tierFactors[input.tier] : "1";
  const parts = {
    base: toUnits(amount(before.base).times(factor)),
    collaboration: toUnits(amount(before.collaboration).times(factor)),
    streak: toUnits(amount(before.streak).times(factor)),
  };
  const from = sum([before.base, before.collaboration, before.streak]);
  const to = sum([parts.base, parts.collaboration, parts.streak]);
  const applied = !amount(factor).equals(1);
  return step(
    {
      name: "tier",
      title: "Tier",
      inputs: [
        { label: "Tier", value: input.tier },
        { label: "Factor", value: factor },
      ],
      formula: `${from} × ${factor} = ${to}`,
      sentence: applied
        ? `The tier ${input.tier} multiplies the sum by ${factor}.`
        : "The factor is 1, so the sum stays.",
      applied,
    },
    parts,
  );
}

/** When as many actions of this kind were paid today as the limit allows, this one pays nothing. */
export function limitStep(input: RewardInput, before: RewardParts): RewardStep {
  const { paidToday, dailyLimit, token } = input;
  const { label } = input.action;
  const applied = paidToday >= dailyLimit;
  const parts = applied ? nothing : before;
  const kept = sum([parts.base, parts.collaboration, parts.streak]);
  return step(
    {
      name: "limit",
      title: "Daily limit",
      inputs: [
        { label: `Paid today for “${label}” in ${token}`, value: String(paidToday) },
        { label: "Limit a day", value: String(dailyLimit) },
      ],
      formula: applied ? `${paidToday} of ${dailyLimit} used, so 0` : `= ${kept}`,
      sentence: applied
        ? `Today's ${dailyLimit} awards for “${label}” in ${token} are used up.`
        : `This is award ${paidToday + 1} of ${dailyLimit} today for “${label}” in ${token}.`,
      applied,
    },
    parts,
  );
}

/** The steps in their order; each starts from the parts that the one before it left. */
export const rewardSteps: readonly ((input: RewardInput, before: RewardParts) => RewardStep)[] = [
  baseStep,
  diminishingStep,
  collaborationStep,
  streakStep,
  standingStep,
  tierStep,
  limitStep,
];

/**
 * What an action pays, with every step that led there. Pure: it reads no clock, no table, no chance.
 * Amounts are decimal strings in token units of six decimals; what is below that is cut off.
 */
export function computeReward(input: RewardInput): Reward {
  const steps: RewardStep[] = [];
  let parts = nothing;
  for (const apply of rewardSteps) {
    const next = apply(input, parts);
    steps.push(next);
    parts = next.parts;
  }
  return {
    token: input.token,
    total: sum([parts.base, parts.collaboration, parts.streak]),
    parts,
    steps,
  };
}
