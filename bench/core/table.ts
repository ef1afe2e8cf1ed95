import { cpus, totalmem } from "node:os";
import type { Load } from "./load.ts";

/** One line of a result: what was measured, over how many rows. */
export interface Measured extends Load {
  rows: number;
  subject: string;
}

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const milliseconds = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** The machine in one line, for the reader of a table. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = whole.format(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), ${memory} GiB, Node ${process.versions.node}`;
}

/** Results as a Markdown table, in the order given. */
export function toMarkdown(results: readonly Measured[]): string {
  const lines = results.map(
    ({ rows, subject, requestsPerSecond, p50, p95, p99, failures }) =>
      `| ${whole.format(rows)} | ${subject} | ${whole.format(requestsPerSecond)} | ${milliseconds.format(p50)} | ${milliseconds.format(p95)} | ${milliseconds.format(p99)} | ${failures} |`,
  );
  return [
    "| rows | subject | requests/s | p50 ms | p95 ms | p99 ms | failed |",
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}
