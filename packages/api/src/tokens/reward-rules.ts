import { platformSlugs } from "@neothink/brand/platforms";
import { insertAudit } from "@neothink/db/core/audit";
import { asSystem, type Db } from "@neothink/db/core/identity";
import {
  findRulesVersion,
  listAllWeights,
  lockRules,
  updateSettings,
  updateWeights,
} from "@neothink/db/tokens/reward-rules";
import { findSettings } from "@neothink/db/tokens/settings";
import type { MemberContext } from "../core/context.ts";
import { Conflict, Invalid, NotFound } from "../core/errors.ts";
import type { SaveRules, SiteRules } from "./reward-rules.schema.ts";
import { rulesOf } from "./reward-rules-figures.ts";

/** The rules of a platform and the version that a change of them has to name. */
export interface VersionedRules extends SiteRules {
  readonly version: string;
}

/** The rules of all four platforms, as operators edit them. */
export async function readAllRules({ db }: MemberContext): Promise<VersionedRules[]> {
  return Promise.all(platformSlugs.map((site) => current(db, site)));
}

async function current(db: Db, site: SiteRules["site"]): Promise<VersionedRules> {
  // The version first: whoever changes something in between is noticed when this is saved.
  const version = await findRulesVersion(db, site);
  const settings = await findSettings(db, site);
  if (!settings) {
    throw new NotFound("no_economy", "This platform pays no tokens.");
  }
  return { ...rulesOf(settings, await listAllWeights(db, site)), version };
}

/**
 * Puts new rules of a platform into force and records the old and the new ones. Sent twice, it is
 * done once.
 * @throws Conflict when somebody else has changed them since they were read.
 * @throws Invalid when a weight names an action that the platform does not know.
 */
export async function saveRules(
  { db, viewer }: MemberContext,
  { version, ...rules }: SaveRules,
): Promise<VersionedRules> {
  await asSystem(db, (system) => lockRules(system, rules.site));
  const before = await current(db, rules.site);
  const known = new Set(before.actions.map(({ type }) => type));
  for (const [index, { type }] of rules.actions.entries()) {
    if (!known.has(type)) {
      const message = "This platform does not know this action.";
      throw new Invalid("unknown_action", message, { [`actions.${index}.type`]: [message] });
    }
  }
  const { version: present, ...old } = before;
  if (isSame(old, rules)) {
    return before;
  }
  if (present !== version) {
    throw new Conflict(
      "rules_changed",
      "Somebody else has changed these rules since you opened them. Load them again.",
    );
  }
  await asSystem(db, (system) => write(system, rules, viewer.id));
  await insertAudit(db, {
    actorId: viewer.id,
    action: "reward_rules:update",
    entityType: "site_settings",
    entityId: null,
    before: { ...old },
    after: { ...rules },
  });
  return current(db, rules.site);
}

async function write(db: Db, { site, figures, actions }: SiteRules, by: string): Promise<void> {
  const { limits, rates, ...rest } = figures;
  await updateSettings(db, {
    ...rest,
    site,
    updatedBy: by,
    rewardLimits: limits,
    conversionRates: rates,
  });
  await updateWeights(db, {
    site,
    updatedBy: by,
    weights: actions.map(({ type, ...action }) => ({ ...action, actionType: type })),
  });
}

function isSame(one: SiteRules, other: SiteRules): boolean {
  return canonical(one) === canonical(other);
}

/** Text of rules that does not depend on the order of keys and actions. */
function canonical({ actions, ...rules }: SiteRules): string {
  const sorted = actions.toSorted((left, right) => left.type.localeCompare(right.type));
  return JSON.stringify({ ...rules, actions: sorted }, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
      : value,
  );
}
