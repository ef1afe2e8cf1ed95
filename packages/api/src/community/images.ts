import { countRecentFiles, fileExists } from "@neothink/db/community/pictures";
import { insertFile } from "@neothink/db/identity/files";
import type { MemberContext } from "../core/context.ts";
import { Invalid, LimitReached } from "../core/errors.ts";
import { imageType } from "../identity/image-type.ts";
import { type AddPicture, pictureBytes } from "./images.schema.ts";
import { hasMetadata } from "./picture-metadata.ts";

// Our figure: far above what a person pastes, far below what fills a disk.
const picturesPerDay = 60;

/**
 * Stores a picture for what the viewer is writing; others see it once they may read that text. Sent
 * twice with the same id, it stores once. Gives its address.
 * @throws Invalid when the bytes are no picture, too many, or carry data about place or camera.
 */
export async function addPicture(
  { db, viewer }: MemberContext,
  { attachTo, data, id }: AddPicture,
): Promise<{ readonly url: string }> {
  const url = `/api/files/${id}`;
  if (await fileExists(db, { id, userId: viewer.id })) {
    return { url };
  }
  const content = Buffer.from(data, "base64");
  const contentType = imageType(content);
  if (contentType === null) {
    throw new Invalid("not_a_picture", "Please choose a WebP, PNG or JPEG picture.");
  }
  if (content.byteLength > pictureBytes) {
    throw new Invalid("picture_too_big", "The picture is too big.");
  }
  if (hasMetadata(content, contentType)) {
    throw new Invalid("picture_has_metadata", "The picture carries data about place or camera.");
  }
  if ((await countRecentFiles(db, viewer.id)) >= picturesPerDay) {
    throw new LimitReached("too_many_pictures", `That is ${picturesPerDay} pictures in a day.`);
  }
  await insertFile(db, {
    id,
    userId: viewer.id,
    url,
    pathname: `posts/${viewer.id}/${id}`,
    contentType,
    content,
    attachedTo: attachTo,
  });
  return { url };
}
