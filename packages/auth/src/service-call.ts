import "server-only";
import { headers } from "next/headers";
import { authEnv } from "./env.ts";
import { forwardedHeaders } from "./forwarded.ts";
import { createReadOnlyClient } from "./server.ts";

/** The auth service's answer to a call that the client library does not know. */
export interface ServiceAnswer {
  ok: boolean;
  /** HTTP status; 0 when nobody answered. */
  status: number;
  /** Stable code of a refusal, such as `mfa_factor_not_found`. */
  code: string | null;
  body: unknown;
}

const patience = 10_000;
const silence: ServiceAnswer = { ok: false, status: 0, code: null, body: null };

interface Call {
  method?: "GET" | "POST" | "DELETE";
  body?: object;
  /** The token to show; the session's own unless given. */
  accessToken?: string;
}

/** Calls the auth service as the signed-in member; `path` begins below `/auth/v1`. */
export async function callService(path: string, call: Call = {}): Promise<ServiceAnswer> {
  const env = authEnv();
  const token = call.accessToken ?? (await sessionToken());
  if (token === null) {
    return { ...silence, status: 401 };
  }
  try {
    const response = await fetch(`${env.supabaseUrl}/auth/v1${path}`, {
      method: call.method ?? "GET",
      cache: "no-store",
      signal: AbortSignal.timeout(patience),
      headers: {
        ...forwardedHeaders(await headers()),
        apikey: env.publishableKey,
        authorization: `Bearer ${token}`,
        "content-type": "application/json;charset=UTF-8",
        "x-supabase-api-version": "2024-01-01",
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const body: unknown = await response.json().catch(() => null);
    return { ok: response.ok, status: response.status, code: codeOf(body), body };
  } catch {
    return silence;
  }
}

async function sessionToken(): Promise<string | null> {
  const { data } = await (await createReadOnlyClient()).auth.getSession();
  return data.session?.access_token ?? null;
}

function codeOf(body: unknown): string | null {
  const known = typeof body === "object" && body !== null && "code" in body;
  return known && typeof body.code === "string" ? body.code : null;
}
