import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { Problem } from "../stack/problem.ts";
import type { AuthContext } from "./auth-context.ts";
import { createBackground } from "./background.ts";
import { openPool } from "./database.ts";
import { AuthError, apiVersion } from "./errors.ts";
import { admit, callerOf, corsHeaders } from "./gate.ts";
import { isOwnHost } from "./hosts.ts";
import type { Reply, Route } from "./http.ts";
import { errorReply, findRoute, noContent, readJson, send } from "./http.ts";
import { loadMasterKey, loadSigningKeys, recordSigningKeys } from "./keys.ts";
import { createMailer } from "./mail.ts";
import { applyAuthMigrations } from "./migrations.ts";
import { createPasswordHasher } from "./passwords.ts";
import { defaultLimits } from "./rate-limits.ts";
import { authRoutes } from "./routes.ts";
import { sweep } from "./sessions.ts";
import type { AuthServiceOptions, AuthSettings } from "./settings.ts";
import { createAccessTokens } from "./tokens.ts";
import { createVault } from "./vault.ts";

/** A running service. */
export interface AuthService {
  /** Base address for clients (SUPABASE_URL); the API is under `/auth/v1`. */
  readonly url: string;
  /** Takes no new requests, finishes what is under way, and frees everything. */
  close(): Promise<void>;
}

const basePath = "/auth/v1";
const sweepEveryMs = 60 * 60 * 1000;
// A client that opens a request and never finishes it must not hold the service open.
const requestTimeoutMs = 15_000;

/**
 * Starts the embedded sign-in service, which speaks Supabase Auth's HTTP API. It makes its keys
 * and its tables (schema `auth_local`) when they are missing.
 * @throws Problem when the port is taken or a key file is damaged
 */
export async function startAuthService(options: AuthServiceOptions): Promise<AuthService> {
  const host = options.host ?? "127.0.0.1";
  const keys = await loadSigningKeys(options.dataDir);
  const vault = createVault(loadMasterKey(options.dataDir));
  await applyAuthMigrations(options.databaseUrl);
  const db = openPool(options.databaseUrl);
  // All that takes time comes before the port is open, so that no early caller meets half a service.
  const passwords = await createPasswordHasher();
  let routes: Route[] = [];
  let settings: AuthSettings | null = null;
  const server = createServer((request, response) => {
    if (settings) {
      void respond(settings, server, routes, request, response);
    } else {
      response.writeHead(503).end();
    }
  });
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  try {
    await recordSigningKeys(db, keys);
    await listen(server, host, options.port);
  } catch (error) {
    await db.end();
    throw error;
  }
  const bound = `http://${host.includes(":") ? `[${host}]` : host}:${portOf(server)}`;
  settings = settingsOf(options, host, options.externalUrl ?? bound);
  const background = createBackground();
  const { smtpUrl, mailFrom } = options;
  const mailer = createMailer(db, background, { ...settings, smtpUrl, mailFrom });
  const issuer = `${settings.externalUrl}${basePath}`;
  const auth: AuthContext = {
    settings,
    db,
    keys,
    vault,
    tokens: createAccessTokens(keys, issuer, options.jwtExpirySeconds ?? 900),
    passwords,
    mailer,
    background,
  };
  routes = authRoutes(auth);
  const sweeper = setInterval(() => background.start("sweep", () => sweep(db)), sweepEveryMs);
  sweeper.unref();

  return {
    url: settings.externalUrl,
    async close() {
      clearInterval(sweeper);
      await closeServer(server);
      mailer.stopRetrying();
      await background.idle();
      mailer.close();
      await db.end();
    },
  };
}

function settingsOf(options: AuthServiceOptions, host: string, externalUrl: string): AuthSettings {
  return {
    host,
    externalUrl: externalUrl.replace(/\/+$/, ""),
    siteUrl: new URL(options.siteUrl).href,
    siteName: options.siteName ?? "Neothink",
    allowedOrigins: options.allowedOrigins,
    publishableKey: options.publishableKey,
    secretKey: options.secretKey,
    clientIpSecret: options.clientIpSecret ?? null,
    autoConfirm: options.autoConfirm ?? false,
    disableSignUp: options.disableSignUp ?? false,
    hardened: options.hardened ?? true,
    limits: { ...defaultLimits, ...options.limits },
  };
}

async function respond(
  settings: AuthSettings,
  server: Server,
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const shared: Record<string, string> = corsHeaders(settings, request);
  if (request.headers["x-supabase-api-version"] === apiVersion) {
    shared["x-supabase-api-version"] = apiVersion;
  }
  let reply: Reply;
  try {
    reply = await answer(settings, server, routes, request);
  } catch (error) {
    reply = errorReply(error, request.headers, (unexpected) =>
      // The stack alone: a database error carries the values of the row that it refused.
      console.error(
        `auth: ${request.method} ${pathOf(request)} failed:`,
        unexpected instanceof Error ? unexpected.stack : unexpected,
      ),
    );
  }
  send(response, { ...reply, headers: { ...shared, ...reply.headers } });
}

async function answer(
  settings: AuthSettings,
  server: Server,
  routes: readonly Route[],
  request: IncomingMessage,
): Promise<Reply> {
  const own = { host: settings.host, port: portOf(server), externalUrl: settings.externalUrl };
  if (!isOwnHost(request.headers.host, own)) {
    throw new AuthError(421, "validation_failed", "This host name is not served here");
  }
  const method = request.method ?? "GET";
  if (method === "OPTIONS") {
    return noContent;
  }
  const path = pathOf(request);
  const match = path.startsWith(`${basePath}/`)
    ? findRoute(routes, method, path.slice(basePath.length))
    : null;
  if (!match) {
    throw new AuthError(404, "not_found", "There is nothing at this address");
  }
  const { isService, bearer } = admit(settings, request, match.route.gate);
  return match.route.handler({
    method,
    path,
    params: match.params,
    query: new URL(request.url ?? "/", settings.externalUrl).searchParams,
    headers: request.headers,
    body: method === "GET" || method === "HEAD" ? undefined : await readJson(request),
    caller: callerOf(settings, request),
    isService,
    bearer,
  });
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Problem(
              `Port ${port} is taken, so the sign-in service cannot start.`,
              "Stop the program that uses it, or choose another port.",
              { cause: error },
            )
          : error,
      );
    });
    server.listen(port, host, () => resolve());
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Keep-alive connections that turn idle later would hold the service for their timeout.
    const sweepIdle = setInterval(() => server.closeIdleConnections(), 50);
    sweepIdle.unref();
    server.once("close", () => clearInterval(sweepIdle));
  });
}
