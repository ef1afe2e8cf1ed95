import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** What a page says of itself; all null when it could not be read. */
export interface LinkPreviewData {
  readonly title: string | null;
  readonly description: string | null;
  readonly siteName: string | null;
}

/** Whether the page behind `url` was asked within the last week. Needs the service's rights. */
export async function isFreshPreview(db: Db, url: string): Promise<boolean> {
  const row = await db
    .selectFrom("link_previews")
    .select("id")
    .where("url", "=", url)
    .where("fetched_at", ">", sql<Date>`now() - interval '7 days'`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps what a page said of itself. Needs the service's rights. */
export async function upsertPreview(db: Db, url: string, data: LinkPreviewData): Promise<void> {
  const values = { title: data.title, description: data.description, site_name: data.siteName };
  await db
    .insertInto("link_previews")
    .values({ url, ...values })
    .onConflict((conflict) =>
      conflict.column("url").doUpdateSet({ ...values, fetched_at: sql<Date>`now()` }),
    )
    .execute();
}
