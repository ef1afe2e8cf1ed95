import type pg from "pg";
import { z } from "zod";

// Read with an empty search path, so that the text is the same on every server; shown without schemas.
const expression = z.string().transform((sql) => sql.replaceAll(/\b(public|extensions)\./g, ""));

const column = z.object({
  name: z.string(),
  type: expression,
  nullable: z.boolean(),
  default: expression.nullable(),
  generated: z.boolean(),
  identity: z.boolean(),
  comment: z.string().nullable(),
});

const key = z.object({ name: z.string(), columns: z.array(z.string()) });

const foreignKey = key.extend({
  target: z.string(),
  targetColumns: z.array(z.string()),
  onDelete: z.enum(["no action", "restrict", "cascade", "set null", "set default"]),
});

const policy = z.object({
  name: z.string(),
  command: z.enum(["select", "insert", "update", "delete", "all"]),
  restrictive: z.boolean(),
  roles: z.array(z.string()),
  using: expression.nullable(),
  check: expression.nullable(),
});

const grant = z.object({
  role: z.string(),
  command: z.enum(["select", "insert", "update", "delete"]),
  /** Columns the grant is limited to; null for the whole row. */
  columns: z.array(z.string()).nullable(),
});

const table = z.object({
  name: z.string(),
  /** Partitioned parent of a partition, else null. */
  parent: z.string().nullable(),
  comment: z.string().nullable(),
  rowSecurity: z.boolean(),
  forced: z.boolean(),
  columns: z.array(column),
  primaryKey: z.array(z.string()),
  uniques: z.array(key),
  checks: z.array(z.object({ name: z.string(), definition: expression })),
  foreignKeys: z.array(foreignKey),
  indexes: z.array(expression),
  policies: z.array(policy),
  grants: z.array(grant),
});

/** A column as the catalog has it; `type` as SQL writes it. */
export type CatalogColumn = z.infer<typeof column>;
/** A foreign key within the schema `public`. */
export type CatalogForeignKey = z.infer<typeof foreignKey>;
/** A row level policy; `using` and `check` as SQL. */
export type CatalogPolicy = z.infer<typeof policy>;
/** What a role may do by grant, before policies narrow it. */
export type CatalogGrant = z.infer<typeof grant>;
/** A table of the schema `public` with everything that hangs on it. */
export type CatalogTable = z.infer<typeof table>;

// Lists of attribute numbers become lists of names in their own order.
const names = (relation: string, numbers: string): string => `(
  select json_agg(a.attname order by n.place)
  from unnest(${numbers}) with ordinality as n(number, place)
  join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.number)`;

const statement = `
select json_build_object(
  'name', c.relname,
  'parent', (select p.relname from pg_inherits i join pg_class p on p.oid = i.inhparent where i.inhrelid = c.oid),
  'comment', obj_description(c.oid, 'pg_class'),
  'rowSecurity', c.relrowsecurity,
  'forced', c.relforcerowsecurity,
  'columns', (
    select json_agg(json_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'nullable', not a.attnotnull,
      'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
      'generated', a.attgenerated <> '',
      'identity', a.attidentity <> '',
      'comment', col_description(c.oid, a.attnum)) order by a.attnum)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
  'primaryKey', coalesce((
    select ${names("k.conrelid", "k.conkey")} from pg_constraint k
    where k.conrelid = c.oid and k.contype = 'p'), '[]'),
  'uniques', coalesce((
    select json_agg(json_build_object('name', i.relname, 'columns', ${names("x.indrelid", "x.indkey")}) order by i.relname)
    from pg_index x join pg_class i on i.oid = x.indexrelid
    where x.indrelid = c.oid and x.indisunique and not x.indisprimary
      and x.indpred is null and x.indexprs is null), '[]'),
  'checks', coalesce((
    select json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid)) order by k.conname)
    from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'), '[]'),
  'foreignKeys', coalesce((
    select json_agg(json_build_object(
      'name', k.conname,
      'columns', ${names("k.conrelid", "k.conkey")},
      'target', t.relname,
      'targetColumns', ${names("k.confrelid", "k.confkey")},
      'onDelete', case k.confdeltype when 'a' then 'no action' when 'r' then 'restrict'
        when 'c' then 'cascade' when 'n' then 'set null' else 'set default' end) order by k.conname)
    from pg_constraint k join pg_class t on t.oid = k.confrelid
    where k.conrelid = c.oid and k.contype = 'f' and t.relnamespace = c.relnamespace
      and (not t.relispartition)), '[]'),
  'indexes', coalesce((
    select json_agg(x.indexdef order by x.indexname) from pg_indexes x
    where x.schemaname = 'public' and x.tablename = c.relname), '[]'),
  'policies', coalesce((
    select json_agg(json_build_object(
      'name', p.policyname, 'command', lower(p.cmd), 'restrictive', p.permissive = 'RESTRICTIVE',
      'roles', to_json(p.roles::text[]), 'using', p.qual, 'check', p.with_check) order by p.policyname)
    from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname), '[]'),
  'grants', coalesce((
    select json_agg(json_build_object('role', g.role, 'command', g.command, 'columns', g.columns)
      order by g.role, g.command)
    from (
      select r.rolname as role, lower(x.privilege_type) as command, null::json as columns
      from aclexplode(c.relacl) x join pg_roles r on r.oid = x.grantee
      union all
      select r.rolname, lower(x.privilege_type), json_agg(a.attname order by a.attnum)
      from pg_attribute a cross join aclexplode(a.attacl) x join pg_roles r on r.oid = x.grantee
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      group by 1, 2
    ) g
    where g.role in ('anon', 'authenticated') and g.command in ('select', 'insert', 'update', 'delete')
  ), '[]')
) as table
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
order by c.relname collate "C"`;

/**
 * Reads every table of the schema `public`: columns, keys, checks, policies, and what members and
 * visitors are granted. Needs a connection that may read the catalog; changes nothing.
 */
export async function readCatalog(client: pg.ClientBase): Promise<CatalogTable[]> {
  await client.query("begin read only");
  await client.query("set local search_path = ''");
  const { rows } = await client.query<{ table: unknown }>(statement);
  await client.query("commit");
  return rows.map((row) => table.parse(row.table));
}
