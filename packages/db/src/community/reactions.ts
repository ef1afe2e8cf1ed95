import type { Db } from "../core/identity.ts";

/** Notes a reaction; false when the member had given it before. */
export async function insertReaction(
  db: Db,
  reaction: { readonly postId: string; readonly userId: string; readonly kind: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("post_reactions")
    .values({ post_id: reaction.postId, user_id: reaction.userId, reaction_type: reaction.kind })
    .onConflict((conflict) => conflict.columns(["post_id", "user_id", "reaction_type"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes a reaction back; false when there was none. */
export async function deleteReaction(
  db: Db,
  reaction: { readonly postId: string; readonly userId: string; readonly kind: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("post_reactions")
    .where("post_id", "=", reaction.postId)
    .where("user_id", "=", reaction.userId)
    .where("reaction_type", "=", reaction.kind)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
