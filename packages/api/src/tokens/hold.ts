import { isPlatformSlug } from "@neothink/brand/platforms";
import { insertAudit } from "@neothink/db/core/audit";
import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { lockMembers } from "@neothink/db/tokens/accounts";
import {
  type ActionRow,
  listHeldActions,
  updateActionReleased,
  updateActionReversed,
} from "@neothink/db/tokens/actions";
import { insertActionContributions } from "@neothink/db/tokens/challenges";
import {
  findHoldForUpdate,
  type HoldRow,
  listHolds,
  listOperatorIds,
  listOwnHolds,
  updateActionHoldsDecided,
  updateHoldAppealed,
  updateHoldDecided,
} from "@neothink/db/tokens/holds";
import { updateParticipationPoints } from "@neothink/db/tokens/reasons";
import { findWeight } from "@neothink/db/tokens/settings";
import type { MemberContext } from "../core/context.ts";
import { NotFound, PreconditionFailed } from "../core/errors.ts";
import { notify } from "../messaging/notify.ts";
import { enterParts } from "./award-entries.ts";
import type { AppealHold, DecideHold } from "./hold.schema.ts";
import { Formula } from "./reward.schema.ts";
import { computeReward } from "./reward.ts";

/** What a member may read of a hold: not the figures, which would teach how to stay below them. */
export type OwnHold = Omit<HoldRow, "evidence" | "name" | "userId">;

/** The viewer's holds with what waits for their decision. */
export async function readOwnHolds({ db, viewer }: MemberContext): Promise<OwnHold[]> {
  const rows = await listOwnHolds(db, viewer.id);
  return rows.map(({ evidence: _evidence, name: _name, userId: _userId, ...hold }) => hold);
}

/** Holds for review, open or decided. For operators. */
export async function readHolds(
  { db }: MemberContext,
  { open }: { open: boolean },
): Promise<HoldRow[]> {
  return inTransaction(db, (tx) => asSystem(tx, (system) => listHolds(system, open)));
}

/**
 * Answers a hold; operators are told. A second answer is refused.
 * @throws NotFound for holds of others, PreconditionFailed once it was answered or decided.
 */
export async function appealHold(ctx: MemberContext, { id, text }: AppealHold): Promise<void> {
  const { db, viewer, brand } = ctx;
  await asSystem(db, async (system) => {
    const hold = await findHoldForUpdate(system, id);
    if (hold?.userId !== viewer.id) {
      throw new NotFound("hold_not_found", "There is no such hold on your awards.");
    }
    if (hold.status !== "held") {
      throw new PreconditionFailed("hold_answered", "This was answered or decided already.");
    }
    await updateHoldAppealed(system, id, text);
    await notify(system, {
      recipients: await listOperatorIds(system),
      kind: "appeal_received",
      platform: brand.slug,
      actorId: viewer.id,
      entityType: "award_hold",
      entityId: id,
      words: { reason: text.slice(0, 200) },
      href: "/admin/holds",
      idempotencyKey: `hold:${id}:appeal`,
    });
  });
}

/**
 * Decides on a hold: released pays every award that waited, exactly as it was computed; confirmed
 * refuses them. The member is told why.
 * @throws NotFound without such a hold, PreconditionFailed once it was decided.
 */
export async function decideHold(
  { db, viewer, brand }: MemberContext,
  { id, decision, note }: DecideHold,
): Promise<{ paid: number }> {
  const outcome = await asSystem(db, async (system) => {
    const hold = await findHoldForUpdate(system, id);
    if (!hold) {
      throw new NotFound("hold_not_found", "There is no such hold.");
    }
    if (hold.status !== "held" && hold.status !== "appealed") {
      throw new PreconditionFailed("hold_decided", "This was decided already.");
    }
    await lockMembers(system, [hold.userId]);
    await updateHoldDecided(system, id, { status: decision, decidedBy: viewer.id, note });
    await updateActionHoldsDecided(system, hold.userId, {
      status: decision,
      decidedBy: viewer.id,
    });
    const waiting = await listHeldActions(system, hold.userId);
    for (const action of waiting) {
      await (decision === "released"
        ? payHeld(system, action)
        : updateActionReversed(system, action.id, "0"));
    }
    return { memberId: hold.userId, paid: decision === "released" ? waiting.length : 0 };
  });
  await insertAudit(db, {
    actorId: viewer.id,
    action: `award_hold:${decision}`,
    entityType: "award_hold",
    entityId: id,
    after: { note, paid: outcome.paid },
  });
  await notify(db, {
    recipients: [outcome.memberId],
    kind: "appeal_decided",
    platform: brand.slug,
    entityType: "award_hold",
    entityId: id,
    words: {
      decision:
        decision === "released" ? "Your awards were released." : "Your awards stay withheld.",
      reason: note,
    },
    href: "/wallet",
    idempotencyKey: `hold:${id}:decided`,
  });
  return { paid: outcome.paid };
}

/** Pays an award that waited, as it was computed when the action was done. */
async function payHeld(db: Db, action: ActionRow): Promise<void> {
  const { input, points } = Formula.parse(action.formula);
  const weight = await findWeight(db, action.platform, action.actionType);
  await enterParts(db, {
    memberId: action.userId,
    persona: action.role,
    platform: isPlatformSlug(action.platform) ? action.platform : "hub",
    key: action.idempotencyKey,
    eventType: weight?.eventType ?? "reward",
    actionId: action.id,
    reward: computeReward(input),
    streakDays: input.streakDays,
    together: input.collaborative ? {} : undefined,
    at: undefined,
  });
  await updateActionReleased(db, action.id);
  await updateParticipationPoints(db, action.id, points);
  await insertActionContributions(db, action.id);
}
