// Larger files are rarely pictures, and would stop the browser for long.
const mostSourceBytes = 25 * 1024 * 1024;
const longestEdge = 2048;
const attempts = [
  { edge: longestEdge, quality: 0.85 },
  { edge: longestEdge, quality: 0.7 },
  { edge: 1600, quality: 0.7 },
  { edge: 1200, quality: 0.6 },
  { edge: 800, quality: 0.6 },
];

/** A picture that cannot be taken, with a sentence for the member. */
export class PictureProblem extends Error {
  override readonly name = "PictureProblem";
}

/** Width and height that fit into a square of `edge`, never larger than before. */
export function fitInto(
  edge: number,
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * Draws a picture anew, as WebP where the browser can write it, until it has `mostBytes` at most.
 * Drawing drops place and camera, which phones write into pictures.
 * @throws PictureProblem when it is none that the browser can read.
 */
export async function shrinkPicture(file: Blob, mostBytes: number): Promise<Blob> {
  if (file.size > mostSourceBytes) {
    throw new PictureProblem("This picture is larger than 25 MB.");
  }
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) {
    throw new PictureProblem("This file is not a picture that your browser can read.");
  }
  try {
    for (const { edge, quality } of attempts) {
      const drawn = await draw(picture, edge, quality);
      if (drawn !== null && drawn.size <= mostBytes) {
        return drawn;
      }
    }
  } finally {
    picture.close();
  }
  throw new PictureProblem("This picture could not be made small enough.");
}

async function draw(picture: ImageBitmap, edge: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const { height, width } = fitInto(edge, picture.width, picture.height);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) {
    return null;
  }
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/webp", quality));
}

/** The bytes of a file as base64. */
export async function base64Of(file: Blob): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new PictureProblem("This file could not be read."));
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(",") + 1);
}
