import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** What the member may do in the feed of a platform, and what they chose there. */
export interface PostingRights {
  /** May enter the platform, and so write there. */
  readonly entered: boolean;
  /** Tier of the running subscription; null without one. */
  readonly tier: string | null;
  /** Reaches every tier. */
  readonly guardian: boolean;
  /** May remove what others wrote. */
  readonly moderator: boolean;
  /** Posts that the member wrote within the last hour, removed ones included. */
  readonly postsLastHour: number;
  /** How comments are shown; null until the member chose. */
  readonly commentView: string | null;
}

/** Reads what the member may do in the feed of `platform`, in one statement. */
export async function findPostingRights(db: Db, platform: string): Promise<PostingRights> {
  const { rows } = await sql<PostingRights>`
    select app.has_platform(${platform}) as entered, app.my_tier() as tier,
      app.is_guardian() as guardian, app.is_moderator() as moderator,
      (select count(*)::int from posts where author_id = (select auth.uid())
        and created_at between now() - interval '1 hour' and now()) as "postsLastHour",
      (select value #>> '{}' from platform_state where user_id = (select auth.uid())
        and platform = ${platform} and key = 'community.comments.view') as "commentView"`.execute(
    db,
  );
  const [rights] = rows;
  if (!rights) {
    throw new Error("A select without a table gave no row.");
  }
  return rights;
}
