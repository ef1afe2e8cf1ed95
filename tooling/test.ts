import { parseArgs } from "node:util";
import { runStep, type Step } from "./run-step.ts";

const vitest = (project: string): Step["command"] => [
  "pnpm",
  "exec",
  "vitest",
  "run",
  "--project",
  project,
];

/** The parts of the whole, in the order of how soon they tell. */
const parts: readonly Step[] = [
  { name: "verify", command: ["node", "tooling/verify.ts"] },
  { name: "unit", command: vitest("unit") },
  { name: "dom", command: vitest("dom") },
  { name: "db", command: vitest("db") },
  { name: "e2e", command: ["node", "e2e/run.ts"] },
];
const names = parts.map((part) => part.name);

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    help: { type: "boolean", short: "h" },
  },
});
const only = values.only?.flatMap((value) => value.split(",")) ?? names;
const unknown = only.filter((name) => !names.includes(name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) {
    console.error(`There is no part named ${unknown.join(", ")}.`);
  }
  console.log(`Usage: npm test [-- --only <part>[,<part>]]\nParts: ${names.join(", ")}`);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const results = [];
for (const part of parts.filter(({ name }) => only.includes(name))) {
  console.log(`\n── ${part.name} ${"─".repeat(60 - part.name.length)}`);
  results.push(await runStep(part, true));
}

console.log("\n── summary");
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? "passed" : "FAILED"}  ${name.padEnd(8)} ${seconds.toFixed(0).padStart(5)} s`);
}
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
