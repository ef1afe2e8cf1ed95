import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { MemberPair } from "./follows.ts";

/** A block hides both from each other; a mute hides the other from the reader alone. */
export type BlockKind = "block" | "mute";

/** Blocks or mutes a member; a block takes the place of a mute and the other way round. */
export async function upsertBlock(
  db: Db,
  { userId, otherId, kind }: MemberPair & { readonly kind: BlockKind },
): Promise<void> {
  await db
    .insertInto("member_blocks")
    .values({ user_id: userId, blocked_user_id: otherId, kind })
    .onConflict((conflict) =>
      conflict.columns(["user_id", "blocked_user_id"]).doUpdateSet({ kind }),
    )
    .execute();
}

/** Lifts a block or mute; false when there was none. */
export async function deleteBlock(db: Db, { userId, otherId }: MemberPair): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("member_blocks")
    .where("user_id", "=", userId)
    .where("blocked_user_id", "=", otherId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Somebody whom the reader blocks or mutes. */
export interface BlockRow {
  readonly id: string;
  /** Null when the card is not shown to the reader. */
  readonly name: string | null;
  readonly avatarUrl: string | null;
  readonly kind: string;
  readonly since: Date;
}

/** Whom the reader blocks and mutes, newest first; at most 500. */
export async function listBlocks(db: Db): Promise<BlockRow[]> {
  return db
    .selectFrom("member_blocks as b")
    .leftJoin("member_cards as c", "c.id", "b.blocked_user_id")
    .select([
      "b.blocked_user_id as id",
      "c.full_name as name",
      "c.avatar_url as avatarUrl",
      "b.kind",
      "b.created_at as since",
    ])
    .where("b.user_id", "=", sql<string>`(select auth.uid())`)
    .orderBy("b.created_at", "desc")
    .orderBy("b.id", "desc")
    .limit(500)
    .execute();
}
