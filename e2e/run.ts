import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inheritedEnvironment, readStackEnvironment } from "@neothink/local/env";
import { removePlace } from "@neothink/local/postgres/place";
import { serveApp } from "@neothink/local/stack/app";
import { originOf } from "@neothink/local/stack/app-environment";
import { buildApps } from "@neothink/local/stack/build";
import { appSlugs, portsFrom } from "@neothink/local/stack/ports";
import { openRunBook } from "@neothink/local/stack/run-book";
import { printProblem } from "@neothink/local/stack/session";
import { startStack } from "@neothink/local/stack/stack";
import { env } from "./env.ts";

const repository = resolve(import.meta.dirname, "..");
const dataFolder = mkdtempSync(join(tmpdir(), "neothink-e2e-"));
const ports = portsFrom(env.E2E_PORT);
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => stopping.abort());
}

process.exit(await main());

/** Builds what changed, serves the four apps on a stack of their own, and runs the browser tests. */
async function main(): Promise<number> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const book = await openRunBook(dataFolder);
    closers.push(async () => book.close());
    const { signal } = stopping;
    await buildApps({
      repository,
      apps: appSlugs,
      environment: inheritedEnvironment(),
      book,
      signal,
      say: console.log,
    });
    const stack = await startStack({
      dataFolder,
      ports,
      environment: readStackEnvironment(),
      demo: true,
      say: console.log,
    });
    closers.push(async () => {
      await stack.stop();
      for (const place of stack.places) {
        removePlace(place);
      }
    });
    const apps = await Promise.all(
      appSlugs.map((slug) =>
        serveApp({
          slug,
          port: ports[slug],
          mode: "start",
          repository,
          logFolder: join(dataFolder, "logs"),
          environment: stack.environment,
          book,
          signal,
        }),
      ),
    );
    closers.push(async () => void (await Promise.all(apps.map((app) => app.stop()))));

    const stackFile = join(dataFolder, "stack.json");
    writeFileSync(
      stackFile,
      JSON.stringify({
        apps: Object.fromEntries(appSlugs.map((slug) => [slug, originOf(slug, ports)])),
        mailboxUrl: stack.mailboxUrl,
        supabaseUrl: stack.environment.SUPABASE_URL,
        publishableKey: stack.environment.SUPABASE_PUBLISHABLE_KEY,
        secretKey: stack.environment.SUPABASE_SECRET_KEY,
      }),
      { mode: 0o600 },
    );
    const playwright = spawn(
      "pnpm",
      ["exec", "playwright", "test", "--config", "playwright.config.ts", ...process.argv.slice(2)],
      {
        cwd: import.meta.dirname,
        stdio: "inherit",
        env: { ...inheritedEnvironment(), E2E_STACK_FILE: stackFile },
        signal,
      },
    );
    const [code] = await once(playwright, "exit");
    return code === 0 ? 0 : 1;
  } catch (error) {
    printProblem(error);
    return 1;
  } finally {
    for (const close of closers.reverse()) {
      await close();
    }
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
