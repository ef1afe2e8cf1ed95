import pg from "pg";
import type { CatalogPolicy, CatalogTable } from "./catalog.ts";
import { type Declaration, declarations } from "./policy-declarations.ts";
import { casesOf, commands, inPassing, type Outcome, probe } from "./policy-probe.ts";
import type { Identity, World } from "./policy-world.ts";

/**
 * Holds one table of the database against the declared matrix by trying every command as everyone.
 * @returns one sentence for each thing that is not as declared; empty when all is.
 */
export async function verdict(world: World, table: CatalogTable): Promise<string[]> {
  const lines = declarations.filter((line) => line.table === table.name);
  const known = lines.map(({ caseName }) => caseName);
  const tried = casesOf(table.name);
  const findings = [
    ...structure(table),
    ...tried
      .filter((name) => !known.includes(name))
      .map((name) => `${name}: has no line in the matrix`),
    ...known.filter((name) => !tried.includes(name)).map((name) => `${name}: has no fixture`),
  ];
  for (const line of lines.filter(({ caseName }) => tried.includes(caseName))) {
    try {
      findings.push(...compare(line, await probe(world, table.name, line.caseName)));
      findings.push(...(await gateFindings(world, table, line)));
    } catch (error) {
      findings.push(`${line.caseName}: cannot be tried: ${String(error)}`);
    }
  }
  return findings.map((finding) => `${table.name} / ${finding}`);
}

function structure(table: CatalogTable): string[] {
  return [
    ...(table.rowSecurity ? [] : ["row level security is off"]),
    ...(table.forced ? [] : ["row level security does not hold for the owner"]),
    ...(table.policies.length > 0 ? [] : ["there is no policy"]),
    ...table.policies
      .filter((policy) => !isReachable(table, policy))
      .map(({ name }) => `no grant leads to the policy "${name}"`),
  ];
}

// A policy of a command that its role is not granted can never matter.
function isReachable(table: CatalogTable, policy: CatalogPolicy): boolean {
  return policy.roles.some(
    (role) =>
      role === "service_role" ||
      policy.restrictive ||
      table.grants.some(
        (grant) =>
          grant.role === role && (policy.command === "all" || grant.command === policy.command),
      ),
  );
}

const listed = (people: readonly Identity[]): string => people.join(", ") || "nobody";

function compare(line: Declaration, outcome: Outcome): string[] {
  return commands
    .filter((command) => listed(outcome[command]) !== listed(line[command]))
    .map(
      (command) =>
        `${line.caseName}: ${command} is done by ${listed(outcome[command])}, declared ${listed(line[command])}`,
    );
}

async function gateFindings(
  world: World,
  table: CatalogTable,
  line: Declaration,
): Promise<string[]> {
  const gates = table.policies.filter(({ restrictive }) => restrictive);
  if (line.gate === null) {
    return gates.length > 0 ? [`${line.caseName}: has a gate that the matrix does not name`] : [];
  }
  const gate = line.gate;
  const outcome = await inPassing(world, async () => {
    const relation = pg.escapeIdentifier(table.name);
    await world.client.query(
      `grant all on public.${relation} to anon, authenticated;
       create policy flood on public.${relation} to anon, authenticated using (true) with check (true)`,
    );
    return probe(world, table.name, line.caseName);
  });
  const passed = (people: readonly Identity[]) => people.filter((person) => !gate.includes(person));
  return [
    ...(listed(outcome.select) === listed(gate)
      ? []
      : [
          `${line.caseName}: the gate lets ${listed(outcome.select)} read, declared ${listed(gate)}`,
        ]),
    ...commands
      .filter((command) => passed(outcome[command]).length > 0)
      .map(
        (command) =>
          `${line.caseName}: ${command} passes the gate for ${listed(passed(outcome[command]))}`,
      ),
  ];
}
