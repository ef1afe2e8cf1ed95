import type { CatalogTable } from "@neothink/db/core/catalog";
import type { Room } from "./rooms.ts";
import { cell, defaultOf, notice, shortType } from "./text.ts";

function columnRows(table: CatalogTable): string[] {
  return table.columns.map((column) => {
    const initial = defaultOf(column);
    return `| \`${column.name}\` | ${cell(shortType(column.type))} | ${column.nullable ? "yes" : ""} | ${initial === null ? "" : `\`${cell(initial)}\``} | ${cell(column.comment ?? "")} |`;
  });
}

function keyLines(table: CatalogTable): string[] {
  return [
    ...(table.parent ? [`- Partition of \`${table.parent}\`.`] : []),
    `- Key: ${table.primaryKey.map((name) => `\`${name}\``).join(", ")}`,
    ...table.uniques.map(
      ({ columns }) => `- Unique: ${columns.map((name) => `\`${name}\``).join(", ")}`,
    ),
    ...table.foreignKeys.map(
      ({ columns, target, targetColumns, onDelete }) =>
        `- \`${columns.join(", ")}\` → [${target}](#${target}).\`${targetColumns.join(", ")}\`${onDelete === "no action" ? "" : `, on delete ${onDelete}`}`,
    ),
    ...table.checks.map(
      ({ definition }) => `- Check: \`${cell(definition.replace(/^CHECK /, ""))}\``,
    ),
  ];
}

/** Every table and column with type, default and meaning. */
export function dictionaryPage(rooms: readonly Room[]): string {
  return [
    notice,
    "",
    "# Dictionary",
    "",
    ...rooms.flatMap(({ title, tables }) => [
      `## ${title}`,
      "",
      ...tables.flatMap((table) => [
        `### ${table.name}`,
        "",
        table.comment ?? "",
        "",
        "| Column | Type | May be empty | Default | Meaning |",
        "| --- | --- | --- | --- | --- |",
        ...columnRows(table),
        "",
        ...keyLines(table),
        "",
      ]),
    ]),
  ].join("\n");
}
