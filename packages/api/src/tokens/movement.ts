import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { lockMembers } from "@neothink/db/tokens/accounts";
import { findBalance } from "@neothink/db/tokens/balances";
import { Conflict, PreconditionFailed } from "../core/errors.ts";
import { amount } from "./amount.ts";

/**
 * Runs `work` with the service's rights while everything else that moves these members' tokens
 * waits. Joins the caller's transaction, so that what is moved stands or falls with it.
 */
export async function inLine<T>(
  db: Db,
  memberIds: readonly string[],
  work: (system: Db) => Promise<T>,
): Promise<T> {
  return inTransaction(db, (transaction) =>
    asSystem(transaction, async (system) => {
      await lockMembers(system, memberIds);
      return work(system);
    }),
  );
}

/**
 * Refuses what the member cannot pay. The balance's own check stands behind it.
 * @throws PreconditionFailed when less is there than is asked for.
 */
export async function requireFunds(
  db: Db,
  memberId: string,
  token: string,
  needed: string,
): Promise<void> {
  const held = await findBalance(db, memberId, token);
  if (amount(held).lessThan(needed)) {
    throw new PreconditionFailed(
      "not_enough_tokens",
      `This takes ${amount(needed).toFixed()} ${token}, and you hold ${amount(held).toFixed()}.`,
    );
  }
}

/** The refusal of an id that stands for something else already. */
export function idTaken(): Conflict {
  return new Conflict("id_taken", "This was sent before with other contents. Please start again.");
}
