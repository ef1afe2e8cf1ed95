/** Edge of a stored picture in pixels. */
export const pictureEdge = 256;

/** The middle square of a picture: where to cut, in the picture's own pixels. */
export function middleSquare(
  width: number,
  height: number,
): { x: number; y: number; edge: number } {
  const edge = Math.min(width, height);
  return { x: Math.floor((width - edge) / 2), y: Math.floor((height - edge) / 2), edge };
}

/**
 * Cuts a picture to its middle square of 256 pixels, as WebP where the browser can write it, else
 * PNG. Drawing it anew also drops place and camera, which phones write into pictures.
 * @returns base64 of the file.
 * @throws Error when the file is no picture that the browser can read.
 */
export async function cropImage(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement("canvas");
  canvas.width = pictureEdge;
  canvas.height = pictureEdge;
  const context = canvas.getContext("2d");
  if (context === null) {
    throw new Error("This browser cannot draw.");
  }
  const { x, y, edge } = middleSquare(picture.width, picture.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, x, y, edge, edge, 0, 0, pictureEdge, pictureEdge);
  picture.close();
  const address = canvas.toDataURL("image/webp", 0.85);
  return address.slice(address.indexOf(",") + 1);
}
