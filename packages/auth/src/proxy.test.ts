import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { redirectTarget } from "./proxy.ts";

// Stands in for the auth service: signs tokens, publishes its key and counts refreshes.
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const user = { id: randomUUID(), aud: "authenticated", role: "authenticated", email: "a@b.test" };
let refreshes = 0;
let base = "";

function token(expiresIn: number, extra: Record<string, unknown> = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = part({ alg: "ES256", kid: "k1", typ: "JWT" });
  const body = part({
    iss: `${base}/auth/v1`,
    sub: user.id,
    aud: "authenticated",
    role: "authenticated",
    iat: now - 3600,
    exp: now + expiresIn,
    session_id: randomUUID(),
    aal: "aal1",
    ...extra,
  });
  const key = createPrivateKey(privateKey.export({ type: "pkcs8", format: "pem" }));
  const signature = sign("sha256", Buffer.from(`${head}.${body}`), {
    key,
    dsaEncoding: "ieee-p1363",
  });
  return `${head}.${body}.${signature.toString("base64url")}`;
}

function session(expiresIn: number, extra?: Record<string, unknown>): Record<string, unknown> {
  return {
    access_token: token(expiresIn, extra),
    refresh_token: "refresh",
    token_type: "bearer",
    expires_in: expiresIn,
    expires_at: Math.floor(Date.now() / 1000) + expiresIn,
    user,
  };
}

function cookie(value: Record<string, unknown>): string {
  return `nt-auth=base64-${Buffer.from(JSON.stringify(value)).toString("base64url")}`;
}

const service = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  if (request.url?.endsWith("jwks.json")) {
    const jwk = publicKey.export({ format: "jwk" });
    response.end(
      JSON.stringify({
        keys: [{ ...jwk, kid: "k1", alg: "ES256", use: "sig", key_ops: ["verify"] }],
      }),
    );
    return;
  }
  if (request.url?.startsWith("/auth/v1/token")) {
    refreshes += 1;
    response.end(JSON.stringify(session(3600)));
    return;
  }
  response.statusCode = 404;
  response.end("{}");
});

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const address = service.address();
  const port =
    typeof address === "object" ? ((address satisfies AddressInfo | null)?.port ?? 0) : 0;
  base = `http://127.0.0.1:${port}`;
  vi.stubEnv("APP_ENV", "production");
  vi.stubEnv("SUPABASE_URL", base);
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "sb_publishable_test");
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => service.close(resolve));
});

async function visit(path: string, jar?: string): Promise<Response> {
  const { proxy } = await import("./proxy.ts");
  const headers = new Headers({ host: "localhost:3000" });
  if (jar !== undefined) {
    headers.set("cookie", jar);
  }
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
}

const noCaching = {
  "cache-control": "private, no-cache, no-store, must-revalidate, max-age=0",
  expires: "0",
  pragma: "no-cache",
};

test("a refreshed session leaves with cookies and cache headers on a page", async () => {
  const before = refreshes;
  const response = await visit("/home", cookie(session(30)));
  expect(refreshes).toBe(before + 1);
  expect(response.headers.get("set-cookie")).toMatch(/nt-auth=base64-.*Secure; HttpOnly/i);
  expect(Object.fromEntries(response.headers)).toMatchObject(noCaching);
  // This very request's pages read the new cookie.
  expect(response.headers.get("x-middleware-request-cookie")).toContain("nt-auth=base64-");
  expect(response.headers.get("x-middleware-request-cookie")).not.toContain(
    cookie(session(30)).slice(-40),
  );
});

test("a redirect carries the refreshed cookies and cache headers, too", async () => {
  const response = await visit("/sign-in?next=/wallet", cookie(session(30)));
  expect(response.status).toBe(307);
  expect(new URL(response.headers.get("location") ?? "").pathname).toBe("/wallet");
  expect(response.headers.get("set-cookie")).toMatch(/nt-auth=base64-/);
  expect(Object.fromEntries(response.headers)).toMatchObject(noCaching);
});

test("a session with time left is neither refreshed nor written", async () => {
  const before = refreshes;
  const response = await visit("/home", cookie(session(600)));
  expect(refreshes).toBe(before);
  expect(response.headers.get("set-cookie")).toBeNull();
});

test("a visitor of a member page is sent to sign in and back", async () => {
  const response = await visit("/wallet/7?tab=all");
  const location = new URL(response.headers.get("location") ?? "");
  expect(location.pathname).toBe("/sign-in");
  expect(location.searchParams.get("next")).toBe("/wallet/7?tab=all");
});

test("a valid token of role anon opens no member page", async () => {
  const response = await visit("/home", cookie(session(600, { role: "anon" })));
  expect(response.status).toBe(307);
});

test("a token of another key opens no member page", async () => {
  const forged = session(600);
  const [head, body] = token(600).split(".");
  const response = await visit(
    "/home",
    cookie({ ...forged, access_token: `${head}.${body}.${"A".repeat(86)}` }),
  );
  expect(response.status).toBe(307);
});

test("every response carries the policy with a nonce of its own, which the page is told", async () => {
  const [first, second] = [await visit("/"), await visit("/")];
  const policy = first.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([A-Za-z0-9+/=]{24})'/.exec(policy)?.[1];
  expect(nonce).toBeDefined();
  expect(first.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
  expect(second.headers.get("content-security-policy")).not.toBe(policy);
  expect(policy).toContain("'strict-dynamic'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-eval");
  expect(Object.fromEntries(first.headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "strict-transport-security": expect.stringContaining("max-age="),
  });
  expect(first.headers.get("permissions-policy")).toContain("camera=()");
});

test("a nonce that the browser sends is replaced", async () => {
  const { proxy } = await import("./proxy.ts");
  const response = await proxy(
    new NextRequest("http://localhost:3000/", {
      headers: { host: "localhost:3000", "x-nonce": "mine" },
    }),
  );
  expect(response.headers.get("x-middleware-request-x-nonce")).not.toBe("mine");
});

test("a member is never redirected to another host", () => {
  const url = new URL("http://localhost:3000/sign-in?next=//evil.test");
  expect(redirectTarget(url, "visitor", true)).toBe("/home");
});
