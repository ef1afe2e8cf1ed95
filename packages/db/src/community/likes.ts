import type { Db } from "../core/identity.ts";

/** Notes that the member likes the post; a second time changes nothing. */
export async function insertLike(db: Db, postId: string, userId: string): Promise<void> {
  await db
    .insertInto("post_likes")
    .values({ post_id: postId, user_id: userId })
    .onConflict((conflict) => conflict.columns(["post_id", "user_id"]).doNothing())
    .execute();
}

/** Takes a like back; without one nothing changes. */
export async function deleteLike(db: Db, postId: string, userId: string): Promise<void> {
  await db
    .deleteFrom("post_likes")
    .where("post_id", "=", postId)
    .where("user_id", "=", userId)
    .execute();
}
