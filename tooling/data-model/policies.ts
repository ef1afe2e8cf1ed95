import type { CatalogGrant, CatalogPolicy, CatalogTable } from "@neothink/db/core/catalog";
import type { Room } from "./rooms.ts";
import { notice } from "./text.ts";

const commands = [
  ["select", "Read"],
  ["insert", "Add"],
  ["update", "Change"],
  ["delete", "Remove"],
] as const;

const people = new Map([
  ["anon", "visitors"],
  ["authenticated", "members"],
]);

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\s+/g, " "],
  [/\( ?SELECT auth\.uid\(\) AS uid\)/g, "caller"],
  [/\( ?SELECT app\.has_permission\('([^']+)'::text\) AS has_permission\)/g, "caller may $1"],
  [/\( ?SELECT app\.is_([a-z_]+)\(\) AS is_[a-z_]+\)/g, "caller is $1"],
  [/= ANY \(\( ?SELECT app\.my_([a-z_]+)\(\) AS my_[a-z_]+\)(::text\[\])?\)/g, "among caller's $1"],
  [/\( ?SELECT app\.([a-z_]+)\(\) AS [a-z_]+\)/g, "caller's $1"],
  [/::(text|character varying|uuid|regclass|jsonb|integer|interval)(\[\])?/g, ""],
  [/= ANY \(ARRAY\[([^\]]*)\]\)/g, "among $1"],
];

/** A policy's condition with the recurring calls put in words. */
export function inWords(sql: string): string {
  const text = phrases.reduce((words, [from, to]) => words.replaceAll(from, to), sql);
  return text.startsWith("(") && text.endsWith(")") && closesAtEnd(text) ? text.slice(1, -1) : text;
}

// True when the first bracket closes with the last one, so that both may go.
function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (const [index, letter] of [...text].entries()) {
    depth += letter === "(" ? 1 : 0;
    depth -= letter === ")" ? 1 : 0;
    if (depth === 0 && index < text.length - 1) {
      return false;
    }
  }
  return true;
}

function condition({ using, check }: CatalogPolicy): string {
  const old = using === null || using === "true" ? "" : `\`${inWords(using)}\``;
  const next = check === null || check === using || check === "true" ? "" : `\`${inWords(check)}\``;
  if (old && next) {
    return `${old}, and afterwards ${next}`;
  }
  return old || next || "any row";
}

function columnsOf(grants: readonly CatalogGrant[]): string {
  const columns = grants.some((grant) => grant.columns === null)
    ? null
    : grants.flatMap((grant) => grant.columns ?? []);
  return columns === null ? "" : `, columns ${columns.map((name) => `\`${name}\``).join(", ")}`;
}

function commandLines(table: CatalogTable, command: string, label: string): string[] {
  const lines = [...people].flatMap(([role, name]) => {
    const grants = table.grants.filter((grant) => grant.role === role && grant.command === command);
    const policies = table.policies.filter(
      (policy) =>
        !policy.restrictive &&
        (policy.roles.includes(role) || policy.roles.includes("public")) &&
        (policy.command === command || policy.command === "all"),
    );
    if (grants.length === 0 || policies.length === 0) {
      return [];
    }
    const rules = policies.map((policy) => `  - ${policy.name}: ${condition(policy)}`);
    return [`- **${label}**, ${name}${columnsOf(grants)}:`, ...rules];
  });
  return lines.length > 0 ? lines : [`- **${label}**: the service alone.`];
}

function tableSection(table: CatalogTable): string {
  const gates = table.policies.filter(({ restrictive }) => restrictive);
  return [
    `### ${table.name}`,
    "",
    table.comment ?? "",
    "",
    ...commands.flatMap(([command, label]) => commandLines(table, command, label)),
    ...gates.map((gate) => `- **In any case** (${gate.command}), ${gate.name}: ${condition(gate)}`),
    "",
  ].join("\n");
}

/** Who may do what to each table, from grants and policies. */
export function policiesPage(rooms: readonly Room[]): string {
  return [
    notice,
    "",
    "# Who may do what",
    "",
    "Row level security is on for every table and holds for its owner too. A member may do what one of the rules allows, within the columns named; a rule under *In any case* must hold as well, whatever else allows. Editors, moderators, operators and guardians are members whom the rules name. The service (`service_role`) passes the rules; it is used only through `asOperator` and `asSystem`.",
    "",
    "In the conditions, `caller` is the id of the signed-in account.",
    "",
    ...rooms.flatMap(({ title, tables }) => [`## ${title}`, "", ...tables.map(tableSection)]),
  ].join("\n");
}
