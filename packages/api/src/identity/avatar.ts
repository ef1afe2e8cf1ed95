import { randomUUID } from "node:crypto";
import type { Db } from "@neothink/db/core/identity";
import { deleteAttachedFiles, findFile, insertFile } from "@neothink/db/identity/files";
import { updateProfile } from "@neothink/db/identity/profiles";
import { Invalid, NotFound } from "../core/errors.ts";
import { imageType } from "./image-type.ts";

// A picture of 256 pixels takes 10 to 40 kB; more is no such picture.
const mostBytes = 200 * 1024;

/** Where the apps serve stored files. */
function fileUrl(id: string): string {
  return `/api/files/${id}`;
}

/**
 * Stores the viewer's new picture and removes the old one.
 * @returns the address of the picture, the same on each app.
 * @throws Invalid when the bytes are no picture or too many.
 */
export async function setAvatar(db: Db, userId: string, base64: string): Promise<string> {
  const content = Buffer.from(base64, "base64");
  const contentType = imageType(content);
  if (contentType === null) {
    throw new Invalid("not_a_picture", "Please choose a WebP, PNG or JPEG picture.", {
      data: ["This file is not a WebP, PNG or JPEG picture."],
    });
  }
  if (content.byteLength > mostBytes) {
    throw new Invalid("picture_too_big", "The picture is too big.", {
      data: ["Please choose a smaller picture."],
    });
  }
  const id = randomUUID();
  const url = fileUrl(id);
  await insertFile(db, {
    id,
    userId,
    url,
    pathname: `avatars/${userId}/${id}`,
    contentType,
    content,
    attachedTo: { type: "profile", id: userId },
  });
  await deleteAttachedFiles(db, { userId, type: "profile", id: userId, except: id });
  await updateProfile(db, userId, { avatar_url: url });
  return url;
}

/** Removes the viewer's picture; initials stand in for it. */
export async function removeAvatar(db: Db, userId: string): Promise<void> {
  await updateProfile(db, userId, { avatar_url: null });
  await deleteAttachedFiles(db, { userId, type: "profile", id: userId });
}

/**
 * A stored file that the viewer may see.
 * @throws NotFound when there is none, or not for this viewer.
 */
export async function readFile(
  db: Db,
  id: string,
): Promise<{ contentType: string; content: Buffer }> {
  const file = await findFile(db, id);
  if (file === undefined) {
    throw new NotFound("file_not_found", "This file does not exist, or you may not see it.");
  }
  return { contentType: file.content_type, content: file.content };
}
