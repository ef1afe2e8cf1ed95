import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { lockMembers } from "@neothink/db/tokens/accounts";
import {
  type ActionRow,
  findActionByKey,
  updateActionHeld,
  updateActionRestored,
  updateActionReversed,
} from "@neothink/db/tokens/actions";
import { findBalance } from "@neothink/db/tokens/balances";
import {
  deleteActionContributions,
  insertActionContributions,
} from "@neothink/db/tokens/challenges";
import {
  type ActionEntryRow,
  insertEntries,
  listActionEntries,
  type NewEntry,
} from "@neothink/db/tokens/entries";
import { findOpenHold } from "@neothink/db/tokens/holds";
import { updateParticipationPoints } from "@neothink/db/tokens/reasons";
import { Decimal } from "decimal.js";
import { amount, sum, toUnits } from "./amount.ts";
import { Formula } from "./reward.schema.ts";

/** What a reversal took, or a restoration gave back. */
export interface Reversal {
  readonly actionId: string;
  readonly token: string;
  /** Decimal text; less than the award when a part of it had been spent. */
  readonly total: string;
  /** What could not be taken because it was no longer there. */
  readonly missing: string;
}

/**
 * Takes an award back by counter-entries, for instance when the content it was paid for is removed.
 * What the member has spent stays spent: no balance falls below zero, the rest is noted as missing.
 * Joins the caller's transaction. Gives null when there is nothing to take back.
 */
export async function reverseAward(db: Db, key: string): Promise<Reversal | null> {
  return inLine(db, key, async (system, action) => {
    if (action.status === "held") {
      // Nothing was paid yet, so there is nothing to take; it only stops waiting.
      await updateActionReversed(system, action.id, "0");
      return nothingMoved(action);
    }
    if (action.status !== "awarded") {
      return null;
    }
    await deleteActionContributions(system, action.id);
    const entries = await listActionEntries(system, action.id);
    const originals = entries.filter((entry) => entry.reversesId === null);
    let available = amount(await findBalance(system, action.userId, action.tokenType));
    const counter: NewEntry[] = [];
    for (const entry of originals) {
      const taken = Decimal.min(available, entry.amount);
      if (taken.greaterThan(0)) {
        available = available.minus(taken);
        counter.push(counterEntry(action, entry, toUnits(taken), "reversal"));
      }
    }
    await insertEntries(system, counter);
    const total = sum(counter.map((entry) => entry.amount));
    await updateActionReversed(system, action.id, total);
    await updateParticipationPoints(system, action.id, 0);
    return {
      actionId: action.id,
      token: action.tokenType,
      total,
      missing: toUnits(amount(action.amount).minus(total)),
    };
  });
}

/**
 * Gives back exactly what the last reversal took, for instance when a removal is undone.
 * Joins the caller's transaction. Gives null when the award was not taken back.
 */
export async function restoreAward(db: Db, key: string): Promise<Reversal | null> {
  return inLine(db, key, async (system, action) => {
    if (action.status !== "reversed") {
      return null;
    }
    const entries = await listActionEntries(system, action.id);
    if (entries.length === 0 && amount(action.amount).greaterThan(0)) {
      return restoreHeld(system, action);
    }
    const round = `:reversal:${action.reversalCount}`;
    const taken = entries.filter((entry) => entry.idempotencyKey.endsWith(round));
    const counter = taken.map((entry) => counterEntry(action, entry, entry.amount, "restoration"));
    await insertEntries(system, counter);
    await updateActionRestored(system, action.id);
    await updateParticipationPoints(system, action.id, Formula.parse(action.formula).points);
    await insertActionContributions(system, action.id);
    return {
      actionId: action.id,
      token: action.tokenType,
      total: sum(counter.map((entry) => entry.amount)),
      missing: "0",
    };
  });
}

function nothingMoved(action: ActionRow): Reversal {
  return { actionId: action.id, token: action.tokenType, total: "0", missing: "0" };
}

/** An award that was never paid goes back to waiting while its hold is open; a confirmed one stays refused. */
async function restoreHeld(db: Db, action: ActionRow): Promise<Reversal | null> {
  const hold = await findOpenHold(db, action.userId);
  if (!hold) {
    return null;
  }
  await updateActionHeld(db, action.id);
  return nothingMoved(action);
}

async function inLine(
  db: Db,
  key: string,
  work: (system: Db, action: ActionRow) => Promise<Reversal | null>,
): Promise<Reversal | null> {
  return inTransaction(db, (transaction) =>
    asSystem(transaction, async (system) => {
      const seen = await findActionByKey(system, key);
      if (!seen) {
        return null;
      }
      await lockMembers(system, [seen.userId]);
      // Read again: another reversal may have held the lock.
      const action = await findActionByKey(system, key);
      return action ? work(system, action) : null;
    }),
  );
}

function counterEntry(
  action: ActionRow,
  entry: ActionEntryRow,
  value: string,
  kind: "reversal" | "restoration",
): NewEntry {
  const round = kind === "reversal" ? action.reversalCount + 1 : action.reversalCount;
  return {
    userId: action.userId,
    persona: action.role,
    site: action.platform,
    eventType: kind,
    tokenType: action.tokenType,
    amount: value,
    debitAccount: entry.creditAccount,
    creditAccount: entry.debitAccount,
    idempotencyKey: `${entry.idempotencyKey}:${kind}:${round}`,
    actionId: action.id,
    reversesId: entry.id,
  };
}
