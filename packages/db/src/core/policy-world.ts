import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { CatalogColumn, CatalogForeignKey, CatalogTable } from "./catalog.ts";

/**
 * Who may try a command. `owner` is the member whom the row belongs to, `peer` its other side (who
 * receives, hosts, leads or coaches), `member` a member of every platform who has nothing to do with
 * it, `stranger` an account without any platform; `editor` and `operator` hold those roles.
 */
export const identities = [
  "owner",
  "peer",
  "member",
  "stranger",
  "editor",
  "operator",
  "visitor",
] as const;
export type Identity = (typeof identities)[number];

/** What a column is filled with: a literal, a person, a row of another table, or an SQL expression. */
export type Value =
  | string
  | number
  | boolean
  | null
  | { readonly person: Exclude<Identity, "visitor"> }
  | { readonly row: string; readonly values?: Values }
  | { readonly sql: string };
export type Values = Readonly<Record<string, Value>>;

/** Columns of one row with their SQL literals. */
export type Literals = ReadonlyMap<string, string>;

/** A transaction that is never committed, with one person for each identity. */
export interface World {
  readonly client: pg.Client;
  readonly tables: ReadonlyMap<string, CatalogTable>;
  readonly people: Readonly<Record<Exclude<Identity, "visitor">, string>>;
  /** What a table's columns need beyond what the catalog tells. */
  readonly defaults: Readonly<Record<string, Values>>;
}

const slugs = ["hub", "ascenders", "neothinkers", "immortals"];

/** Makes the people of a world; the caller has opened the transaction and will roll it back. */
export async function makePeople(client: pg.Client): Promise<World["people"]> {
  const people = {
    owner: randomUUID(),
    peer: randomUUID(),
    member: randomUUID(),
    stranger: randomUUID(),
    editor: randomUUID(),
    operator: randomUUID(),
  };
  for (const [name, id] of Object.entries(people)) {
    await client.query("insert into public.users (id, email) values ($1, $2)", [
      id,
      `${name}-${id}@example.test`,
    ]);
    if (name !== "stranger") {
      await client.query(
        `insert into public.platform_access (user_id, platform_slug)
         select $1, unnest($2::text[]) on conflict do nothing`,
        [id, slugs],
      );
    }
  }
  const roles = [
    [people.editor, "editor"],
    [people.operator, "admin"],
  ];
  for (const [id, role] of roles) {
    await client.query(
      `update public.tenant_users m set tenant_role_id = r.id from public.tenant_roles r
       where r.tenant_id = m.tenant_id and m.user_id = $1 and r.slug = $2`,
      [id, role],
    );
  }
  return people;
}

/** A table of the world by name. */
export function tableOf(world: World, name: string): CatalogTable {
  const table = world.tables.get(name);
  if (!table) {
    throw new Error(`There is no table ${name}.`);
  }
  return table;
}

// Tables whose row has the id of its account.
const accounts = ["users", "profiles", "member_cards", "token_accounts"];
// Tables whose rows come with the migrations: one that is there is pointed at.
const seeded = ["entity_types", "permissions", "tenants", "tenant_roles"];

const literal = (value: string | number | boolean | null): string =>
  value === null ? "null" : pg.escapeLiteral(String(value));

// Letters alone, which slugs, keys and names all allow.
function randomWord(): string {
  return [...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
}

const byType: readonly (readonly [RegExp, () => string])[] = [
  [/\[\]$/, () => "'{}'"],
  [/^uuid/, () => literal(randomUUID())],
  [/^(text|character varying)/, () => literal(randomWord())],
  [/^(integer|bigint|smallint|numeric|double|real)/, () => "1"],
  [/^boolean/, () => "false"],
  [/^jsonb?/, () => "'{}'"],
  [/^timestamp/, () => "now()"],
  [/^date/, () => "current_date"],
  [/^time/, () => "'12:00'"],
  [/^interval/, () => "'1 minute'"],
  [/^bytea/, () => "'\\x00'"],
  [/^tsvector/, () => "''"],
];

// The first of the values that a check lists for the column.
function listedValue(table: CatalogTable, column: string): string | null {
  for (const { definition } of table.checks) {
    const listed = new RegExp(`\\(\\(?${column}\\)?(?:::text)? = ANY \\(+ARRAY\\[('[^']*')`).exec(
      definition,
    );
    if (listed?.[1]) {
      return listed[1];
    }
  }
  return null;
}

async function literalOf(world: World, value: Value, targetColumn: string | null): Promise<string> {
  if (value === null || typeof value !== "object") {
    return literal(value);
  }
  if ("person" in value) {
    return literal(world.people[value.person]);
  }
  if ("sql" in value) {
    return value.sql;
  }
  const row = await addRow(world, value.row, value.values);
  const key = targetColumn ?? tableOf(world, value.row).primaryKey[0] ?? "id";
  return row.get(key) ?? "null";
}

function foreignKeyOf(table: CatalogTable, column: string): CatalogForeignKey | undefined {
  return table.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === column);
}

function isAccount(key: CatalogForeignKey | undefined): boolean {
  return key !== undefined && accounts.includes(key.target);
}

function isNeeded(column: CatalogColumn): boolean {
  return !column.nullable && column.default === null && !column.identity && !column.generated;
}

/**
 * Literals for a row of the table: what `values` say, then the table's defaults, then a guess from
 * foreign keys, checks and types for each column that must not be empty. The first column that points
 * at an account is the owner's, further ones the peer's. Rows that it points at are written.
 */
export async function fillRow(world: World, name: string, values: Values = {}): Promise<Literals> {
  const table = tableOf(world, name);
  const given: Values = { ...world.defaults[name], ...values };
  const row = new Map<string, string>();
  let owned = false;
  for (const column of table.columns) {
    const key = foreignKeyOf(table, column.name);
    const value = given[column.name];
    if (value !== undefined) {
      row.set(column.name, await literalOf(world, value, key?.targetColumns[0] ?? null));
      owned ||= isAccount(key);
    } else if (isAccount(key)) {
      if (!owned || isNeeded(column)) {
        row.set(column.name, literal(owned ? world.people.peer : world.people.owner));
      }
      owned = true;
    } else if (isNeeded(column)) {
      row.set(column.name, await guess(world, table, column));
    }
  }
  return row;
}

async function guess(world: World, table: CatalogTable, column: CatalogColumn): Promise<string> {
  const key = foreignKeyOf(table, column.name);
  if (key && seeded.includes(key.target)) {
    return firstOf(world, key);
  }
  if (key) {
    return literalOf(world, { row: key.target }, key.targetColumns[0] ?? null);
  }
  const listed = listedValue(table, column.name);
  const typed = byType.find(([type]) => type.test(column.type));
  if (listed === null && !typed) {
    throw new Error(`${table.name}.${column.name}: no guess for the type ${column.type}.`);
  }
  return listed ?? typed?.[1]() ?? "null";
}

async function firstOf(
  world: World,
  { target, targetColumns }: CatalogForeignKey,
): Promise<string> {
  const column = pg.escapeIdentifier(targetColumns[0] ?? "id");
  const { rows } = await world.client.query<{ value: string }>(
    `select ${column}::text as value from public.${target} order by 1 limit 1`,
  );
  return literal(rows[0]?.value ?? null);
}

/** An insert of the row, limited to `columns` when given. */
export function insertOf(name: string, row: Literals, columns: readonly string[] | null): string {
  const used = [...row].filter(([column]) => columns === null || columns.includes(column));
  if (used.length === 0) {
    return `insert into public.${name} default values`;
  }
  const list = used.map(([column]) => pg.escapeIdentifier(column)).join(", ");
  return `insert into public.${name} (${list}) values (${used.map(([, value]) => value).join(", ")})`;
}

/** Writes a row past every policy and gives it back as it then stands, as literals. */
export async function addRow(world: World, name: string, values: Values = {}): Promise<Literals> {
  return writeRow(world, name, await fillRow(world, name, values));
}

/** Writes filled literals; a row that a trigger has made before is changed to them instead. */
export async function writeRow(world: World, name: string, row: Literals): Promise<Literals> {
  const insert = insertOf(name, row, null);
  await world.client.query("savepoint written");
  try {
    return await writtenRow(world, insert);
  } catch (error) {
    const key =
      error instanceof pg.DatabaseError ? keyNamed(tableOf(world, name), error) : undefined;
    if (!key) {
      throw error;
    }
    await world.client.query("rollback to savepoint written");
    const changes = [...row.keys()].map((column) => {
      const quoted = pg.escapeIdentifier(column);
      return `${quoted} = excluded.${quoted}`;
    });
    const target = key.map(pg.escapeIdentifier).join(", ");
    return writtenRow(
      world,
      `${insert} on conflict (${target}) do update set ${changes.join(", ")}`,
    );
  }
}

// Columns of the key that a row was refused for because one like it is there.
function keyNamed(table: CatalogTable, error: pg.DatabaseError): readonly string[] | undefined {
  if (error.code !== "23505" || error.table !== table.name) {
    return undefined;
  }
  return (
    table.uniques.find((unique) => unique.name === error.constraint)?.columns ?? table.primaryKey
  );
}

async function writtenRow(world: World, text: string): Promise<Literals> {
  const { rows } = await world.client.query<Record<string, string | null>>({
    text: `${text} returning *`,
    types: { getTypeParser: () => (value: string) => value },
  });
  return new Map(Object.entries(rows[0] ?? {}).map(([column, value]) => [column, literal(value)]));
}
