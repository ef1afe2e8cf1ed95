import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A closed stretch of the ledger with its place in the chain of hashes. */
export interface EpochRow {
  readonly number: number;
  /** Monday of its UTC week, `YYYY-MM-DD`. */
  readonly label: string;
  readonly endsAt: Date;
  readonly firstEntry: string;
  readonly lastEntry: string;
  readonly entryCount: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly closedAt: Date;
}

/** All closed epochs, the first one first. Anyone may read them. */
export async function listEpochs(db: Db): Promise<EpochRow[]> {
  return db
    .selectFrom("ledger_epochs")
    .select([
      "number",
      "label",
      "ends_at as endsAt",
      "first_entry as firstEntry",
      "last_entry as lastEntry",
      "entry_count as entryCount",
      "previous_hash as previousHash",
      "hash",
      "closed_at as closedAt",
    ])
    .orderBy("number")
    .execute();
}

/** Enters a closed epoch; false when another run has closed this place or week before. For the service. */
export async function insertEpoch(db: Db, epoch: Omit<EpochRow, "closedAt">): Promise<boolean> {
  const row = await db
    .insertInto("ledger_epochs")
    .values({
      number: epoch.number,
      label: epoch.label,
      ends_at: epoch.endsAt,
      first_entry: epoch.firstEntry,
      last_entry: epoch.lastEntry,
      entry_count: epoch.entryCount,
      previous_hash: epoch.previousHash,
      hash: epoch.hash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("number")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The last entry that belongs to a week ending at `until`, once nobody can enter one before it any
 * more. Holds writers back until the transaction ends, so keep that short. For the service.
 */
export async function findSettledEnd(db: Db, until: Date, after: string): Promise<string> {
  const { rows } = await sql<{ end: string }>`
    select app.settled_ledger_end(${until}, ${after}::bigint)::text as end`.execute(db);
  return rows[0]?.end ?? after;
}

/** When the first real entry above `after` was made; undefined when there is none. For the service. */
export async function findFirstEntryTime(db: Db, after: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom("gamification_events")
    .select("created_at")
    .where("simulation_run_id", "is", null)
    .where("id", ">", after)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.created_at;
}
