import { createHash, createHmac, type Hash } from "node:crypto";
import type { Db } from "@neothink/db/core/identity";
import {
  findExportSalt,
  type HeldRow,
  type LedgerLine,
  listNamedAccounts,
} from "@neothink/db/tokens/replay-ledger";

/** Version of the export's lines; a change of their form would change every hash. */
export const exportFormat = 1;

/** The hash that the first epoch is chained to. */
export const genesisHash = "0".repeat(64);

/** Gives the public name of an account. */
export type NameAccount = (accountId: string) => string;

/**
 * The public name of a member's account: the first half of HMAC-SHA-256 over its id. Always the same
 * within an installation; without the salt nobody can tell whose it is.
 */
export function pseudonymOf(salt: string, accountId: string): string {
  return createHmac("sha256", salt).update(accountId).digest("hex").slice(0, 32);
}

/** Reads how accounts are called in public: those of the system by their kind, all others by pseudonym. */
export async function accountNames(db: Db): Promise<NameAccount> {
  const salt = await findExportSalt(db);
  const named = await listNamedAccounts(db);
  const names = new Map(named.map(({ id, kind }) => [id, kind]));
  return (id) => {
    const known = names.get(id);
    if (known !== undefined) {
      return known;
    }
    const made = pseudonymOf(salt, id);
    names.set(id, made);
    return made;
  };
}

/** One entry as it is published and hashed, without the line break. The order of keys is part of the form. */
export function entryLine(line: LedgerLine, epoch: string, name: NameAccount): string {
  return JSON.stringify({
    type: "entry",
    sequence: line.id,
    epoch,
    time: line.time,
    token: line.tokenType,
    amount: line.amount,
    debit: name(line.debitAccount),
    credit: name(line.creditAccount),
    event: line.eventType,
  });
}

/** One published balance, against which a replay is compared. */
export function balanceLine(held: HeldRow, name: NameAccount): string {
  return JSON.stringify({
    type: "balance",
    account: name(held.accountId),
    token: held.tokenType,
    balance: held.balance,
  });
}

/** Begins the hash of an epoch: first the previous hash, then each line, all ended by a line break. */
export function beginEpochHash(previousHash: string): Hash {
  return createHash("sha256").update(`${previousHash}\n`);
}
