import { type RawBuilder, sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** What a writer has so far. */
export interface DraftData {
  readonly content: string;
  readonly section: string | null;
  readonly tokenTag: string | null;
  readonly visibility: string;
  readonly publishAt: Date | null;
  /** Question, choices and rules of a poll; null without one. */
  readonly poll: unknown;
}

/** A kept draft. */
export interface DraftRow extends DraftData {
  /** Also the id that the post will have. */
  readonly id: string;
  /** Changes with every save; text of a timestamp to the microsecond. */
  readonly version: string;
  readonly savedAt: Date;
}

const version: RawBuilder<string> = sql<string>`updated_at::text`;

function drafts(db: Db) {
  return db
    .selectFrom("post_drafts")
    .select([
      "id",
      "content",
      "section",
      "token_tag as tokenTag",
      "visibility",
      "publish_at as publishAt",
      "poll",
      "updated_at as savedAt",
      version.as("version"),
    ]);
}

/** The member's drafts of new posts for a platform, last saved first. */
export async function listDrafts(db: Db, platform: string, limit: number): Promise<DraftRow[]> {
  return drafts(db)
    .where("user_id", "=", sql<string>`(select auth.uid())`)
    .where("platform", "=", platform)
    .where("post_id", "is", null)
    .orderBy("updated_at", "desc")
    .limit(limit)
    .execute();
}

/** One draft of the member; undefined when there is none. */
export async function findDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  return drafts(db).where("id", "=", id).executeTakeFirst();
}

function columns(data: DraftData) {
  return {
    content: data.content,
    section: data.section,
    token_tag: data.tokenTag,
    visibility: data.visibility,
    publish_at: data.publishAt,
    poll: data.poll === null ? null : JSON.stringify(data.poll),
  };
}

/** When and as which version a draft was saved. */
export interface DraftVersion {
  readonly version: string;
  readonly savedAt: Date;
}

/** Keeps a new draft; undefined when its id is taken. */
export async function insertDraft(
  db: Db,
  draft: DraftData & { readonly id: string; readonly userId: string; readonly platform: string },
): Promise<DraftVersion | undefined> {
  return db
    .insertInto("post_drafts")
    .values({
      id: draft.id,
      user_id: draft.userId,
      platform: draft.platform,
      ...columns(draft),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning(["updated_at as savedAt", version.as("version")])
    .executeTakeFirst();
}

/** Saves a draft over the version that the writer knew; undefined when another is there by now. */
export async function updateDraft(
  db: Db,
  draft: DraftData & { readonly id: string; readonly base: string },
): Promise<DraftVersion | undefined> {
  return db
    .updateTable("post_drafts")
    .set(columns(draft))
    .where("id", "=", draft.id)
    .where(sql<boolean>`updated_at = ${draft.base}::timestamptz`)
    .returning(["updated_at as savedAt", version.as("version")])
    .executeTakeFirst();
}

/** Lets go of a draft. */
export async function deleteDraft(db: Db, id: string): Promise<void> {
  await db.deleteFrom("post_drafts").where("id", "=", id).execute();
}

/** How many drafts the member keeps, and whether a post with this id is there already. */
export async function findDraftRoom(
  db: Db,
  id: string,
): Promise<{ readonly kept: number; readonly published: boolean }> {
  const { rows } = await sql<{ kept: number; published: boolean }>`
    select (select count(*)::int from post_drafts where user_id = (select auth.uid())) as kept,
      exists (select from posts where id = ${id}::uuid) as published`.execute(db);
  return rows[0] ?? { kept: 0, published: false };
}
