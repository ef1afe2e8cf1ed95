import type { Db } from "../core/identity.ts";

/** A small file whose bytes live in the database. */
export interface NewFile {
  id: string;
  userId: string;
  url: string;
  pathname: string;
  contentType: string;
  content: Buffer;
  /** What it is attached to: a name of `entity_types` and that thing's id. */
  attachedTo: { type: string; id: string };
}

/** Stores a file and its bytes. */
export async function insertFile(db: Db, file: NewFile): Promise<void> {
  await db
    .insertInto("file_uploads")
    .values({
      id: file.id,
      user_id: file.userId,
      url: file.url,
      pathname: file.pathname,
      content_type: file.contentType,
      size: file.content.byteLength,
      provider: "local",
      resource_type: file.attachedTo.type,
      resource_id: file.attachedTo.id,
    })
    .execute();
  await db
    .insertInto("file_contents")
    .values({ file_id: file.id, content: file.content })
    .execute();
}

/** A file that the viewer may see, with its bytes. */
export async function findFile(
  db: Db,
  id: string,
): Promise<{ content_type: string; content: Buffer } | undefined> {
  return db
    .selectFrom("file_uploads")
    .innerJoin("file_contents", "file_contents.file_id", "file_uploads.id")
    .select(["file_uploads.content_type", "file_contents.content"])
    .where("file_uploads.id", "=", id)
    .executeTakeFirst();
}

/** Removes the viewer's files that are attached to a thing, but for one. */
export async function deleteAttachedFiles(
  db: Db,
  { userId, type, id, except }: { userId: string; type: string; id: string; except?: string },
): Promise<void> {
  await db
    .deleteFrom("file_uploads")
    .where("user_id", "=", userId)
    .where("resource_type", "=", type)
    .where("resource_id", "=", id)
    .$if(except !== undefined, (query) => query.where("id", "!=", except ?? ""))
    .execute();
}
