import { insertAudit } from "@neothink/db/core/audit";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import {
  type BadgeRow,
  findSharedBadge,
  type HolderRow,
  listBadges,
  listEarnables,
  listHolders,
  type SharedBadgeRow,
  type ShownEarnableRow,
  updateJobDue,
  updateRevoked,
  updateShared,
  upsertBadge,
} from "@neothink/db/tokens/badges";
import { findEarningFacts, insertBadgeEvent } from "@neothink/db/tokens/earning";
import type { Context, MemberContext } from "../core/context.ts";
import { NotFound } from "../core/errors.ts";
import { notify } from "../messaging/notify.ts";
import type { BadgeInput, RevokeBadge, ShareBadge } from "./badge.schema.ts";
import { badgeGrants } from "./badge-grants.job.ts";
import { type EarningProgress, EarningRule, earningProgress, ruleWords } from "./earning-rules.ts";

/** A badge or an achievement with the viewer's way to it. */
export interface Earnable extends Omit<ShownEarnableRow, "rule"> {
  /** What has to be done; null when there is no rule. */
  readonly words: string | null;
  readonly progress: EarningProgress | null;
}

/** What can be earned here, and how far the viewer is. */
export async function readEarnables({ db, viewer, brand }: MemberContext): Promise<Earnable[]> {
  const [rows, facts] = await Promise.all([
    listEarnables(db, viewer.id, brand.slug),
    findEarningFacts(db, viewer.id),
  ]);
  return rows.map(({ rule: written, ...row }) => {
    const rule = EarningRule.safeParse(written);
    return {
      ...row,
      words: rule.success ? ruleWords(rule.data) : null,
      progress: rule.success && facts ? earningProgress(rule.data, facts, row) : null,
    };
  });
}

/** Shows a badge of the viewer's to everyone by its address, or no longer. @throws NotFound for others' badges. */
export async function shareBadge(
  { db, viewer }: MemberContext,
  { id, shared }: ShareBadge,
): Promise<void> {
  if (!(await asSystem(db, (system) => updateShared(system, viewer.id, id, shared)))) {
    throw new NotFound("badge_not_found", "You hold no such badge.");
  }
}

/** A badge that its holder shows to everyone. @throws NotFound when it is not shown. */
export async function readSharedBadge({ db }: Context, id: string): Promise<SharedBadgeRow> {
  const badge = await findSharedBadge(db, id);
  if (!badge) {
    throw new NotFound("badge_not_found", "This badge is not shown, or no longer.");
  }
  return badge;
}

/** Every badge, for operators. */
export async function readBadges({ db }: MemberContext): Promise<BadgeRow[]> {
  return listBadges(db);
}

/** Who holds or held a badge, for operators. */
export async function readHolders({ db }: MemberContext, id: string): Promise<HolderRow[]> {
  return inTransaction(db, (tx) => asSystem(tx, (system) => listHolders(system, id)));
}

/**
 * Writes a badge; members who fulfil its rule already get it with the next run of the job, which is
 * due at once. @throws NotFound for an unknown id.
 */
export async function saveBadge(
  { db, viewer }: MemberContext,
  id: string | null,
  badge: BadgeInput,
): Promise<{ id: string }> {
  const saved = await asSystem(db, async (system) => {
    const key = await upsertBadge(system, id, badge);
    await updateJobDue(system, badgeGrants.name);
    return key;
  });
  if (saved === null) {
    throw new NotFound("badge_not_found", "There is no such badge.");
  }
  await insertAudit(db, {
    actorId: viewer.id,
    action: id === null ? "badge:create" : "badge:update",
    entityType: "badge",
    entityId: saved,
    after: { ...badge },
  });
  return { id: saved };
}

/**
 * Withdraws a badge from a member, who is told why; the history keeps both.
 * @throws NotFound when it is not held.
 */
export async function revokeBadge(
  { db, viewer, brand }: MemberContext,
  { id, reason }: RevokeBadge,
): Promise<void> {
  const gone = await asSystem(db, async (system) => {
    const revoked = await updateRevoked(system, id, reason);
    if (revoked) {
      await insertBadgeEvent(system, { ...revoked, kind: "revoked", reason });
    }
    return revoked;
  });
  if (!gone) {
    throw new NotFound("badge_not_found", "This badge is not held, or no longer.");
  }
  await insertAudit(db, {
    actorId: viewer.id,
    action: "badge:revoke",
    entityType: "user_badge",
    entityId: id,
    after: { reason, member: gone.userId },
  });
  await notify(db, {
    recipients: [gone.userId],
    kind: "badge_revoked",
    platform: brand.slug,
    words: { title: gone.name, reason },
    href: "/achievements",
    idempotencyKey: `badge_revoked:${id}`,
  });
}
