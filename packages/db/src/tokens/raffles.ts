import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A draw as everyone may see it; decimals as text. */
export interface RaffleRow {
  readonly id: string;
  readonly sinkId: string;
  readonly drawsAt: Date;
  /** SHA-256 of the secret. */
  readonly commitment: string;
  /** Null until it is drawn. */
  readonly secret: string | null;
  readonly ticketCount: number | null;
  readonly winningTicket: number | null;
  readonly winnerName: string | null;
  readonly won: boolean;
  readonly prize: string | null;
  readonly drawnAt: Date | null;
  /** Numbers of the viewer's tickets. */
  readonly ownTickets: readonly number[];
}

/** The last draws of a platform's raffles, the newest first, with the viewer's own tickets. */
export async function listRaffles(db: Db, site: string, userId: string): Promise<RaffleRow[]> {
  return db
    .selectFrom("token_raffles as r")
    .innerJoin("token_sinks as s", "s.id", "r.sink_id")
    .leftJoin("member_cards as c", "c.id", "r.winner_id")
    .select([
      "r.id",
      "r.sink_id as sinkId",
      "r.draws_at as drawsAt",
      "r.commitment",
      "r.revealed_secret as secret",
      "r.ticket_count as ticketCount",
      "r.winning_ticket as winningTicket",
      "c.full_name as winnerName",
      sql<boolean>`coalesce(r.winner_id = ${userId}, false)`.as("won"),
      sql<string | null>`trim_scale(r.prize)::text`.as("prize"),
      "r.drawn_at as drawnAt",
      sql<number[]>`array(select p.ticket_number from token_sink_purchases p
        where p.raffle_id = r.id and p.user_id = ${userId} order by 1)`.as("ownTickets"),
    ])
    .where("s.site", "=", site)
    .orderBy("r.draws_at", "desc")
    .limit(5)
    .execute();
}

/** Opens the draw of an offer at a moment, unless it is open; gives its id. For the service. */
export async function upsertRaffle(
  db: Db,
  raffle: { sinkId: string; drawsAt: Date; secret: string; commitment: string },
): Promise<string> {
  await db
    .insertInto("token_raffles")
    .values({
      sink_id: raffle.sinkId,
      draws_at: raffle.drawsAt,
      secret: raffle.secret,
      commitment: raffle.commitment,
    })
    .onConflict((conflict) => conflict.columns(["sink_id", "draws_at"]).doNothing())
    .execute();
  const row = await db
    .selectFrom("token_raffles")
    .select("id")
    .where("sink_id", "=", raffle.sinkId)
    .where("draws_at", "=", raffle.drawsAt)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Waits for the other buyers of this draw and gives the number of the next ticket; null once it is drawn. For the service. */
export async function findNextTicket(db: Db, raffleId: string): Promise<number | null> {
  const open = await db
    .selectFrom("token_raffles")
    .select("id")
    .where("id", "=", raffleId)
    .where("drawn_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!open) {
    return null;
  }
  const row = await db
    .selectFrom("token_sink_purchases")
    .select(sql<number>`coalesce(max(ticket_number), 0) + 1`.as("next"))
    .where("raffle_id", "=", raffleId)
    .executeTakeFirstOrThrow();
  return row.next;
}

/** A draw that is due, with its secret. */
export interface DueRaffleRow {
  readonly id: string;
  readonly secret: string;
  readonly site: string;
  readonly tokenType: string;
  readonly tickets: number;
  /** What the tickets cost altogether. */
  readonly paid: string;
}

/** One draw that is due, locked; undefined when none is. For the service. */
export async function findDueRaffle(db: Db, now: Date): Promise<DueRaffleRow | undefined> {
  const raffle = await db
    .selectFrom("token_raffles as r")
    .innerJoin("token_sinks as s", "s.id", "r.sink_id")
    .select(["r.id", "r.secret", "s.site", "s.token_type as tokenType"])
    .where("r.drawn_at", "is", null)
    .where("r.draws_at", "<=", now)
    .orderBy("r.draws_at")
    .limit(1)
    .forUpdate("r")
    .skipLocked()
    .executeTakeFirst();
  if (!raffle) {
    return undefined;
  }
  const sold = await db
    .selectFrom("token_sink_purchases")
    .select([
      sql<number>`count(*)::int`.as("tickets"),
      sql<string>`coalesce(sum(amount), 0)::text`.as("paid"),
    ])
    .where("raffle_id", "=", raffle.id)
    .executeTakeFirstOrThrow();
  return { ...raffle, ...sold };
}

/** Who holds a ticket; null when that account was erased. For the service. */
export async function findTicketHolder(
  db: Db,
  raffleId: string,
  ticket: number,
): Promise<string | null> {
  const row = await db
    .selectFrom("token_sink_purchases")
    .select("user_id as userId")
    .where("raffle_id", "=", raffleId)
    .where("ticket_number", "=", ticket)
    .executeTakeFirst();
  return row?.userId ?? null;
}

/** Closes a draw and publishes its secret. For the service. */
export async function updateRaffleDrawn(
  db: Db,
  id: string,
  result: {
    tickets: number;
    winningTicket: number | null;
    winnerId: string | null;
    prize: string | null;
    entryId: string | null;
  },
): Promise<void> {
  await db
    .updateTable("token_raffles")
    .set((eb) => ({
      revealed_secret: eb.ref("secret"),
      ticket_count: result.tickets,
      winning_ticket: result.winningTicket,
      winner_id: result.winnerId,
      prize: result.prize,
      ledger_entry_id: result.entryId,
      drawn_at: sql<Date>`now()`,
    }))
    .where("id", "=", id)
    .execute();
}
