import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@neothink/db/core/migrate";
import type { SupabaseClient } from "@supabase/supabase-js";
import { createClient } from "@supabase/supabase-js";
import pg from "pg";
import { inject } from "vitest";
import { startAuthService } from "./service.ts";
import type { AuthServiceOptions } from "./settings.ts";
import type { TestMailbox } from "./test-mailbox.ts";
import { startTestMailbox } from "./test-mailbox.ts";

/** Keys that clients of the test service show. */
export const testKeys = {
  publishable: "sb_publishable_test",
  secret: "sb_secret_test",
  clientIp: "a secret between the apps and the service",
} as const;

/** The address of the first app. */
export const siteUrl = "http://app.example.test:3000";

/** A person who signed up and confirmed. */
export interface TestPerson {
  id: string;
  email: string;
  password: string;
}

/** A service of its own on a database of its own, with a mail server. */
export interface TestWorld {
  readonly url: string;
  readonly dataDir: string;
  readonly db: pg.Pool;
  readonly mailbox: TestMailbox;
  /** A client as a browser has it, calling from an address of its own. */
  client(flow?: { pkce?: boolean; ip?: string; userAgent?: string }): SupabaseClient;
  /** A client with the secret key. */
  admin(): SupabaseClient;
  /** A bare request below `/auth/v1`, by default with the publishable key and an own address. */
  call(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  /** A confirmed account, made by the service role. */
  person(more?: { data?: Record<string, unknown> }): Promise<TestPerson>;
  /** A client that is signed in as this person. */
  signedIn(person: TestPerson, userAgent?: string): Promise<SupabaseClient>;
  /** An address that nobody has. */
  freshEmail(): string;
  close(): Promise<void>;
}

/** A password that passes every rule. */
export const goodPassword = "correct horse battery 9";

/** Starts the world; limits are the real ones except the pause between mails. */
export async function startTestWorld(
  options: Partial<AuthServiceOptions> = {},
): Promise<TestWorld> {
  const database = await createDatabase(inject("databaseUrl"));
  const dataDir = mkdtempSync(join(tmpdir(), "neothink-auth-"));
  const mailbox = await startTestMailbox();
  const service = await startAuthService({
    databaseUrl: database.url,
    port: 0,
    siteUrl,
    allowedOrigins: [siteUrl, "https://*.neothink.test", "https://paths.example.test/only/**"],
    dataDir,
    publishableKey: testKeys.publishable,
    secretKey: testKeys.secret,
    smtpUrl: mailbox.smtpUrl,
    mailFrom: "Neothink <mail@neothink.test>",
    clientIpSecret: testKeys.clientIp,
    ...options,
    limits: { mailPauseSeconds: 0, ...options.limits },
  });
  const db = new pg.Pool({ connectionString: database.url, max: 4 });
  const world: TestWorld = {
    url: service.url,
    dataDir,
    db,
    mailbox,
    client: ({ pkce = false, ip = randomAddress(), userAgent } = {}) =>
      createClient(service.url, testKeys.publishable, {
        auth: {
          ...(pkce ? { flowType: "pkce", storage: memory() } : { persistSession: false }),
          autoRefreshToken: false,
          detectSessionInUrl: false,
          experimental: { recoveryCodes: true },
        },
        global: { headers: callerHeaders(ip, userAgent) },
      }),
    admin: () =>
      createClient(service.url, testKeys.secret, {
        auth: { persistSession: false, autoRefreshToken: false },
      }),
    call(path, { json, headers, ...init } = {}) {
      return fetch(`${service.url}/auth/v1${path}`, {
        redirect: "manual",
        ...init,
        ...(json === undefined
          ? {}
          : { method: init.method ?? "POST", body: JSON.stringify(json) }),
        headers: {
          apikey: testKeys.publishable,
          "content-type": "application/json",
          ...callerHeaders(randomAddress()),
          ...Object.fromEntries(new Headers(headers)),
        },
      });
    },
    async person({ data = {} } = {}) {
      const email = world.freshEmail();
      const { data: made, error } = await world.admin().auth.admin.createUser({
        email,
        password: goodPassword,
        email_confirm: true,
        user_metadata: data,
      });
      if (error) {
        throw error;
      }
      return { id: made.user.id, email, password: goodPassword };
    },
    async signedIn({ email, password }, userAgent) {
      const client = world.client(userAgent ? { userAgent } : {});
      const { error } = await client.auth.signInWithPassword({ email, password });
      if (error) {
        throw error;
      }
      return client;
    },
    freshEmail: () => `person-${randomUUID()}@example.test`,
    async close() {
      await service.close();
      await mailbox.close();
      await db.end();
      rmSync(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
  return world;
}

/** Headers with which an app's server names the visitor. */
export function callerHeaders(ip: string, userAgent = "test browser"): Record<string, string> {
  return {
    "x-neothink-client-ip-secret": testKeys.clientIp,
    "x-neothink-client-ip": ip,
    "x-neothink-client-ua": userAgent,
  };
}

/** An address from the block that documentation may use; limits count per address. */
export function randomAddress(): string {
  const [a = 0, b = 0, c = 0] = randomBytes(3);
  return `198.${18 + (a % 2)}.${b}.${c}`;
}

/** The access token of a client that is signed in. */
export async function accessToken(client: SupabaseClient): Promise<string> {
  const { data } = await client.auth.getSession();
  if (!data.session) {
    throw new Error("The client is not signed in.");
  }
  return data.session.access_token;
}

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

/** A database beside the shared one: the service's schema and its trigger stay out of other suites. */
async function createDatabase(sharedUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `neothink_auth_${randomBytes(4).toString("hex")}`;
  const url = new URL(sharedUrl);
  url.pathname = `/${name}`;
  await onServer(sharedUrl, `create database ${name}`);
  await migrate(url.href);
  return {
    url: url.href,
    drop: () => onServer(sharedUrl, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
