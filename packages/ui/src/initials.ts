/** One or two capital letters for a name: first and last word; "?" for an empty one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words.at(0);
  if (first === undefined) {
    return "?";
  }
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => (word === undefined ? "" : (Array.from(word).at(0) ?? "")))
    .join("")
    .toLocaleUpperCase("en");
}
