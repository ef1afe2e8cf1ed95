import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { Keyset } from "../core/pagination.ts";

/** Whom a follow or block is about: who acts, and the other one. */
export interface MemberPair {
  readonly userId: string;
  readonly otherId: string;
}

/** Follows a member; false when it was so before. */
export async function insertFollow(db: Db, { userId, otherId }: MemberPair): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("user_connections")
    .values({ user_id: userId, connected_user_id: otherId, connection_type: "follow" })
    .onConflict((conflict) => conflict.columns(["user_id", "connected_user_id"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Ends following; false when it was so before. */
export async function deleteFollow(db: Db, { userId, otherId }: MemberPair): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("user_connections")
    .where("user_id", "=", userId)
    .where("connected_user_id", "=", otherId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A member whom the reader follows, or who follows the reader. */
export interface FollowRow {
  readonly id: string;
  readonly name: string | null;
  readonly avatarUrl: string | null;
  /** The reader follows them. */
  readonly following: boolean;
  readonly since: Date;
  readonly cursorAt: string;
}

/** Whom the reader follows, or who follows the reader; newest first, in one statement. */
export async function listFollows(
  db: Db,
  page: {
    readonly side: "following" | "followers";
    readonly after?: Keyset | undefined;
    readonly limit: number;
  },
): Promise<FollowRow[]> {
  const { after, limit, side } = page;
  const [own, other] =
    side === "following"
      ? [sql.ref("f.user_id"), sql.ref("f.connected_user_id")]
      : [sql.ref("f.connected_user_id"), sql.ref("f.user_id")];
  const place = after
    ? sql`and (f.created_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<FollowRow>`
    select c.id, c.full_name as name, c.avatar_url as "avatarUrl", f.created_at as since,
      f.created_at::text as "cursorAt",
      exists (select from user_connections m where m.user_id = (select auth.uid())
        and m.connected_user_id = c.id and m.status = 'active') as following
    from user_connections f join member_cards c on c.id = ${other}
    where ${own} = (select auth.uid()) and f.status = 'active' ${place}
    order by f.created_at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}
