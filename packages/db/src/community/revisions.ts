import type { Db } from "../core/identity.ts";

/** An earlier text of a post. */
export interface RevisionRow {
  readonly version: number;
  /** Markdown, as it was until `replacedAt`. */
  readonly content: string;
  readonly replacedAt: Date;
}

/** Earlier texts of a post that the member may read, the first one first; at most 100. */
export async function listRevisions(db: Db, postId: string): Promise<RevisionRow[]> {
  return db
    .selectFrom("post_revisions")
    .select(["version", "content", "created_at as replacedAt"])
    .where("post_id", "=", postId)
    .orderBy("version")
    .limit(100)
    .execute();
}
