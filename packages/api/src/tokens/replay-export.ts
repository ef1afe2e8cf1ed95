import { asSystem, type Db, inTransaction, visitorDb } from "@neothink/db/core/identity";
import { type EpochRow, listEpochs } from "@neothink/db/tokens/replay-epochs";
import { listLedgerLines, readOpenLedger } from "@neothink/db/tokens/replay-ledger";
import {
  accountNames,
  balanceLine,
  beginEpochHash,
  entryLine,
  exportFormat,
  genesisHash,
  type NameAccount,
} from "./replay.ts";

const pageSize = 5000;

/** The label of entries whose week is not closed yet. */
export const openEpoch = "open";

/**
 * The public record of the economy as JSON lines in chunks: a header, the entries of each closed epoch
 * followed by its hash, the entries since then, and at the end the balances to compare a replay with.
 * Entries are read page by page as the reader takes them; only those of the open week are held at once,
 * because they and the balances must be of one moment.
 */
export async function* exportEconomy(): AsyncGenerator<string, void, undefined> {
  const { epochs, name } = await inService(async (db) => ({
    epochs: await listEpochs(db),
    name: await accountNames(db),
  }));
  yield text([
    JSON.stringify({ type: "header", format: exportFormat, hash: "sha256", epochs: epochs.length }),
  ]);
  let entries = 0;
  for (const epoch of epochs) {
    yield* closedEpoch(epoch, name);
    entries += epoch.entryCount;
  }

  const last = epochs.at(-1);
  const open = await inService((db) => readOpenLedger(db, last?.lastEntry ?? "0"));
  const tip = beginEpochHash(last?.hash ?? genesisHash);
  for (let from = 0; from < open.lines.length; from += pageSize) {
    const page = open.lines.slice(from, from + pageSize);
    const lines = text(page.map((line) => entryLine(line, openEpoch, name)));
    tip.update(lines);
    yield lines;
  }
  yield text(open.balances.map((held) => balanceLine(held, name)));
  entries += open.lines.length;
  const end = { entries, balances: open.balances.length, tip: tip.digest("hex") };
  yield text([JSON.stringify({ type: "end", ...end })]);
}

async function* closedEpoch(epoch: EpochRow, name: NameAccount): AsyncGenerator<string> {
  let after = String(BigInt(epoch.firstEntry) - 1n);
  for (;;) {
    const place = { after, upTo: epoch.lastEntry, limit: pageSize };
    const lines = await inService((db) => listLedgerLines(db, place));
    yield text(lines.map((line) => entryLine(line, epoch.label, name)));
    after = lines.at(-1)?.id ?? after;
    if (lines.length < pageSize) {
      break;
    }
  }
  const { label, entryCount, previousHash, hash } = epoch;
  const closing = {
    type: "epoch",
    epoch: label,
    entries: entryCount,
    previous: previousHash,
    hash,
  };
  yield text([JSON.stringify(closing)]);
}

// The record is public but the tables are not: each page is read with the service's rights, then let go.
function inService<T>(read: (db: Db) => Promise<T>): Promise<T> {
  return inTransaction(visitorDb(), (db) => asSystem(db, read));
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
