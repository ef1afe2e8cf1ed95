import { platformSlugs } from "@neothink/brand/platforms";
import type { EarningFactsRow } from "@neothink/db/tokens/earning";
import { z } from "zod";

const action = z.string().regex(/^[a-z][a-z_]{0,59}$/, "A name such as post or lesson.");
const atLeastOne = z.int().min(1).max(100_000);
const platform = z.enum(platformSlugs).optional();

/** By what a badge or an achievement is earned. Exactly one of these forms. */
export const EarningRule = z.union([
  /** An action, so many times. */
  z.strictObject({ action_type: action, count: atLeastOne, platform }),
  /** An action on so many days in a row. */
  z.strictObject({ action_type: action, min_streak: atLeastOne }),
  /** Any action on so many days in a row. */
  z.strictObject({ min_streak: atLeastOne }),
  /** Something done as part of a group. */
  z.strictObject({ group_required: z.literal(true), count: atLeastOne.optional() }),
  /** A step of the onboarding, in the achievement's app. */
  z.strictObject({ onboarding_step: z.string().min(1).max(60), platform }),
  /** An assessment that was finished, in the achievement's app. */
  z.strictObject({ assessment: z.string().min(1).max(60), platform }),
]);
export type EarningRule = z.infer<typeof EarningRule>;

/** How far a member is. */
export interface EarningProgress {
  readonly done: number;
  readonly needed: number;
  readonly earned: boolean;
}

/** For whom and where a rule counts. */
export interface EarningScope {
  /** Persona that alone can earn it. */
  readonly role: string | null;
  /** Platform of the achievement; null when all count. */
  readonly platform: string | null;
}

/** How far a member's facts fulfil a rule. Pure; more of anything never makes it less. */
export function earningProgress(
  rule: EarningRule,
  facts: EarningFactsRow,
  { role, platform: own }: EarningScope,
): EarningProgress {
  const needed = neededOf(rule);
  const done = Math.min(doneOf(rule, facts, own), needed);
  const open = role === null || facts.personas.includes(role);
  return { done, needed, earned: open && done >= needed };
}

function neededOf(rule: EarningRule): number {
  if ("min_streak" in rule) {
    return rule.min_streak;
  }
  if ("count" in rule && rule.count !== undefined) {
    return rule.count;
  }
  return 1;
}

function doneOf(rule: EarningRule, facts: EarningFactsRow, own: string | null): number {
  if ("min_streak" in rule) {
    if (!("action_type" in rule)) {
      return facts.longestStreak;
    }
    return facts.runs.find((run) => run.actionType === rule.action_type)?.days ?? 0;
  }
  if ("group_required" in rule) {
    return facts.groupActions;
  }
  const where = ("platform" in rule ? rule.platform : undefined) ?? own;
  const here = (row: { readonly platform: string }) => where === null || row.platform === where;
  if ("action_type" in rule) {
    return facts.actions
      .filter((row) => row.actionType === rule.action_type && here(row))
      .reduce((total, row) => total + row.count, 0);
  }
  if ("onboarding_step" in rule) {
    return facts.steps.some((row) => row.name === rule.onboarding_step && here(row)) ? 1 : 0;
  }
  return facts.assessments.some((row) => row.name === rule.assessment && here(row)) ? 1 : 0;
}

/** What a rule asks for, in words for people. */
export function ruleWords(rule: EarningRule): string {
  const name = "action_type" in rule ? rule.action_type.replaceAll("_", " ") : "";
  if ("min_streak" in rule) {
    const days = `${rule.min_streak} ${rule.min_streak === 1 ? "day" : "days in a row"}`;
    return name ? `“${name}” on ${days}` : `Active on ${days}`;
  }
  if ("group_required" in rule) {
    return `Act as part of a group${rule.count && rule.count > 1 ? `, ${rule.count} times` : ""}`;
  }
  if ("action_type" in rule) {
    return `“${name}”, ${rule.count === 1 ? "once" : `${rule.count} times`}`;
  }
  return "onboarding_step" in rule
    ? `Finish the step “${rule.onboarding_step}”`
    : `Finish the assessment “${rule.assessment.replaceAll("_", " ")}”`;
}
