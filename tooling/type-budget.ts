import { runStep } from "./run-step.ts";

/**
 * Most type instantiations that checking a package may take. The router's inference is what makes
 * editors slow; when a package passes its budget, emit declarations for it instead of raising this.
 */
const budgets: Readonly<Record<string, number>> = {
  api: 1_200_000,
  features: 1_600_000,
};

let over = 0;
for (const [name, budget] of Object.entries(budgets)) {
  const { ok, output } = await runStep({
    name,
    command: [
      "pnpm",
      "exec",
      "tsc",
      "--noEmit",
      "--incremental",
      "false",
      "--extendedDiagnostics",
      "-p",
      `packages/${name}`,
    ],
  });
  const count = Number(/Instantiations:\s+(\d+)/.exec(output)?.[1] ?? Number.NaN);
  console.log(`${name}: ${count} instantiations of ${budget}`);
  if (!ok || !(count <= budget)) {
    over += 1;
    if (!ok) {
      console.log(output);
    }
  }
}
process.exit(over === 0 ? 0 : 1);
