import { join } from "node:path";
import { inheritedEnvironment, type StackEnvironment } from "../env.ts";
import { leastFreeBytes, requireFreeSpace } from "../postgres/free-space.ts";
import { type RunningApp, serveApp } from "./app.ts";
import { buildApps } from "./build.ts";
import { type AppSlug, type Ports, requireFreePorts } from "./ports.ts";
import { codeOf, messageOf, Problem } from "./problem.ts";
import { openRunBook, type RunBook } from "./run-book.ts";
import { type Stack, startStack } from "./stack.ts";
import { tick } from "./ticker.ts";

export type SessionOptions = {
  repository: string;
  dataFolder: string;
  ports: Ports;
  environment: StackEnvironment;
  apps: readonly AppSlug[];
  /** `start` builds and serves; `dev` compiles as it goes. */
  mode: "start" | "dev";
  demo: boolean;
  say: (line: string) => void;
  /** Called once when everything answers. */
  onReady: (stack: Stack) => void;
};

/** A build of four apps and the caches around it. */
const bytesToBuild = 600 * 1024 * 1024;
/** One Ctrl-C may arrive several times: from the terminal, npm and the bootstrap. */
const sameKeystroke = 1_500;

/**
 * Runs the stack and its apps until Ctrl-C, and answers the exit code: 0 when it was asked to end,
 * 1 when it could not start or a part was lost. Whatever happens, everything is stopped first.
 */
export async function runSession(options: SessionOptions): Promise<number> {
  const { dataFolder, say } = options;
  const stopping = new AbortController();
  let book: RunBook | null = null;
  let first = 0;
  const interrupt = (): void => {
    if (!stopping.signal.aborted) {
      first = Date.now();
      say("Stopping…");
      stopping.abort();
    } else if (Date.now() - first > sameKeystroke) {
      say("Stopping at once; the next start cleans up.");
      book?.killAll();
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, interrupt);
  }
  // The bootstrap holds the other end of a channel, which closes when it is killed.
  process.on("disconnect", interrupt);
  // A closed terminal takes its streams along before we are done.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", () => undefined);
  }
  const running: Running = { stack: null, apps: [] };
  let code = 0;
  try {
    requireFreeSpace(options.repository, options.mode === "start" ? bytesToBuild : leastFreeBytes);
    book = await openRunBook(dataFolder);
    await requireFreePorts(neededPorts(options));
    await bringUp(options, book, stopping.signal, running);
    const lost = await untilOver(running, stopping.signal);
    if (lost !== null) {
      code = 1;
      printProblem(
        new Problem(
          `${lost} ended unexpectedly, so everything is stopped.`,
          `Its log is below ${dataFolder}. Start again: nothing that was saved is lost.`,
        ),
      );
    }
  } catch (error) {
    if (!stopping.signal.aborted) {
      code = 1;
      printProblem(error);
    }
  }
  await Promise.all(running.apps.map((app) => app.stop()));
  await running.stack?.stop();
  book?.close();
  if (stopping.signal.aborted) {
    say("Everything is stopped.");
  }
  return code;
}

/** Prints what went wrong: a sentence and an advice, or, when it is our fault, where. */
export function printProblem(error: unknown): void {
  const problem = error instanceof Problem ? error : explainSystemError(error);
  if (problem) {
    console.error(`\n✖ ${problem.message}\n  ${problem.advice}`);
    return;
  }
  console.error(`\n✖ Something unforeseen happened: ${messageOf(error)}`);
  console.error(error instanceof Error ? error.stack : "");
}

/** The sentence for what the operating system refuses; null for anything else. */
function explainSystemError(error: unknown): Problem | null {
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return new Problem(
        `The disk is full: ${messageOf(error)}.`,
        "Free some space, then start again. Nothing that was saved is lost.",
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new Problem(
        `The system does not allow it: ${messageOf(error)}.`,
        "Check who owns that file or folder; start as the user who started it the first time.",
      );
    case "EADDRINUSE":
      return new Problem(
        `A port was taken in the meantime: ${messageOf(error)}.`,
        "Stop that program, or choose other ports: npm start -- --port 4000",
      );
    default:
      return null;
  }
}

type Running = { stack: Stack | null; apps: RunningApp[] };

async function bringUp(
  options: SessionOptions,
  book: RunBook,
  signal: AbortSignal,
  running: Running,
): Promise<void> {
  const { repository, dataFolder, ports, environment, apps, mode, demo, say } = options;
  const aborted = new AbortController();
  const anyEnd = AbortSignal.any([signal, aborted.signal]);
  // Neither needs the other; the one that fails ends the other, and its sentence is the one told.
  const [stack, build] = await Promise.allSettled([
    startStack({ dataFolder, ports, environment, demo, say }).then(
      (started) => {
        running.stack = started;
        return started;
      },
      (error: unknown) => {
        aborted.abort();
        throw error;
      },
    ),
    mode === "start"
      ? buildApps({
          repository,
          apps,
          environment: inheritedEnvironment(),
          book,
          signal: anyEnd,
          say,
        })
      : Promise.resolve(),
  ]);
  if (stack.status === "rejected") {
    throw stack.reason;
  }
  if (build.status === "rejected") {
    throw build.reason;
  }
  if (signal.aborted) {
    return;
  }
  say(apps.length === 1 ? `Starting ${apps[0]}…` : "Starting the apps…");
  const served = await Promise.allSettled(
    apps.map(async (slug) => {
      const app = await serveApp({
        slug,
        port: ports[slug],
        mode,
        repository,
        logFolder: join(dataFolder, "logs"),
        environment: stack.value.environment,
        book,
        signal,
      });
      running.apps.push(app);
    }),
  );
  for (const result of served) {
    if (result.status === "rejected") {
      throw result.reason;
    }
  }
  if (!signal.aborted) {
    if (apps.includes("hub")) {
      void tick(`http://127.0.0.1:${ports.hub}`, stack.value.cronSecret, signal);
    }
    options.onReady(stack.value);
  }
}

/** Waits for the end: null when it was asked for, else the name of the part that was lost. */
function untilOver({ stack, apps }: Running, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(null);
      return;
    }
    // Nothing else may keep Node alive: an adopted database is no child of ours.
    const pulse = setInterval(() => undefined, 60_000);
    const end = (lost: string | null): void => {
      clearInterval(pulse);
      resolve(lost);
    };
    signal.addEventListener("abort", () => end(null), { once: true });
    void stack?.lost.then(end);
    for (const { slug, ended } of apps) {
      void ended.then(() => end(`The app ${slug}`));
    }
  });
}

/** The ports that must be free; Postgres asks for its own, since a left-behind one may hold it. */
function neededPorts({ ports, apps, environment }: SessionOptions): [string, number][] {
  const needed: [string, number][] = apps.map((slug) => [`the app ${slug}`, ports[slug]]);
  if (!environment.supabase) {
    needed.push(["the auth service", ports.auth]);
    if (!environment.smtpUrl) {
      needed.push(["the mailbox", ports.mailbox], ["the mailbox's SMTP", ports.smtp]);
    }
  }
  return needed;
}
