import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inheritedEnvironment, readStackEnvironment } from "@neothink/local/env";
import { removePlace } from "@neothink/local/postgres/place";
import { sessionCookies } from "@neothink/local/session-cookies";
import { serveApp } from "@neothink/local/stack/app";
import { originOf } from "@neothink/local/stack/app-environment";
import { buildApps } from "@neothink/local/stack/build";
import { portsFrom } from "@neothink/local/stack/ports";
import { openRunBook } from "@neothink/local/stack/run-book";
import { startStack } from "@neothink/local/stack/stack";
import { createClient } from "@supabase/supabase-js";

/** One built app on an empty stack of its own, to be filled and measured. */
export interface BenchPlatform {
  origin: string;
  /** The superuser's address of the database. */
  adminUrl: string;
  appUrl: string;
  /** A signed-in superachiever. */
  member: { id: string; cookie: string };
  stop(): Promise<void>;
}

const basePort = 3500;

/** Builds Hub and starts it with an embedded Postgres on its durable defaults, without demo data. */
export async function startBenchPlatform(): Promise<BenchPlatform> {
  const repository = resolve(import.meta.dirname, "../..");
  const dataFolder = mkdtempSync(join(tmpdir(), "neothink-bench-"));
  const ports = portsFrom(basePort);
  const book = await openRunBook(dataFolder);
  const { signal } = new AbortController();
  const say = console.error;
  await buildApps({
    repository,
    apps: ["hub"],
    environment: inheritedEnvironment(),
    book,
    signal,
    say,
  });
  const stack = await startStack({
    dataFolder,
    ports,
    environment: readStackEnvironment(),
    demo: false,
    say,
  });
  const app = await serveApp({
    slug: "hub",
    port: ports.hub,
    mode: "start",
    repository,
    logFolder: join(dataFolder, "logs"),
    environment: stack.environment,
    book,
    signal,
  });
  const { adminUrl } = stack;
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY, DATABASE_URL } =
    stack.environment;
  if (
    !adminUrl ||
    !SUPABASE_URL ||
    !SUPABASE_PUBLISHABLE_KEY ||
    !SUPABASE_SECRET_KEY ||
    !DATABASE_URL
  ) {
    throw new Error(
      "The measurement needs the embedded stack: unset DATABASE_URL and SUPABASE_URL.",
    );
  }
  const person = { email: "reader@example.com", password: "a-Reader-of-many-posts-1" };
  const admin = createClient(SUPABASE_URL, SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await admin.auth.admin.createUser({ ...person, email_confirm: true });
  if (error) {
    throw error;
  }
  const cookies = await sessionCookies({
    url: SUPABASE_URL,
    publishableKey: SUPABASE_PUBLISHABLE_KEY,
    ...person,
  });
  return {
    origin: originOf("hub", ports),
    adminUrl,
    appUrl: DATABASE_URL,
    member: {
      id: data.user.id,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    },
    async stop() {
      await app.stop();
      await stack.stop();
      book.close();
      for (const place of stack.places) {
        removePlace(place);
      }
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
