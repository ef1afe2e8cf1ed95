import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { AuthError, apiVersion, errorBody, validationFailed } from "./errors.ts";

/** Who really called: passed on by the apps' servers, else the socket's end. */
export interface Caller {
  ip: string;
  userAgent: string | null;
}

/** A request after the gate: body parsed, key checked. */
export interface AuthRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly caller: Caller;
  /** The secret key was shown: all rights of the service role. */
  readonly isService: boolean;
  /** The bearer token when it is no key of ours. */
  readonly bearer: string | null;
}

/** An answer; without a body it is empty. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers 200 with a body. */
export function ok(body: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, body, headers };
}

/** Answers 204. */
export const noContent: Reply = { status: 204 };

/** Sends the browser on with GET. */
export function seeOther(location: string): Reply {
  return { status: 303, headers: { location } };
}

/** One header as text, or null. */
export function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  const text = Array.isArray(value) ? value[0] : value;
  return text === undefined || text === "" ? null : text;
}

const bodyLimit = 64 * 1024;

/**
 * Reads a JSON body; undefined when there is none.
 * @throws {AuthError} 413 when it is longer than 64 kB, bad_json (400) when it is no JSON
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const tooLarge = () => new AuthError(413, "validation_failed", "Request body is too large");
  // Before reading: to stop halfway closes the connection, and the answer with it.
  if (Number(request.headers["content-length"] ?? 0) > bodyLimit) {
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimit) {
      throw tooLarge();
    }
    chunks.push(bytes);
  }
  if (size === 0) {
    return undefined;
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new AuthError(400, "bad_json", "Could not parse request body as JSON");
  }
}

/** Writes an answer. Nothing of this service may be cached unless the answer says so. */
export function send(response: ServerResponse, reply: Reply): void {
  if (response.headersSent || response.destroyed) {
    return;
  }
  response.setHeader("cache-control", "no-store");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    response.setHeader(name, value);
  }
  response.statusCode = reply.status;
  if (reply.body === undefined) {
    response.end();
    return;
  }
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify(reply.body));
}

/** The answer to an error: the caller's mistakes by their code, all else as a bare 500. */
export function errorReply(
  error: unknown,
  headers: IncomingHttpHeaders,
  log: (error: unknown) => void,
): Reply {
  let known: AuthError;
  if (error instanceof AuthError) {
    known = error;
  } else if (error instanceof URIError) {
    known = validationFailed("Malformed address");
  } else {
    log(error);
    known = new AuthError(
      500,
      "unexpected_failure",
      "Unexpected failure, please check server logs",
    );
  }
  const versioned = headers["x-supabase-api-version"] === apiVersion;
  return {
    status: known.status,
    body: errorBody(known, versioned),
    headers: {
      "x-sb-error-code": known.code,
      ...(known.status === 413 ? { connection: "close" } : {}),
    },
  };
}

/** What a route does with a request. */
export type Handler = (request: AuthRequest) => Promise<Reply> | Reply;

/** `key`: one of our two keys must be shown. `open`: links that a bare browser follows. */
export type Gate = "open" | "key";

/** One address of the service. */
export interface Route {
  readonly method: string;
  readonly pattern: readonly string[];
  readonly gate: Gate;
  readonly handler: Handler;
}

/** Declares an address; `:name` segments become params. */
export function route(method: string, path: string, handler: Handler, gate: Gate = "key"): Route {
  return { method, pattern: path.split("/").filter(Boolean), gate, handler };
}

/** A route with the params of one request. */
export interface Match {
  route: Route;
  params: Record<string, string>;
}

/**
 * Finds the route of a request; null when there is none at this address.
 * @throws {AuthError} 405 when the address knows other methods only
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | null {
  const segments = path.split("/").filter(Boolean).map(decodeURIComponent);
  const known = routes.flatMap((candidate) => {
    const params = matchPattern(candidate.pattern, segments);
    return params ? [{ route: candidate, params }] : [];
  });
  const match = known.find((candidate) => candidate.route.method === method);
  if (!match && known.length > 0) {
    throw new AuthError(405, "validation_failed", "Method not allowed");
  }
  return match ?? null;
}

function matchPattern(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  const open = pattern.at(-1) === "*";
  if (open ? segments.length < pattern.length - 1 : segments.length !== pattern.length) {
    return null;
  }
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index];
    if (part === "*") {
      break;
    }
    if (part.startsWith(":") && segment !== undefined) {
      params[part.slice(1)] = segment;
    } else if (part !== segment) {
      return null;
    }
  }
  return params;
}
