import { spawn } from "node:child_process";
import { totalmem } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { AppSlug } from "./ports.ts";
import { Problem } from "./problem.ts";
import { recordOf } from "./process-identity.ts";
import { endGroup, type RunBook } from "./run-book.ts";

/** Two builds at once peak at 2.8 GiB; a machine with less takes them one by one. */
const memoryForTwo = 5 * 1024 ** 3;

/**
 * Builds what changed of the given apps. No address of a back end enters a build, so it may run
 * while the stack starts, and its result serves any. `signal` ends it with all its children.
 * @throws Problem with the failed build's output
 */
export async function buildApps(options: {
  repository: string;
  apps: readonly AppSlug[];
  environment: Readonly<Record<string, string>>;
  book: RunBook;
  signal: AbortSignal;
  say: (line: string) => void;
}): Promise<void> {
  const { repository, apps, environment, book, signal, say } = options;
  const started = Date.now();
  const child = spawn(
    process.execPath,
    [
      join(repository, "node_modules/turbo/bin/turbo"),
      "run",
      "build",
      ...apps.map((app) => `--filter=${app}`),
      `--concurrency=${totalmem() < memoryForTwo ? 1 : 2}`,
      "--output-logs=errors-only",
      "--log-order=grouped",
    ],
    {
      cwd: repository,
      env: { ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    },
  );
  const leader = child.pid === undefined ? null : recordOf(child.pid);
  if (leader) {
    book.enter("build", leader.pid);
    signal.addEventListener("abort", () => void endGroup(leader), { once: true });
  }
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => output.push(line));
  }
  const progress = setInterval(
    () => say(`Still building (${Math.round((Date.now() - started) / 1000)} s)…`),
    20_000,
  );
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      output.push(String(error));
      resolve(1);
    });
    child.once("close", resolve);
  });
  clearInterval(progress);
  if (leader) {
    book.leave(leader.pid);
  }
  if (code !== 0 && !signal.aborted) {
    throw new Problem(
      `The build failed:\n${output.join("\n")}`,
      "Mend what it names, then start again; what is built already is kept.",
    );
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const fresh = / FULL TURBO/.test(output.join("\n"));
  say(fresh ? `Nothing to build (${seconds} s).` : `Built (${seconds} s).`);
}
