/**
 * Fills the names in double braces of a template; names without a word are left out. Spaces are
 * joined, and what is longer than `limit` characters ends in an ellipsis.
 */
export function fillWords(
  template: string,
  words: Readonly<Record<string, string>>,
  limit: number,
): string {
  const filled = template
    .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
      Object.hasOwn(words, name) ? (words[name] ?? "") : "",
    )
    .replaceAll(/\s+/g, " ")
    .trim();
  // By code points: cutting an emoji in half would leave a broken character.
  const points = [...filled];
  return points.length > limit ? `${points.slice(0, limit - 1).join("")}…` : filled;
}
