import type { Term } from "./glossary-terms.ts";
import type { Room } from "./rooms.ts";
import { cell, notice } from "./text.ts";

/**
 * The glossary page.
 * @throws Error when a term names a table that does not exist, or terms are out of order.
 */
export function glossaryPage(terms: readonly Term[], rooms: readonly Room[]): string {
  const known = new Set(rooms.flatMap(({ tables }) => tables.map(({ name }) => name)));
  const unknown = terms.flatMap(({ term, tables }) =>
    tables.filter((table) => !known.has(table)).map((table) => `${term}: ${table}`),
  );
  if (unknown.length > 0) {
    throw new Error(`The glossary names tables that do not exist: ${unknown.join("; ")}.`);
  }
  const rows = terms
    .toSorted((a, b) => a.term.localeCompare(b.term, "en"))
    .map(({ term, meaning, tables }) => {
      const links = tables.map((table) => `[${table}](dictionary.md#${table})`);
      return `| ${term} | ${cell(meaning)} | ${links.join(", ")} |`;
    });
  return [
    notice.replace("the migrations", "`tooling/data-model/glossary-terms.ts`"),
    "",
    "# Glossary",
    "",
    "| Term | Meaning | Tables |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
