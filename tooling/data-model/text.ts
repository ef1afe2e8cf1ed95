import type { CatalogColumn, CatalogForeignKey, CatalogTable } from "@neothink/db/core/catalog";

/** First line of every generated page. */
export const notice =
  "<!-- Made from the live catalog by `node tooling/data-model/generate.ts`; changes belong in the migrations. -->";

const shortTypes: readonly (readonly [RegExp, string])[] = [
  [/^timestamp with time zone$/, "timestamptz"],
  [/^time without time zone$/, "time"],
  [/^character varying/, "varchar"],
  [/^double precision$/, "float8"],
];

/** A column's type in its short spelling. */
export function shortType(type: string): string {
  for (const [long, short] of shortTypes) {
    if (long.test(type)) {
      return type.replace(long, short);
    }
  }
  return type;
}

/** What fills the column when nothing is given, as SQL; null when nothing does. */
export function defaultOf(column: CatalogColumn): string | null {
  if (column.identity) {
    return "counts up";
  }
  return column.generated ? "computed" : (column.default?.replace(/::[a-z ]+(\[\])?$/, "") ?? null);
}

/** Text for a cell of a Markdown table. */
export function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
}

/** True when the table's row is found by the foreign key alone, so that there is at most one. */
export function isSingle(table: CatalogTable, key: CatalogForeignKey): boolean {
  const sets = [table.primaryKey, ...table.uniques.map(({ columns }) => columns)];
  return sets.some(
    (columns) => columns.length > 0 && columns.every((column) => key.columns.includes(column)),
  );
}

/** True when a column of the foreign key may be empty. */
export function isOptional(table: CatalogTable, key: CatalogForeignKey): boolean {
  return table.columns.some(({ name, nullable }) => nullable && key.columns.includes(name));
}
