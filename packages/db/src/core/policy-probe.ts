import pg from "pg";
import { type CatalogTable, readCatalog } from "./catalog.ts";
import { type Fixture, fixtures } from "./policy-fixtures.ts";
import {
  addRow,
  fillRow,
  type Identity,
  identities,
  insertOf,
  type Literals,
  makePeople,
  tableOf,
  type Value,
  type Values,
  type World,
  writeRow,
} from "./policy-world.ts";

export const commands = ["select", "insert", "update", "delete"] as const;
export type Command = (typeof commands)[number];

/** Who succeeded with each command on a row. */
export type Outcome = Readonly<Record<Command, readonly Identity[]>>;

/** Opens a transaction on the database and fills it with people. Close it with `closeWorld`. */
export async function openWorld(databaseUrl: string): Promise<World> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const catalog = await readCatalog(client);
  await client.query("begin");
  return {
    client,
    tables: new Map(catalog.map((table) => [table.name, table])),
    people: await makePeople(client),
    defaults: Object.fromEntries(
      Object.entries(fixtures).map(([name, fixture]) => [name, fixture.values ?? {}]),
    ),
  };
}

/** Takes everything back and hangs up. */
export async function closeWorld(world: World): Promise<void> {
  await world.client.query("rollback");
  await world.client.end();
}

/** Runs `work` in a world that forgets what it did. */
export async function inPassing<T>(world: World, work: () => Promise<T>): Promise<T> {
  await world.client.query("savepoint passing");
  try {
    return await work();
  } finally {
    await world.client.query("rollback to savepoint passing; release savepoint passing");
  }
}

/** The cases in which a table's policies are tried: `row` alone unless the fixtures name more. */
export function casesOf(name: string): readonly string[] {
  return ["row", ...Object.keys(fixtures[name]?.cases ?? {})];
}

/**
 * Tries every command as every identity on one row and says who succeeded.
 * @param name table of the schema `public`
 * @param caseName `row`, or a case of the table's fixture
 * @throws Error when nobody may do a thing and the refusal is not one of rights, since then a fault of
 * the fixture could pass for a refusal.
 */
export async function probe(world: World, name: string, caseName: string): Promise<Outcome> {
  const table = tableOf(world, name);
  const fixture: Fixture = fixtures[name] ?? {};
  return inPassing(world, async () => {
    for (const [other, values] of fixture.around ?? []) {
      await addRow(world, other, values);
    }
    const row = await fillRow(world, name, caseName === "row" ? {} : fixture.cases?.[caseName]);
    const inserted = await tryAll(world, `${name} / ${caseName}: insert`, () =>
      insertOf(name, row, granted(table, "insert")),
    );
    const held = await writeRow(world, name, row);
    for (const [other, values, onlyIn = caseName] of fixture.after ?? []) {
      if (onlyIn === caseName) {
        await addRow(world, other, values);
      }
    }
    const where = keyOf(table, held);
    const changes = { ...fixture.change };
    return {
      insert: inserted,
      select: await tryAll(
        world,
        `${name} / ${caseName}: select`,
        () => `select from public.${name} where ${where}`,
      ),
      update: await tryAll(
        world,
        `${name} / ${caseName}: update`,
        () => `update public.${name} set ${changeOf(world, table, held, changes)} where ${where}`,
      ),
      delete: await tryAll(
        world,
        `${name} / ${caseName}: delete`,
        () => `delete from public.${name} where ${where}`,
      ),
    };
  });
}

function granted(table: CatalogTable, command: Command): readonly string[] | null {
  const grants = table.grants.filter(
    (grant) => grant.role === "authenticated" && grant.command === command,
  );
  return grants.length === 0 || grants.some(({ columns }) => columns === null)
    ? null
    : grants.flatMap(({ columns }) => columns ?? []);
}

function keyOf(table: CatalogTable, row: Literals): string {
  return table.primaryKey
    .map((column) => `${pg.escapeIdentifier(column)} = ${row.get(column) ?? "null"}`)
    .join(" and ");
}

function changeOf(world: World, table: CatalogTable, row: Literals, changes: Values): string {
  const plain = table.columns.filter(({ identity, generated }) => !identity && !generated);
  const columns = granted(table, "update") ?? plain.map(({ name }) => name);
  const [first] = columns;
  const wanted = Object.entries(changes);
  if (wanted.length === 0 && first !== undefined) {
    return `${pg.escapeIdentifier(first)} = ${row.get(first) ?? "null"}`;
  }
  return wanted
    .map(([column, value]) => `${pg.escapeIdentifier(column)} = ${plainLiteral(world, value)}`)
    .join(", ");
}

function plainLiteral(world: World, value: Value): string {
  if (value === null) {
    return "null";
  }
  if (typeof value !== "object") {
    return pg.escapeLiteral(String(value));
  }
  if ("sql" in value) {
    return value.sql;
  }
  if ("person" in value) {
    return pg.escapeLiteral(world.people[value.person]);
  }
  throw new Error("A change writes no rows elsewhere.");
}

const refused = "42501";

async function tryAll(world: World, what: string, statement: () => string): Promise<Identity[]> {
  const succeeded: Identity[] = [];
  const faults: string[] = [];
  for (const identity of identities) {
    const fault = await attempt(world, identity, statement());
    if (fault === null) {
      succeeded.push(identity);
    } else if (fault !== refused) {
      faults.push(`${identity}: ${fault}`);
    }
  }
  if (succeeded.length === 0 && faults.length > 0) {
    throw new Error(`${what} fails for another reason than rights: ${faults.join("; ")}`);
  }
  return succeeded;
}

// Null when the statement touched a row, else why not; no row is a refusal like any other.
async function attempt(
  world: World,
  identity: Identity,
  statement: string,
): Promise<string | null> {
  const role = identity === "visitor" ? "anon" : "authenticated";
  const claims = JSON.stringify(
    identity === "visitor" ? { role } : { role, sub: world.people[identity] },
  );
  await world.client.query("savepoint attempt");
  try {
    await world.client.query(
      `set local role ${role}; set local request.jwt.claims = ${pg.escapeLiteral(claims)}`,
    );
    const { rowCount } = await world.client.query(statement);
    return rowCount === 0 ? refused : null;
  } catch (error) {
    if (error instanceof pg.DatabaseError) {
      return error.code === refused ? refused : `${error.code} ${error.message}`;
    }
    throw error;
  } finally {
    await world.client.query("rollback to savepoint attempt; release savepoint attempt");
  }
}
