export type ImageType = "image/webp" | "image/png" | "image/jpeg";

function startsWith(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((value, index) => bytes[at + index] === value);
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** What kind of picture the bytes are, by their first bytes; null for anything else. */
export function imageType(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, 0, ascii("RIFF")) && startsWith(bytes, 8, ascii("WEBP"))) {
    return "image/webp";
  }
  if (startsWith(bytes, 0, [0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a])) {
    return "image/png";
  }
  return startsWith(bytes, 0, [0xff, 0xd8, 0xff]) ? "image/jpeg" : null;
}
