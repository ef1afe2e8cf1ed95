import { isPlatformSlug } from "@neothink/brand/platforms";
import { insertAudit } from "@neothink/db/core/audit";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { findAction } from "@neothink/db/tokens/actions";
import { type ActionEntryRow, listActionEntries } from "@neothink/db/tokens/entries";
import {
  findAccountOf,
  findLedgerEntry,
  type LedgerRow,
  listLedger,
} from "@neothink/db/tokens/ledger-explorer";
import type { MemberContext } from "../core/context.ts";
import { NotFound, PreconditionFailed } from "../core/errors.ts";
import { notify } from "../messaging/notify.ts";
import type { ListLedger, ReverseEntry } from "./ledger-explorer.schema.ts";
import { type Reversal, reverseAward } from "./reversal.ts";
import { Formula } from "./reward.schema.ts";

const dayLength = 86_400_000;

/** One page of the ledger and the cursor of the next; null when this is the last. */
export interface LedgerPage {
  readonly items: readonly LedgerRow[];
  readonly nextCursor: string | null;
}

/** One page of real movements that fit, the latest first. */
export async function readLedger(
  { db }: MemberContext,
  { token, event, site, who, from, to, cursor, limit }: ListLedger,
): Promise<LedgerPage> {
  return inTransaction(db, (transaction) =>
    asSystem(transaction, async (system) => {
      const accountId = who ? await findAccountOf(system, who) : undefined;
      if (who && !accountId) {
        return { items: [], nextCursor: null };
      }
      const rows = await listLedger(system, {
        filter: {
          tokenType: token,
          eventType: event,
          site,
          accountId,
          from: from ? new Date(`${from}T00:00:00Z`) : undefined,
          until: to ? new Date(Date.parse(`${to}T00:00:00Z`) + dayLength) : undefined,
        },
        before: cursor ?? undefined,
        limit: limit + 1,
      });
      const items = rows.slice(0, limit);
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    }),
  );
}

/** A movement with the award that it belongs to, if any. */
export interface LedgerEntryDetails {
  readonly entry: LedgerRow;
  readonly award: {
    readonly label: string;
    readonly status: string;
    readonly total: string;
    readonly reversedAmount: string;
    readonly formula: Formula;
    readonly movements: readonly ActionEntryRow[];
  } | null;
}

/**
 * One real movement with the formula behind it.
 * @throws NotFound when there is none with this number.
 */
export async function readLedgerEntry(
  { db }: MemberContext,
  id: string,
): Promise<LedgerEntryDetails> {
  return inTransaction(db, (transaction) =>
    asSystem(transaction, async (system) => {
      const entry = await findLedgerEntry(system, id);
      if (!entry) {
        throw new NotFound("entry_not_found", "There is no such entry in the ledger.");
      }
      const action = entry.actionId ? await findAction(system, entry.actionId) : undefined;
      if (!action) {
        return { entry, award: null };
      }
      const formula = Formula.parse(action.formula);
      return {
        entry,
        award: {
          label: formula.input.action.label,
          status: action.status,
          total: action.amount,
          reversedAmount: action.reversedAmount,
          formula,
          movements: await listActionEntries(system, action.id),
        },
      };
    }),
  );
}

/**
 * Takes the award of a movement back by counter-entries, with the reason in the audit trail.
 * @throws NotFound when there is no such movement.
 * @throws PreconditionFailed when it belongs to no award, or the award was taken back before.
 */
export async function reverseLedgerEntry(
  { db, viewer }: MemberContext,
  { id, reason }: ReverseEntry,
): Promise<Reversal> {
  const action = await asSystem(db, async (system) => {
    const entry = await findLedgerEntry(system, id);
    if (!entry) {
      throw new NotFound("entry_not_found", "There is no such entry in the ledger.");
    }
    return entry.actionId ? findAction(system, entry.actionId) : undefined;
  });
  if (!action) {
    throw new PreconditionFailed("no_award", "Only awards can be taken back; this is none.");
  }
  const reversal = await reverseAward(db, action.idempotencyKey);
  if (!reversal) {
    throw new PreconditionFailed("award_not_standing", "This award has been taken back already.");
  }
  await insertAudit(db, {
    actorId: viewer.id,
    action: "award:reverse",
    entityType: "user_action",
    entityId: action.id,
    before: { status: action.status, amount: action.amount, token: action.tokenType },
    after: { status: "reversed", taken: reversal.total, missing: reversal.missing, reason },
  });
  if (isPlatformSlug(action.platform)) {
    await notify(db, {
      recipients: [action.userId],
      kind: "award_reversed",
      platform: action.platform,
      words: { amount: reversal.total, token: reversal.token, reason },
      href: `/wallet/${id}`,
      idempotencyKey: `award-reversed:${action.id}:${action.reversalCount + 1}`,
    });
  }
  return reversal;
}
