import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type AppSlug, takenPort } from "./ports.ts";
import { Problem } from "./problem.ts";
import { type ProcessRecord, recordOf } from "./process-identity.ts";
import { endGroup, type RunBook } from "./run-book.ts";

const health = z.object({ app: z.string(), pid: z.number(), build: z.string() });

/** One app being served. */
export type RunningApp = {
  slug: AppSlug;
  /** Resolves when its process has ended, asked or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Serves one app on 127.0.0.1 and answers when it does: `start` serves the last build, `dev`
 * compiles as it goes. Next.js is run by its own file, without a wrapper, so that signals arrive;
 * in a process group of its own, so that Ctrl-C reaches it through us, and so do its children.
 * @throws Problem when it ends early or does not answer in time
 */
export async function serveApp(options: {
  slug: AppSlug;
  port: number;
  mode: "start" | "dev";
  repository: string;
  logFolder: string;
  environment: Readonly<Record<string, string>>;
  book: RunBook;
  /** Ends the wait, and the app with it. */
  signal: AbortSignal;
}): Promise<RunningApp> {
  const { slug, port, mode, repository, logFolder, environment, book, signal } = options;
  const folder = join(repository, "apps", slug);
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${slug}.log`);
  // A file, not a pipe: a pipe would break with this process, and take a left-behind app's words.
  const log = mode === "start" ? openSync(logFile, "w", 0o600) : null;
  const child = spawn(
    process.execPath,
    [join(folder, "node_modules/next/dist/bin/next"), mode, "-H", "127.0.0.1", "-p", String(port)],
    {
      cwd: folder,
      env: { ...environment },
      stdio: ["ignore", log ?? "inherit", log ?? "inherit"],
      detached: true,
    },
  );
  if (log !== null) {
    closeSync(log);
  }
  const state = { ended: false };
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      state.ended = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  const { pid } = child;
  const leader = pid === undefined ? null : recordOf(pid);
  if (leader) {
    book.enter(slug, leader.pid);
  }
  const stop = (): Promise<void> => stopApp(leader, book);

  const expectation = { slug, port, pid: mode === "start" ? pid : undefined };
  const patience = mode === "start" ? 60_000 : 180_000;
  const since = Date.now();
  while (!(await isServing(expectation))) {
    if (signal.aborted) {
      await stop();
      break;
    }
    if (state.ended || Date.now() - since > patience) {
      await stop();
      throw explain(slug, port, state.ended, log === null ? null : logFile);
    }
    await sleep(100);
  }
  return { slug, ended, stop };
}

async function stopApp(leader: ProcessRecord | null, book: RunBook): Promise<void> {
  if (leader) {
    await endGroup(leader);
    book.leave(leader.pid);
  }
}

/**
 * Whether it is our app that answers. In an experiment a stranger on the same port was taken for
 * the app, so the answer must name app and process; a development server answers from a child.
 */
async function isServing(expected: {
  slug: AppSlug;
  port: number;
  pid: number | undefined;
}): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${expected.port}/api/health`, {
      redirect: "manual",
      signal: AbortSignal.timeout(60_000),
    });
    const { app, pid } = health.parse(await response.json());
    return app === expected.slug && (expected.pid === undefined || pid === expected.pid);
  } catch {
    return false;
  }
}

function explain(slug: AppSlug, port: number, ended: boolean, logFile: string | null): Problem {
  const words = logFile ? readFileSync(logFile, "utf8") : "";
  if (/EADDRINUSE/.test(words)) {
    return takenPort(`the app ${slug}`, port);
  }
  const last = words.trim().split("\n").slice(-12).join("\n  ");
  return new Problem(
    `The app ${slug} ${ended ? "ended while it started" : "does not answer at /api/health"}.${
      last ? ` Its last words:\n  ${last}` : ""
    }`,
    logFile ? `The whole log is in ${logFile}.` : "What it said is above.",
  );
}
