import type { CatalogTable } from "@neothink/db/core/catalog";
import type { Room } from "./rooms.ts";
import { isOptional, isSingle, notice, shortType } from "./text.ts";

function entity(table: CatalogTable): string {
  const foreign = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  const unique = new Set(
    table.uniques.filter(({ columns }) => columns.length === 1).flatMap(({ columns }) => columns),
  );
  const lines = table.columns.map(({ name, type }) => {
    const keys = [
      table.primaryKey.includes(name) ? "PK" : "",
      foreign.has(name) ? "FK" : "",
      unique.has(name) ? "UK" : "",
    ].filter(Boolean);
    // Mermaid's types know no comma and no blank.
    const plain = shortType(type)
      .replace(/\(\d+,\d+\)/, "")
      .replaceAll(" ", "_");
    return `    ${plain} ${name}${keys.length > 0 ? ` ${keys.join(",")}` : ""}`;
  });
  return `  ${table.name} {\n${lines.join("\n")}\n  }`;
}

function relations(table: CatalogTable): string[] {
  return table.foreignKeys.map((key) => {
    const parent = isOptional(table, key) ? "|o" : "||";
    const child = isSingle(table, key) ? "o|" : "o{";
    return `  ${key.target} ${parent}--${child} ${table.name} : "${key.columns.join(", ")}"`;
  });
}

/** The page of one room: what each table is for, and the room's entities and relations as a picture. */
export function roomPage(room: Room): string {
  const parents = room.tables.filter(({ parent }) => parent === null);
  const partitions = room.tables.filter(({ parent }) => parent !== null);
  const rows = parents.map(
    ({ name, comment }) => `| [${name}](dictionary.md#${name}) | ${comment ?? ""} |`,
  );
  return [
    notice,
    "",
    `# ${room.title}`,
    "",
    "| Table | What it holds |",
    "| --- | --- |",
    ...rows,
    "",
    ...partitions.map(({ name, parent }) => `- \`${name}\` is a partition of \`${parent}\`.`),
    ...(partitions.length > 0 ? [""] : []),
    "Boxes without columns belong to other rooms.",
    "",
    "```mermaid",
    "erDiagram",
    ...parents.map(entity),
    ...parents.flatMap(relations),
    "```",
    "",
  ].join("\n");
}

/** Overview: each room with its number of tables, and how many foreign keys lead from one to another. */
export function overview(rooms: readonly Room[]): string {
  const roomOf = new Map(
    rooms.flatMap(({ name, tables }) => tables.map((table) => [table.name, name] as const)),
  );
  const arrows = new Map<string, number>();
  let toPeople = 0;
  for (const room of rooms) {
    for (const { target } of room.tables.flatMap(({ foreignKeys }) => foreignKeys)) {
      const there = roomOf.get(target);
      if (target === "users") {
        toPeople += 1;
      } else if (there && there !== room.name) {
        const arrow = `${room.name} --> ${there}`;
        arrows.set(arrow, (arrows.get(arrow) ?? 0) + 1);
      }
    }
  }
  const nodes = rooms.map(
    ({ name, title, tables }) => `  ${name}["${title}<br/>${tables.length} tables"]`,
  );
  return [
    "```mermaid",
    "flowchart LR",
    ...nodes,
    ...[...arrows].map(([arrow, count]) => `  ${arrow.replace("-->", `-->|${count}|`)}`),
    "```",
    "",
    `An arrow counts the foreign keys from one room to another. Left out: the ${toPeople} keys that lead to \`users\`, which every room has.`,
  ].join("\n");
}
