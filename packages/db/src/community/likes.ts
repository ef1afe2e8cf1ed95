import type { Db } from "../core/identity.ts";

/** Notes that the member likes the post; false when they did before. */
export async function insertLike(db: Db, postId: string, userId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("post_likes")
    .values({ post_id: postId, user_id: userId })
    .onConflict((conflict) => conflict.columns(["post_id", "user_id"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes a like back; false when there was none. */
export async function deleteLike(db: Db, postId: string, userId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("post_likes")
    .where("post_id", "=", postId)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
