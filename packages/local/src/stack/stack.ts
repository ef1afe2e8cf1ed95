import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startAuthService } from "../auth/service.ts";
import type { StackEnvironment } from "../env.ts";
import { startMailbox } from "../mailbox/mailbox.ts";
import { type PostgresServer, startPostgres } from "../postgres/server.ts";
import { type Auth, appEnvironment, originOf } from "./app-environment.ts";
import { type DatabaseUrls, prepareOwnDatabase, runMigrations } from "./database.ts";
import { loadDemoOnce } from "./demo.ts";
import { type Keys, loadKeys } from "./keys.ts";
import { appSlugs, type Ports } from "./ports.ts";
import { Problem } from "./problem.ts";

/** A running back end for the apps. */
export type Stack = {
  /** The whole environment of an app's process. */
  environment: Readonly<Record<string, string>>;
  /** The page of the embedded mailbox; null when mail goes elsewhere. */
  mailboxUrl: string | null;
  authUrl: string;
  /** What the apps ask of whoever starts periodic work. */
  cronSecret: string;
  /** The superuser's address of the embedded database; null with another one. */
  adminUrl: string | null;
  /** The folders that hold data. */
  places: readonly string[];
  /** Whether the demo accounts are there. */
  demo: boolean;
  /** Resolves, with its name, when a part ends though nobody asked. */
  lost: Promise<string>;
  stop(): Promise<void>;
};

export type StackOptions = {
  /** Where keys, mails and, if the server may go there, the database are kept. */
  dataFolder: string;
  ports: Ports;
  environment: StackEnvironment;
  /** Loads the demo data when the embedded database is new. */
  demo: boolean;
  say: (line: string) => void;
};

type Closers = (() => Promise<void>)[];

/**
 * Starts everything that the apps stand on: database, schema, mailbox, auth service, and on the
 * first run the demo data. What the environment names instead is used and not started. A start
 * that fails half-way stops what it had started.
 * @throws Problem for everything that can be mended by hand
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataFolder, ports, environment, demo, say } = options;
  const closers: Closers = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) {
      await close();
    }
  };
  try {
    mkdirSync(dataFolder, { recursive: true });
    const keys = loadKeys(dataFolder);
    const cronSecret = environment.cronSecret ?? randomBytes(24).toString("base64url");
    const { urls, server } = await startDatabase(options, closers);
    const mail = await startMail(options, closers);
    const auth = environment.supabase ?? (await startAuth(options, { keys, urls, mail, closers }));
    // The demo password is public: its accounts enter no database or project of somebody's own.
    const loaded =
      server !== null &&
      environment.supabase === null &&
      (await loadDemoOnce({
        place: server.place,
        target: { adminUrl: server.urls.admin, authUrl: auth.url, secretKey: auth.secretKey },
        wanted: demo,
        say,
      }));
    return {
      environment: appEnvironment({
        environment,
        ports,
        urls,
        auth,
        smtpUrl: mail.smtpUrl,
        clientIpSecret: environment.supabase ? null : keys.clientIpSecret,
        cronSecret,
      }),
      cronSecret,
      mailboxUrl: mail.pageUrl,
      authUrl: auth.url,
      adminUrl: server?.urls.admin ?? null,
      places:
        server && !server.place.startsWith(dataFolder) ? [dataFolder, server.place] : [dataFolder],
      demo: loaded,
      lost: server ? server.ended.then(() => "The database") : new Promise(() => undefined),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(
  { dataFolder, ports, environment, say }: StackOptions,
  closers: Closers,
): Promise<{ urls: DatabaseUrls; server: PostgresServer | null }> {
  if (environment.database) {
    const urls = await prepareOwnDatabase(environment.database, say);
    say(`Using the database at ${new URL(urls.app).host}.`);
    return { urls, server: null };
  }
  const server = await startPostgres({
    folder: join(dataFolder, "postgres"),
    port: ports.postgres,
    note: say,
  });
  closers.push(async () => {
    // A pool calls itself ended before its goodbyes have left; it would report a lost connection.
    await sleep(50);
    await server.stop();
  });
  if (environment.supabase) {
    say(
      "Supabase knows its accounts in the project's own database only: set DATABASE_URL to that one, or nobody who signs in will be known here.",
    );
  }
  say(
    server.adopted
      ? `The database was still running and is taken over (port ${ports.postgres}).`
      : `The database is running (port ${ports.postgres}).`,
  );
  await runMigrations(server.urls.admin, say);
  await server.allowAppLogin();
  return { urls: server.urls, server };
}

type Mail = { smtpUrl: string | null; pageUrl: string | null };

async function startMail(
  { dataFolder, ports, environment, say }: StackOptions,
  closers: Closers,
): Promise<Mail> {
  // Supabase sends its own mail.
  if (environment.smtpUrl || environment.supabase) {
    return { smtpUrl: environment.smtpUrl, pageUrl: null };
  }
  const mailbox = await startMailbox({
    folder: join(dataFolder, "mail"),
    pagePort: ports.mailbox,
    smtpPort: ports.smtp,
  });
  closers.push(mailbox.close);
  say(`The mailbox is open (port ${ports.mailbox}).`);
  return { smtpUrl: mailbox.smtpUrl, pageUrl: mailbox.url };
}

async function startAuth(
  { dataFolder, ports, environment, say }: StackOptions,
  parts: { keys: Keys; urls: DatabaseUrls; mail: Mail; closers: Closers },
): Promise<Auth> {
  const { keys, urls, mail, closers } = parts;
  if (!urls.admin || !mail.smtpUrl) {
    throw new Problem(
      "The embedded auth service keeps accounts in the database, and the role of DATABASE_URL may not write them.",
      "Set DATABASE_ADMIN_URL to the same database as its owner, or SUPABASE_URL and its keys to use Supabase's service.",
    );
  }
  // Browsers and servers use one address, since it is also the issuer that tokens name.
  const url = `http://localhost:${ports.auth}`;
  const { publishableKey, secretKey, clientIpSecret } = keys;
  const service = await startAuthService({
    databaseUrl: urls.admin,
    host: "127.0.0.1",
    port: ports.auth,
    externalUrl: url,
    siteUrl: originOf("hub", ports),
    allowedOrigins: appSlugs.map((slug) => originOf(slug, ports)),
    dataDir: dataFolder,
    publishableKey,
    secretKey,
    smtpUrl: mail.smtpUrl,
    mailFrom: environment.mailFrom,
    clientIpSecret,
  });
  closers.push(() => service.close());
  say(`The auth service is running (port ${ports.auth}).`);
  return { url, publishableKey, secretKey };
}
