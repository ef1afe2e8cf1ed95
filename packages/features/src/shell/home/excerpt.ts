/**
 * The beginning of a Markdown text as one plain line of at most `length` characters, cut between
 * words. Marks are dropped; the words of links and images stay.
 */
export function excerpt(markdown: string, length: number): string {
  const plain = markdown
    .replace(/```[^\n]*\n?/gu, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gmu, "")
    .replace(/(\*\*|__|~~|`)/gu, "")
    .replace(/(^|\s)[*_](\S[^*_]*)[*_](?=\s|[.,;:!?]|$)/gu, "$1$2")
    .replace(/\s+/gu, " ")
    .trim();
  const letters = Array.from(plain);
  if (letters.length <= length) {
    return plain;
  }
  const cut = letters.slice(0, length).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:]+$/u, "")}…`;
}
