import { runStep, type Step } from "./run-step.ts";

/** The walls: everything that can be checked without a database or a browser. */
const steps: readonly Step[] = [
  {
    name: "format and lint",
    command: ["pnpm", "exec", "biome", "ci", "--colors=off", "--error-on-warnings"],
  },
  {
    name: "promises, cycles, borders",
    command: ["pnpm", "exec", "oxlint", "--type-aware", "--deny-warnings"],
  },
  { name: "routes", command: ["node", "tooling/routes.ts", "--check"] },
  { name: "unused code", command: ["pnpm", "exec", "knip", "--no-progress"] },
  {
    name: "types",
    command: [
      "pnpm",
      "exec",
      "turbo",
      "run",
      "typecheck",
      "--concurrency=2",
      "--output-logs=errors-only",
    ],
  },
  { name: "type budget", command: ["node", "tooling/type-budget.ts"] },
];

/** Two at a time: the machines this runs on have two cores. */
const lanes = 2;
const waiting = [...steps];
let failed = 0;

async function lane(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const result = await runStep(step);
    console.log(`${result.ok ? "ok  " : "FAIL"} ${result.name} (${result.seconds.toFixed(1)} s)`);
    if (!result.ok) {
      failed += 1;
      console.log(result.output);
    }
  }
}

await Promise.all(Array.from({ length: lanes }, lane));
console.log(`verify: ${steps.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
