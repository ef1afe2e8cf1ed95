import {
  type DecisionState,
  insertDecision,
  insertSanction,
  isRemovable,
  listAwardKeys,
  lockDecision,
  lockDisputed,
  removeThing,
  restoreThing,
  updateAppealDecided,
  updateDecisionUndone,
} from "@neothink/db/community/moderation";
import type { DecisionRow, QueueRow } from "@neothink/db/community/moderation-queue";
import { countWaiting, listDecisions, listQueue } from "@neothink/db/community/moderation-queue";
import type { ReportedThing } from "@neothink/db/community/reports";
import { insertAudit } from "@neothink/db/core/audit";
import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { type Page, toPage } from "@neothink/db/core/pagination";
import type { MemberContext } from "../core/context.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../core/errors.ts";
import { restoreAward, reverseAward } from "../tokens/reversal.ts";
import { excerptOf } from "./excerpt.ts";
import { placeOf } from "./members.ts";
import { tellOfDecision, tellOfSecondDecision, tellOfUndo } from "./report-telling.ts";
import type {
  DecideAppeal,
  DecideReports,
  ListDecisions,
  ListQueue,
  UndoDecisions,
} from "./reports.schema.ts";

/** Refuses whoever may not moderate. */
export async function assertModerator(ctx: MemberContext): Promise<void> {
  if (!(await ctx.roles(ctx.db)).moderator) {
    throw new Forbidden("moderators_only", "Only moderators may do this.");
  }
}

/** Runs `fn` with the service's rights: a moderator reads what a block or a tier would hide. */
async function asModerator<T>(ctx: MemberContext, fn: (system: Db) => Promise<T>): Promise<T> {
  await assertModerator(ctx);
  return inTransaction(ctx.db, (transaction) => asSystem(transaction, fn));
}

/** A page of what waits for a decision, the longest waiting first. */
export async function readQueue(
  ctx: MemberContext,
  { cursor, limit, ...filter }: ListQueue,
): Promise<Page<QueueRow>> {
  const after = placeOf(cursor);
  const rows = await asModerator(ctx, (system) =>
    listQueue(system, { ...filter, after, limit: limit + 1 }),
  );
  return toPage(rows, limit);
}

/** A page of decisions, newest first. */
export async function readDecisions(
  ctx: MemberContext,
  { cursor, limit, ...filter }: ListDecisions,
): Promise<Page<DecisionRow>> {
  const after = placeOf(cursor);
  const rows = await asModerator(ctx, (system) =>
    listDecisions(system, { ...filter, after, limit: limit + 1 }),
  );
  return toPage(rows, limit);
}

/** How much waits for moderators. */
export async function readWaiting(
  ctx: MemberContext,
): Promise<{ reports: number; appeals: number }> {
  return asModerator(ctx, countWaiting);
}

/** What a bulk decision did. */
export interface Decided {
  /** Decisions that were made, for undoing them. */
  readonly ids: readonly string[];
  /** Things that somebody else had decided on before. */
  readonly skipped: number;
}

/**
 * Decides about things that were reported: dismisses, removes (and takes back what was paid for it),
 * warns, or suspends from writing. Tells both sides. What waits no more is skipped, so that sending
 * twice decides once.
 */
export async function decideReports(ctx: MemberContext, input: DecideReports): Promise<Decided> {
  const ids = await asModerator(ctx, async (system) => {
    const made: string[] = [];
    // One after the other in one order: two moderators never wait for each other in a circle.
    for (const item of inOrder(input.items)) {
      const id = await decideOne(system, ctx.viewer.id, item, input);
      if (id !== null) {
        made.push(id);
      }
    }
    return made;
  });
  if (ids.length === 0) {
    throw new Conflict("decided_before", "Somebody else has decided on this already.");
  }
  return { ids, skipped: inOrder(input.items).length - ids.length };
}

function inOrder(items: readonly ReportedThing[]): ReportedThing[] {
  const byKey = new Map(items.map((item) => [`${item.contentType}:${item.contentId}`, item]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

async function decideOne(
  system: Db,
  moderatorId: string,
  thing: ReportedThing,
  input: DecideReports,
): Promise<string | null> {
  const { days, measure, note } = input;
  const disputed = await lockDisputed(system, thing);
  if (!disputed) {
    return null;
  }
  const { platform, reporters, subjectId } = disputed;
  if (subjectId === moderatorId) {
    throw new Forbidden("own_content", "Another moderator decides about what you wrote.");
  }
  if (measure === "remove" && !isRemovable(thing.contentType)) {
    throw new Invalid("not_removable", "A member cannot be removed. Warn or suspend them.");
  }
  const removes = measure === "remove" || (measure !== "dismiss" && input.remove);
  const reversedKeys = removes ? await takeAway(system, moderatorId, thing) : [];
  const excerpt = excerptOf(disputed.body ?? "").slice(0, 500);
  const decision = { ...thing, subjectId, platform, excerpt, measure, note, reversedKeys };
  const id = await insertDecision(system, { ...decision, decidedBy: moderatorId });
  if (subjectId !== null && (measure === "warn" || measure === "suspend")) {
    await insertSanction(system, {
      userId: subjectId,
      reason: note,
      decisionId: id,
      createdBy: moderatorId,
      days: measure === "suspend" ? days : null,
    });
  }
  await tellOfDecision(
    system,
    { id, ...thing, subjectId, platform, reporters },
    { measure, note, days },
  );
  await insertAudit(system, {
    actorId: moderatorId,
    action: `moderation:${measure}`,
    entityType: thing.contentType,
    entityId: thing.contentId,
    before: { reports: reporters.length },
    after: { decisionId: id, subjectId, note, removed: removes },
  });
  return id;
}

/** Removes a thing and takes back what was paid for it; gives the keys of those awards. */
async function takeAway(system: Db, moderatorId: string, thing: ReportedThing): Promise<string[]> {
  const { contentId, contentType } = thing;
  if (
    !isRemovable(contentType) ||
    !(await removeThing(system, contentType, { id: contentId, moderatorId }))
  ) {
    return [];
  }
  const keys = await listAwardKeys(system, thing);
  for (const key of keys) {
    await reverseAward(system, key);
  }
  return keys;
}

function noSuchDecision(): NotFound {
  return new NotFound("decision_not_found", "There is no such decision.");
}

/** Brings back what a decision removed, pays again exactly what it took, ends its sanctions. */
async function revert(
  system: Db,
  decision: DecisionState,
  undo: { readonly by: string; readonly reopen: boolean; readonly note?: string },
): Promise<void> {
  const { contentId, contentType, decidedBy, id, reversedKeys } = decision;
  if (decidedBy !== null && isRemovable(contentType)) {
    const back = await restoreThing(system, contentType, { id: contentId, moderatorId: decidedBy });
    for (const key of back ? reversedKeys : []) {
      await restoreAward(system, key);
    }
  }
  await updateDecisionUndone(system, { id, ...undo });
}

/** Takes own decisions back, as long as nobody appealed: their reports wait again. Undone ones are left alone. */
export async function undoDecisions(ctx: MemberContext, { ids }: UndoDecisions): Promise<void> {
  const { viewer } = ctx;
  await asModerator(ctx, async (system) => {
    for (const id of [...new Set(ids)].sort()) {
      const decision = await lockDecision(system, id);
      if (!decision) {
        throw noSuchDecision();
      }
      if (decision.decidedBy !== viewer.id) {
        throw new Forbidden("not_the_decider", "Only who decided takes a decision back.");
      }
      if (decision.appealedAt) {
        throw new Conflict("appealed", "The member has appealed: another moderator decides.");
      }
      if (!decision.undoneAt) {
        await revert(system, decision, { by: viewer.id, reopen: true });
        if (decision.measure !== "dismiss") {
          await tellOfUndo(system, decision, "The moderator took it back.");
        }
        await auditOf(system, viewer.id, "moderation:undo", id);
      }
    }
  });
}

async function auditOf(
  system: Db,
  actorId: string,
  action: string,
  id: string,
  after?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const entry = { actorId, action, entityType: "moderation_decision", entityId: id };
  await insertAudit(system, after ? { ...entry, after } : entry);
}

/** Decides on an appeal; never who decided first. Overturned, everything is as before the decision. */
export async function decideAppeal(
  ctx: MemberContext,
  { id, note, outcome }: DecideAppeal,
): Promise<void> {
  const { viewer } = ctx;
  await asModerator(ctx, async (system) => {
    const decision = await lockDecision(system, id);
    if (!decision?.appealedAt) {
      throw noSuchDecision();
    }
    if (decision.decidedBy === viewer.id || decision.subjectId === viewer.id) {
      throw new Forbidden("second_moderator", "Another moderator has to decide on this appeal.");
    }
    if (decision.appealDecidedAt) {
      throw new Conflict("decided_before", "This appeal was decided already.");
    }
    await updateAppealDecided(system, { id, by: viewer.id, outcome, note });
    if (outcome === "overturned") {
      await revert(system, decision, { by: viewer.id, reopen: false, note });
    }
    await tellOfSecondDecision(system, decision, { outcome, note });
    await auditOf(system, viewer.id, "moderation:appeal", id, { outcome, note });
  });
}
