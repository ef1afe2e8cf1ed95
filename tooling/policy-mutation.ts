import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { CatalogPolicy, CatalogTable } from "@neothink/db/core/catalog";
import { migrate } from "@neothink/db/core/migrate";
import { closeWorld, inPassing, openWorld } from "@neothink/db/core/policy-probe";
import { verdict } from "@neothink/db/core/policy-verdict";
import type { World } from "@neothink/db/core/policy-world";
import pg from "pg";
import { adminUrl } from "./data-model/env.ts";

const { values } = parseArgs({
  options: { count: { type: "string" }, help: { type: "boolean", short: "h" } },
});

interface Mutant {
  readonly table: CatalogTable;
  readonly policy: CatalogPolicy;
}

/** `count` of the mutants, chosen at random. */
function sample(mutants: readonly Mutant[], count: number): Mutant[] {
  return mutants
    .map((mutant) => ({ mutant, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** Drops policies one at a time and says of each whether the policy matrix notices. */
async function mutate(databaseUrl: string, count: number): Promise<boolean> {
  const world = await openWorld(databaseUrl);
  try {
    return await mutateIn(world, count);
  } finally {
    await closeWorld(world);
  }
}

async function mutateIn(world: World, count: number): Promise<boolean> {
  const mutants = [...world.tables.values()].flatMap((table) =>
    table.policies.map((policy) => ({ table, policy })),
  );
  let survivors = 0;
  for (const { table, policy } of sample(mutants, count)) {
    const findings = await inPassing(world, async () => {
      const name = pg.escapeIdentifier(policy.name);
      await world.client.query(`drop policy ${name} on public.${pg.escapeIdentifier(table.name)}`);
      const left = table.policies.filter((other) => other !== policy);
      return verdict(world, { ...table, policies: left });
    });
    survivors += findings.length === 0 ? 1 : 0;
    console.log(
      `${findings.length === 0 ? "UNSEEN" : "red   "} ${table.name}: "${policy.name}"${findings[0] ? ` -> ${findings[0]}` : ""}`,
    );
  }
  const tried = Math.min(count, mutants.length);
  console.log(
    `${tried} of ${mutants.length} policies dropped, ${tried - survivors} turned the matrix red`,
  );
  return survivors === 0;
}

if (values.help) {
  console.log(`Usage: DATABASE_ADMIN_URL=<a server> node tooling/policy-mutation.ts [--count 10]
Makes a scratch database on the server, drops policies one at a time (all of them without --count),
and exits with 1 when the policy matrix does not notice one.`);
} else {
  const server = adminUrl();
  const scratch = new URL(server);
  scratch.pathname = `/neothink_mutation_${randomBytes(4).toString("hex")}`;
  const name = scratch.pathname.slice(1);
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  try {
    await migrate(scratch.href);
    const count = values.count === undefined ? Number.POSITIVE_INFINITY : Number(values.count);
    process.exitCode = (await mutate(scratch.href, count)) ? 0 : 1;
  } finally {
    await admin.query(`drop database ${name}`);
    await admin.end();
  }
}
