import { readdir, readFile } from "node:fs/promises";
import type { CatalogTable } from "@neothink/db/core/catalog";

/** A domain of the data model and its tables in the order of their names. */
export interface Room {
  /** First word of the migration's name, such as `community`. */
  readonly name: string;
  readonly title: string;
  readonly tables: readonly CatalogTable[];
}

const folder = new URL("../../packages/db/supabase/migrations/", import.meta.url);
const created = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(?:public\.)?"?([a-z_0-9]+)"?/gi;

/** Which migration first makes which table; later files may only change it. */
async function roomOfTables(): Promise<Map<string, string>> {
  const rooms = new Map<string, string>();
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  for (const file of files) {
    const room = file.replace(/^\d+_/, "").replace(/(_.*)?\.sql$/, "");
    const sql = await readFile(new URL(file, folder), "utf8");
    for (const [, table] of sql.matchAll(created)) {
      if (table && !rooms.has(table)) {
        rooms.set(table, room);
      }
    }
  }
  return rooms;
}

/**
 * Sorts the tables of the catalog into rooms, in the order of the migrations.
 * @throws Error when no migration makes a table, which a hand-made table in the database would cause.
 */
export async function intoRooms(tables: readonly CatalogTable[]): Promise<Room[]> {
  const roomOf = await roomOfTables();
  const rooms = new Map<string, CatalogTable[]>();
  for (const room of new Set(roomOf.values())) {
    rooms.set(room, []);
  }
  for (const table of tables) {
    const room = rooms.get(roomOf.get(table.name) ?? roomOf.get(table.parent ?? "") ?? "");
    if (!room) {
      throw new Error(`No migration makes the table ${table.name}.`);
    }
    room.push(table);
  }
  return [...rooms]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => ({
      name,
      title: name.charAt(0).toUpperCase() + name.slice(1),
      tables: members,
    }));
}
