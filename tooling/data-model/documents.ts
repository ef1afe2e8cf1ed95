import { readFile } from "node:fs/promises";
import { readCatalog } from "@neothink/db/core/catalog";
import pg from "pg";
import { dbml } from "./dbml.ts";
import { dictionaryPage } from "./dictionary.ts";
import { overview, roomPage } from "./erd.ts";
import { glossaryPage } from "./glossary.ts";
import { terms } from "./glossary-terms.ts";
import { policiesPage } from "./policies.ts";
import { intoRooms, type Room } from "./rooms.ts";
import { notice } from "./text.ts";
import { typesFile } from "./types-file.ts";

/** A generated file: its path from the repository's root, and its text. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Root of the repository, to which the paths of documents are relative. */
export const root = new URL("../../", import.meta.url);

function indexPage(rooms: readonly Room[]): string {
  const tables = rooms.flatMap((room) => room.tables);
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
  const rows = rooms.map(
    (room) =>
      `| [${room.title}](${room.name}.md) | ${room.tables.length} | ${room.tables.map(({ name }) => `\`${name}\``).join(", ")} |`,
  );
  return [
    notice,
    "",
    "# Data model",
    "",
    `${tables.length} tables with ${columns} columns in ${rooms.length} rooms. Each room has its page with a picture of its tables.`,
    "",
    "- [Dictionary](dictionary.md): every table and column.",
    "- [Who may do what](policies.md): the rules of row level security in words.",
    "- [Glossary](glossary.md): what the words mean.",
    "- [schema.dbml](schema.dbml): the whole schema in DBML.",
    "",
    overview(rooms),
    "",
    "After a change of the schema, `node tooling/data-model/generate.ts` writes these pages and the table types anew from a migrated database (`DATABASE_ADMIN_URL`); a database test fails while they differ. A new table also gets its line in `packages/db/src/core/policy-matrix.ts`, whose test runs every command as everyone; `node tooling/policy-mutation.ts` drops policies one at a time and says whether that test notices.",
    "",
    "| Room | Tables | |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/** Makes every generated file of the data model from the catalog of a migrated database. */
export async function documents(databaseUrl: string): Promise<Document[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  let rooms: Room[];
  try {
    rooms = await intoRooms(await readCatalog(client));
  } finally {
    await client.end();
  }
  const page = (name: string, text: string): Document => ({
    path: `docs/data-model/${name}`,
    text,
  });
  return [
    { path: "packages/db/src/core/tables.ts", text: await typesFile(databaseUrl) },
    page("README.md", indexPage(rooms)),
    page("dictionary.md", dictionaryPage(rooms)),
    page("policies.md", policiesPage(rooms)),
    page("glossary.md", glossaryPage(terms, rooms)),
    page("schema.dbml", dbml(rooms)),
    ...rooms.map((room) => page(`${room.name}.md`, roomPage(room))),
  ];
}

/**
 * Compares documents with the files of the checkout.
 * @returns one line for each file that differs, with the first line that does; empty when all agree.
 */
export async function drift(made: readonly Document[]): Promise<string[]> {
  const findings = await Promise.all(
    made.map(async ({ path, text }) => {
      const held = await readFile(new URL(path, root), "utf8").catch(() => null);
      if (held === text) {
        return null;
      }
      return held === null ? `${path}: is missing` : `${path}: ${firstDifference(held, text)}`;
    }),
  );
  return findings.filter((finding) => finding !== null);
}

function firstDifference(held: string, made: string): string {
  const [heldLines, madeLines] = [held.split("\n"), made.split("\n")];
  const line = madeLines.findIndex((text, index) => text !== heldLines[index]);
  const at = line === -1 ? madeLines.length : line;
  return `line ${at + 1} is ${JSON.stringify(heldLines[at] ?? null)}, the database says ${JSON.stringify(madeLines[at] ?? null)}`;
}
