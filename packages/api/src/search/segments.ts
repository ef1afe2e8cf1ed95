/** A piece of a text, and whether it is what was searched for. */
export interface Segment {
  readonly text: string;
  readonly match: boolean;
}

const start = "\uE000";
const stop = "\uE001";

// Marks may stand anywhere inside, so every pattern lets them through.
const image = /!\[([^\]]*)\]\([^)]*\)/g;
const link = /\[([^\]]*)\]\([^)]*\)/g;
const brokenLink = /^[^[\]()]*\]\([^)]*\)|\[([^\]]*)\]\([^)]*$/g;
const signs = /(^|\s)(#{1,6}|>+|[-*+]|\d+\.)(?=\s)|[*_~`|]{1,3}/g;

/** A text with matches between U+E000 and U+E001 as pieces, without the signs of Markdown. */
export function toSegments(marked: string): Segment[] {
  const plain = marked
    .replaceAll(image, "$1")
    .replaceAll(link, "$1")
    .replaceAll(brokenLink, "$1")
    .replaceAll(signs, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
  const segments: Segment[] = [];
  let match = false;
  for (const piece of plain.split(/([\uE000\uE001])/)) {
    if (piece === start || piece === stop) {
      match = piece === start;
    } else if (piece !== "") {
      const last = segments.at(-1);
      if (last?.match === match) {
        segments[segments.length - 1] = { text: last.text + piece, match };
      } else {
        segments.push({ text: piece, match });
      }
    }
  }
  return segments;
}
