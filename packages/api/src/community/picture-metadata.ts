import type { ImageType } from "../identity/image-type.ts";

/**
 * Whether a picture carries data about where, when or with what it was taken (EXIF, XMP, text). A
 * file whose structure cannot be followed counts as carrying some.
 */
export function hasMetadata(bytes: Buffer, type: ImageType): boolean {
  switch (type) {
    case "image/webp":
      return webpChunks(bytes)?.some((name) => name === "EXIF" || name === "XMP ") ?? true;
    case "image/png":
      return pngChunks(bytes)?.some((name) => /^(eXIf|tEXt|iTXt|zTXt|tIME)$/.test(name)) ?? true;
    case "image/jpeg":
      return jpegHasMetadata(bytes);
  }
}

function webpChunks(bytes: Buffer): string[] | null {
  const names: string[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    names.push(bytes.toString("latin1", at, at + 4));
    const size = bytes.readUInt32LE(at + 4);
    // Chunks stand on even places.
    at += 8 + size + (size % 2);
  }
  return at >= bytes.length ? names : null;
}

function pngChunks(bytes: Buffer): string[] | null {
  const names: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    names.push(bytes.toString("latin1", at + 4, at + 8));
    at += 12 + bytes.readUInt32BE(at);
  }
  return at === bytes.length ? names : null;
}

const startOfScan = 0xda;
// EXIF and XMP, IPTC, comments.
const tells = (marker: number): boolean => marker === 0xe1 || marker === 0xed || marker === 0xfe;

function jpegHasMetadata(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === startOfScan) {
      return false;
    }
    if (tells(marker)) {
      return true;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return true;
}
