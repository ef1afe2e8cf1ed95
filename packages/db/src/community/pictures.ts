import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Whether the member has stored a file under this id. */
export async function fileExists(
  db: Db,
  { id, userId }: { readonly id: string; readonly userId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("file_uploads")
    .select("id")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many files the member has stored within a day. */
export async function countRecentFiles(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom("file_uploads")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("user_id", "=", userId)
    .where("created_at", ">", sql<Date>`now() - interval '1 day'`)
    .executeTakeFirstOrThrow();
  return count;
}
