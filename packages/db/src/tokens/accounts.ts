import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Fixed accounts of the ledger that belong to nobody. */
export const systemAccount = {
  issuance: "00000000-0000-4000-8000-000000000001",
  exchange: "00000000-0000-4000-8000-000000000002",
  sink: "00000000-0000-4000-8000-000000000003",
  stake: "00000000-0000-4000-8000-000000000004",
  treasury: "00000000-0000-4000-8000-000000000005",
} as const;

/** Refuses a balance below zero. */
export const BALANCE_CONSTRAINT = "token_balances_balance_check";

/** Refuses a second movement with the same key. */
export const ENTRY_KEY_CONSTRAINT = "gamification_events_idempotency_key_key";

/**
 * Makes everything that moves a member's tokens wait in line until this transaction ends. Members
 * are locked in the order of their ids, so that two transactions cannot wait for each other.
 */
export async function lockMembers(db: Db, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) {
    return;
  }
  const ids = [...new Set(memberIds)].sort();
  await sql`
    select pg_advisory_xact_lock(hashtextextended('tokens:' || id, 0))
    from unnest(${ids}::text[]) with ordinality as m (id, place) order by place`.execute(db);
}
