import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One gift; the amount as decimal text. */
export interface TipRow {
  readonly id: string;
  readonly senderId: string | null;
  readonly recipientId: string | null;
  readonly tokenType: string;
  readonly amount: string;
  readonly entryId: string;
}

/** One gift by its id; undefined when there is none. */
export async function findTip(db: Db, id: string): Promise<TipRow | undefined> {
  return db
    .selectFrom("token_tips")
    .select([
      "id",
      "sender_id as senderId",
      "recipient_id as recipientId",
      "token_type as tokenType",
      sql<string>`trim_scale(amount)::text`.as("amount"),
      "ledger_entry_id as entryId",
    ])
    .where("id", "=", id)
    .executeTakeFirst();
}

export interface NewTip {
  readonly id: string;
  readonly senderId: string;
  readonly recipientId: string;
  readonly tokenType: string;
  readonly amount: string;
  readonly note: string | null;
  readonly entity: { readonly type: string; readonly id: string } | null;
  readonly entryId: string;
}

/** Records a gift with its entry. For the service. */
export async function insertTip(db: Db, tip: NewTip): Promise<void> {
  await db
    .insertInto("token_tips")
    .values({
      id: tip.id,
      sender_id: tip.senderId,
      recipient_id: tip.recipientId,
      token_type: tip.tokenType,
      amount: tip.amount,
      note: tip.note,
      entity_type: tip.entity?.type ?? null,
      entity_id: tip.entity?.id ?? null,
      ledger_entry_id: tip.entryId,
    })
    .execute();
}

/** How often a member gave in the last 24 hours, and how much of one token. */
export async function findTipUse(
  db: Db,
  senderId: string,
  tokenType: string,
): Promise<{ count: number; total: string }> {
  return db
    .selectFrom("token_tips")
    .select([
      sql<number>`count(*)::int`.as("count"),
      sql<string>`coalesce(sum(amount) filter (where token_type = ${tokenType}), 0)::text`.as(
        "total",
      ),
    ])
    .where("sender_id", "=", senderId)
    .where("created_at", ">", sql<Date>`now() - interval '24 hours'`)
    .executeTakeFirstOrThrow();
}

/** What a giver must know of the other member; undefined when the caller may not see them. */
export interface TipRecipient {
  readonly id: string;
  readonly name: string | null;
  /** True when the thing the gift is for is theirs and the caller may read it, or there is none. */
  readonly owns: boolean;
}

/** The member to whom the caller wants to give, and whether the post is theirs. */
export async function findTipRecipient(
  db: Db,
  recipientId: string,
  postId: string | null,
): Promise<TipRecipient | undefined> {
  return db
    .selectFrom("member_cards as c")
    .select([
      "c.id",
      "c.full_name as name",
      sql<boolean>`${postId}::uuid is null or exists (
        select from posts p where p.id = ${postId}::uuid and p.author_id = c.id)`.as("owns"),
    ])
    .where("c.id", "=", recipientId)
    .executeTakeFirst();
}

/** Whether one of two members has blocked the other. For the service. */
export async function existsBlock(db: Db, one: string, other: string): Promise<boolean> {
  const row = await db
    .selectFrom("member_blocks")
    .select("user_id")
    .where("kind", "=", "block")
    .where((eb) =>
      eb.or([
        eb.and([eb("user_id", "=", one), eb("blocked_user_id", "=", other)]),
        eb.and([eb("user_id", "=", other), eb("blocked_user_id", "=", one)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
