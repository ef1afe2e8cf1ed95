import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { declarations } from "./policy-declarations.ts";
import { closeWorld, openWorld } from "./policy-probe.ts";
import { verdict } from "./policy-verdict.ts";
import type { World } from "./policy-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld(inject("databaseUrl"));
});

afterAll(() => closeWorld(world));

describe("the policy matrix", () => {
  it("has a line for every table, and none for a table that is gone", () => {
    const declared = [...new Set(declarations.map(({ table }) => table))];
    expect(declared.toSorted()).toEqual([...world.tables.keys()].toSorted());
  });

  it.each([...new Set(declarations.map(({ table }) => table))])("holds for %s", async (name) => {
    const table = world.tables.get(name);
    expect(table && (await verdict(world, table))).toEqual([]);
  });
});

describe("beside the policies", () => {
  it("nobody but the service may truncate, refer to or hang triggers on a table", async () => {
    const { rows } = await world.client.query(`
      select c.relname, r.role, p.privilege
      from pg_class c
      cross join unnest(array['anon', 'authenticated']) as r(role)
      cross join unnest(array['truncate', 'references', 'trigger']) as p(privilege)
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and has_table_privilege(r.role, c.oid, p.privilege)`);
    expect(rows).toEqual([]);
  });

  it("a view shows members no more than its tables would", async () => {
    const { rows } = await world.client.query(`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
        and (has_table_privilege('anon', c.oid, 'select') or has_table_privilege('authenticated', c.oid, 'select'))
        and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)`);
    expect(rows).toEqual([]);
  });

  it("a function with its owner's rights looks names up in no schema that others can write", async () => {
    const { rows } = await world.client.query(`
      select p.oid::regprocedure::text as name from pg_proc p
      where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'app'::regnamespace)
        and not coalesce('search_path=""' = any (p.proconfig), false)`);
    expect(rows).toEqual([]);
  });
});
