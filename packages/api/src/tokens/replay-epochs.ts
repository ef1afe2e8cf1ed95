import type { Db } from "@neothink/db/core/identity";
import {
  type EpochRow,
  findFirstEntryTime,
  findSettledEnd,
  insertEpoch,
  listEpochs,
} from "@neothink/db/tokens/replay-epochs";
import { listLedgerLines } from "@neothink/db/tokens/replay-ledger";
import { accountNames, beginEpochHash, entryLine, genesisHash } from "./replay.ts";
import { mondayOf } from "./streak.ts";

const pageSize = 5000;
const week = 7 * 86_400_000;

/** Runs work in one transaction with the service's rights. */
export type ServiceStep = <T>(fn: (db: Db) => Promise<T>) => Promise<T>;

/**
 * Closes every week of the ledger that is over and not closed yet, and gives what it closed. Safe to
 * run twice and side by side: an epoch that is there stays as it is. Weeks without an entry are left out.
 */
export async function closeEpochs(step: ServiceStep, now: Date): Promise<EpochRow[]> {
  const closed: EpochRow[] = [];
  for (;;) {
    const epoch = await closeNext(step, now);
    if (!epoch) {
      return closed;
    }
    closed.push(epoch);
  }
}

async function closeNext(step: ServiceStep, now: Date): Promise<EpochRow | null> {
  const span = await nextSpan(step, now);
  return span ? sealed(step, span) : null;
}

type Span = Omit<EpochRow, "hash" | "entryCount" | "closedAt">;

/** The next week to close with its entries fixed; in a transaction of its own, as it holds writers back. */
async function nextSpan(step: ServiceStep, now: Date): Promise<Span | null> {
  return step(async (db) => {
    const last = (await listEpochs(db)).at(-1);
    const after = last?.lastEntry ?? "0";
    const first = await findFirstEntryTime(db, after);
    if (!first) {
      return null;
    }
    const label = weekAfter(mondayOf(first.toISOString().slice(0, 10)), last?.label);
    const endsAt = new Date(Date.parse(`${label}T00:00:00Z`) + week);
    if (endsAt > now) {
      return null;
    }
    return {
      number: (last?.number ?? 0) + 1,
      label,
      endsAt,
      firstEntry: String(BigInt(after) + 1n),
      lastEntry: await findSettledEnd(db, endsAt, after),
      previousHash: last?.hash ?? genesisHash,
    };
  });
}

// An entry may be dated back into a week that is closed; it then belongs to the week after that.
function weekAfter(monday: string, lastLabel: string | undefined): string {
  if (lastLabel === undefined || monday > lastLabel) {
    return monday;
  }
  return new Date(Date.parse(`${lastLabel}T00:00:00Z`) + week).toISOString().slice(0, 10);
}

/** Hashes the lines of a fixed span and enters the epoch; null when another run was faster. */
async function sealed(step: ServiceStep, span: Span): Promise<EpochRow | null> {
  return step(async (db) => {
    const name = await accountNames(db);
    const hash = beginEpochHash(span.previousHash);
    let entryCount = 0;
    let after = String(BigInt(span.firstEntry) - 1n);
    for (;;) {
      const lines = await listLedgerLines(db, { after, upTo: span.lastEntry, limit: pageSize });
      for (const line of lines) {
        hash.update(`${entryLine(line, span.label, name)}\n`);
      }
      entryCount += lines.length;
      after = lines.at(-1)?.id ?? after;
      if (lines.length < pageSize) {
        break;
      }
    }
    const epoch = { ...span, entryCount, hash: hash.digest("hex") };
    return (await insertEpoch(db, epoch)) ? { ...epoch, closedAt: new Date() } : null;
  });
}
