import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One stake; decimals as text. */
export interface StakeRow {
  readonly id: string;
  readonly userId: string | null;
  readonly site: string;
  readonly tokenType: string;
  readonly amount: string;
  readonly slashedAmount: string;
  readonly purpose: string;
  /** `locked`, `released` or `slashed`. */
  readonly status: string;
}

/** One stake by its id, locked until the transaction ends; undefined when there is none. For the service. */
export async function findStakeForUpdate(db: Db, id: string): Promise<StakeRow | undefined> {
  return db
    .selectFrom("token_stakes")
    .select([
      "id",
      "user_id as userId",
      "site",
      "token_type as tokenType",
      sql<string>`trim_scale(amount)::text`.as("amount"),
      sql<string>`trim_scale(slashed_amount)::text`.as("slashedAmount"),
      "purpose",
      "status",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export interface NewStake {
  readonly id: string;
  readonly userId: string;
  readonly site: string;
  readonly tokenType: string;
  readonly amount: string;
  readonly purpose: string;
  readonly entity: { readonly type: string; readonly id: string } | null;
  readonly entryId: string;
}

/** Records a stake with the entry that locked it. For the service. */
export async function insertStake(db: Db, stake: NewStake): Promise<void> {
  await db
    .insertInto("token_stakes")
    .values({
      id: stake.id,
      user_id: stake.userId,
      site: stake.site,
      token_type: stake.tokenType,
      amount: stake.amount,
      purpose: stake.purpose,
      entity_type: stake.entity?.type ?? null,
      entity_id: stake.entity?.id ?? null,
      ledger_entry_id: stake.entryId,
    })
    .execute();
}

/** Closes a stake, with what was lost of it. For the service. */
export async function updateStakeClosed(db: Db, id: string, slashedAmount: string): Promise<void> {
  await db
    .updateTable("token_stakes")
    .set({
      status: sql<string>`case when ${slashedAmount}::numeric > 0 then 'slashed' else 'released' end`,
      slashed_amount: slashedAmount,
      closed_at: sql<Date>`now()`,
    })
    .where("id", "=", id)
    .execute();
}
