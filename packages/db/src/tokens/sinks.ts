import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One offer; decimals as text. */
export interface SinkRow {
  readonly id: string;
  readonly site: string;
  /** `feature_unlock`, `raffle` or `donation`. */
  readonly kind: string;
  readonly tokenType: string;
  readonly name: string;
  readonly description: string | null;
  readonly price: string;
  /** Null when there is no limit. */
  readonly stock: number | null;
  readonly active: boolean;
  /** What a purchase changes, such as `streak_freeze`; null for gifts and raffles. */
  readonly effect: string | null;
}

const sinkColumns = [
  "s.id",
  "s.site",
  "s.sink_type as kind",
  "s.token_type as tokenType",
  "s.name",
  "s.description",
  sql<string>`trim_scale(s.price)::text`.as("price"),
  "s.stock",
  "s.is_active as active",
  "s.effect",
] as const;

/** An offer with what everybody together paid for it. */
export interface OfferRow extends SinkRow {
  readonly purchases: number;
  readonly total: string;
  /** The viewer's own part of it. */
  readonly mine: string;
}

/** What can be bought on a platform now, the cheapest first. */
export async function listOffers(db: Db, site: string, userId: string): Promise<OfferRow[]> {
  return db
    .selectFrom("token_sinks as s")
    .leftJoin(
      sql<{
        sink_id: string;
        purchases: string;
        total: string;
      }>`app.sink_totals(${site})`.as("t"),
      (join) => join.onRef("t.sink_id", "=", "s.id"),
    )
    .select([
      ...sinkColumns,
      sql<number>`coalesce(t.purchases, 0)::int`.as("purchases"),
      sql<string>`trim_scale(coalesce(t.total, 0))::text`.as("total"),
      sql<string>`trim_scale(coalesce((select sum(p.amount) from token_sink_purchases p
        where p.sink_id = s.id and p.user_id = ${userId}), 0))::text`.as("mine"),
    ])
    .where("s.site", "=", site)
    .where("s.is_active", "=", true)
    .where("s.simulation_run_id", "is", null)
    .orderBy("s.sink_type")
    .orderBy("s.price")
    .orderBy("s.id")
    .execute();
}

/** One offer, whether it is offered at present or not. For the service. */
export async function findSink(db: Db, id: string): Promise<SinkRow | undefined> {
  return db
    .selectFrom("token_sinks as s")
    .select(sinkColumns)
    .where("s.id", "=", id)
    .where("s.simulation_run_id", "is", null)
    .executeTakeFirst();
}

/** Takes one from a limited stock; false when nothing was left. For the service. */
export async function updateStockTaken(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("token_sinks")
    .set((eb) => ({ stock: eb("stock", "-", 1) }))
    .where("id", "=", id)
    .where("stock", ">", 0)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A purchase; the amount as decimal text. */
export interface PurchaseRow {
  readonly id: string;
  readonly sinkId: string;
  readonly userId: string | null;
  readonly amount: string;
  readonly ticketNumber: number | null;
  readonly raffleId: string | null;
}

/** A purchase by its id; undefined when there is none. For the service. */
export async function findPurchase(db: Db, id: string): Promise<PurchaseRow | undefined> {
  return db
    .selectFrom("token_sink_purchases")
    .select([
      "id",
      "sink_id as sinkId",
      "user_id as userId",
      sql<string>`trim_scale(amount)::text`.as("amount"),
      "ticket_number as ticketNumber",
      "raffle_id as raffleId",
    ])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Records a purchase with its entry. For the service. */
export async function insertPurchase(
  db: Db,
  purchase: {
    readonly id: string;
    readonly sinkId: string;
    readonly userId: string;
    readonly amount: string;
    readonly entryId: string;
    readonly ticket: { readonly raffleId: string; readonly number: number } | null;
  },
): Promise<void> {
  await db
    .insertInto("token_sink_purchases")
    .values({
      id: purchase.id,
      sink_id: purchase.sinkId,
      user_id: purchase.userId,
      amount: purchase.amount,
      ledger_entry_id: purchase.entryId,
      raffle_id: purchase.ticket?.raffleId ?? null,
      ticket_number: purchase.ticket?.number ?? null,
    })
    .execute();
}

/** One more day that a member may skip. For the service; its check refuses the fourth. */
export async function upsertExtraFreeze(db: Db, userId: string, timeZone: string): Promise<void> {
  await db
    .insertInto("member_streaks")
    .values({ user_id: userId, extra_freezes: 1, timezone: timeZone })
    .onConflict((conflict) =>
      conflict
        .column("user_id")
        .doUpdateSet((eb) => ({ extra_freezes: eb("member_streaks.extra_freezes", "+", 1) })),
    )
    .execute();
}
