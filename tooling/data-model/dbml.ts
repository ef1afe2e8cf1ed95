import type { CatalogColumn, CatalogTable } from "@neothink/db/core/catalog";
import type { Room } from "./rooms.ts";
import { defaultOf, isSingle, shortType } from "./text.ts";

const quoted = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

function columnLine(table: CatalogTable, column: CatalogColumn): string {
  const initial = defaultOf(column);
  const settings = [
    table.primaryKey.length === 1 && table.primaryKey[0] === column.name ? "pk" : "",
    column.nullable ? "" : "not null",
    column.identity ? "increment" : "",
    initial !== null && !column.identity && !column.generated ? `default: \`${initial}\`` : "",
    column.comment ? `note: ${quoted(column.comment)}` : "",
  ].filter(Boolean);
  return `  "${column.name}" "${shortType(column.type)}" [${settings.join(", ")}]`;
}

function tableBlock(table: CatalogTable): string {
  const keys = [
    ...(table.primaryKey.length > 1 ? [`    (${table.primaryKey.join(", ")}) [pk]`] : []),
    ...table.uniques.map(
      ({ columns, name }) => `    (${columns.join(", ")}) [unique, name: '${name}']`,
    ),
  ];
  return [
    `Table "${table.name}" {`,
    ...table.columns.map((column) => columnLine(table, column)),
    ...(keys.length > 0 ? ["  indexes {", ...keys, "  }"] : []),
    ...(table.comment ? [`  Note: ${quoted(table.comment)}`] : []),
    "}",
  ].join("\n");
}

function references(table: CatalogTable): string[] {
  return table.foreignKeys.map((key) => {
    const side = (name: string, columns: string[]) =>
      columns.length === 1 ? `"${name}"."${columns[0]}"` : `"${name}".(${columns.join(", ")})`;
    const arrow = isSingle(table, key) ? "-" : ">";
    const fate = key.onDelete === "no action" ? "" : ` [delete: ${key.onDelete}]`;
    return `Ref: ${side(table.name, key.columns)} ${arrow} ${side(key.target, key.targetColumns)}${fate}`;
  });
}

/** The whole schema in DBML, partitions left out; rooms are table groups. */
export function dbml(rooms: readonly Room[]): string {
  const parents = rooms.map((room) => ({
    name: room.name,
    tables: room.tables.filter(({ parent }) => parent === null),
  }));
  const tables = parents.flatMap((room) => room.tables);
  return [
    "// Made from the live catalog by `node tooling/data-model/generate.ts`; changes belong in the migrations.",
    "",
    ...tables.map((table) => `${tableBlock(table)}\n`),
    ...tables.flatMap(references),
    "",
    ...parents.map(
      ({ name, tables: members }) =>
        `TableGroup ${name} {\n${members.map((table) => `  "${table.name}"`).join("\n")}\n}\n`,
    ),
  ].join("\n");
}
