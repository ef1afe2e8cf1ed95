import { z } from "zod";

/** Most bytes of a picture that is kept; the browser writes it small enough. */
export const pictureBytes = 1024 * 1024;

/** Longest description of a picture. */
export const altLength = 300;

/** A picture for a post or a comment that is being written, under the id that it will have. */
export const AddPicture = z.object({
  id: z.guid(),
  attachTo: z.object({ type: z.enum(["post", "post_comment"]), id: z.guid() }),
  /** Base64 of a WebP, PNG or JPEG file. */
  data: z.base64().max(Math.ceil(pictureBytes / 3) * 4 + 4),
});
export type AddPicture = z.infer<typeof AddPicture>;
