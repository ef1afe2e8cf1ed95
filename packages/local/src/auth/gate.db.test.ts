import { readFileSync, statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestWorld } from "./test-world.ts";
import { accessToken, goodPassword, siteUrl, startTestWorld, testKeys } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.close());

/** A bare request with a `Host` of one's own, which `fetch` does not allow. */
function withHost(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(world.url);
    const sent = request(
      { host: "127.0.0.1", port, path: "/auth/v1/health", headers: { host } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}

describe("errors", () => {
  it("come in the format of the caller's API version", async () => {
    const json = { email: world.freshEmail(), password: "wrong password" };
    const old = await world.call("/token?grant_type=password", { json });
    expect(await old.json()).toEqual({
      code: 400,
      error_code: "invalid_credentials",
      msg: "Invalid login credentials",
    });
    expect(old.headers.get("x-supabase-api-version")).toBeNull();
    const headers = { "x-supabase-api-version": "2024-01-01" };
    const present = await world.call("/token?grant_type=password", { json, headers });
    expect(present.headers.get("x-supabase-api-version")).toBe("2024-01-01");
    expect(present.headers.get("x-sb-error-code")).toBe("invalid_credentials");
    expect(await present.json()).toEqual({
      code: "invalid_credentials",
      message: "Invalid login credentials",
    });
  });

  it("carry the reasons of a weak password in both formats", async () => {
    const json = { email: world.freshEmail(), password: "short" };
    const headers = { "x-supabase-api-version": "2024-01-01" };
    const old: object = await (await world.call("/signup", { json })).json();
    const present: object = await (await world.call("/signup", { json, headers })).json();
    expect(old).toMatchObject({ code: 422, weak_password: { reasons: ["length"] } });
    expect(present).toMatchObject({
      code: "weak_password",
      weak_password: { reasons: ["length"] },
    });
  });

  it.each([
    ["no JSON", "{", 400, "bad_json"],
    ["another shape", "[1]", 400, "validation_failed"],
    ["too much", JSON.stringify({ email: "x".repeat(70_000) }), 413, "validation_failed"],
  ])("refuse a body that is %s", async (_, body, status, code) => {
    const answer = await world.call("/otp", { method: "POST", body });
    expect([answer.status, answer.headers.get("x-sb-error-code")]).toEqual([status, code]);
  });

  it.each([
    ["GET", "/nothing", 404, "not_found"],
    ["GET", "/signup", 405, "validation_failed"],
    ["GET", "/%zz", 400, "validation_failed"],
    ["GET", "/authorize?provider=google", 400, "validation_failed"],
    ["POST", "/passkeys/authentication/options", 404, "passkey_disabled"],
    ["POST", "/sso", 404, "saml_provider_disabled"],
    ["GET", "/user/identities/authorize?provider=google", 404, "manual_linking_disabled"],
    ["GET", "/admin/sso/providers", 404, "saml_provider_disabled"],
  ])("answer %s %s with %i %s", async (method, path, status, code) => {
    const answer = await world.call(path, { method });
    expect([answer.status, answer.headers.get("x-sb-error-code")]).toEqual([status, code]);
  });
});

describe("tokens", () => {
  it("of another make are refused: no algorithm, a shared secret, another key, another subject", async () => {
    const token = await accessToken(await world.signedIn(await world.person()));
    const [, payload = "", signature = ""] = token.split(".");
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const { keys } = await jwks();
    const [key] = keys;
    const claims: { sub: string } = JSON.parse(Buffer.from(payload, "base64url").toString());
    const forged = [
      `${encode({ alg: "none", typ: "JWT" })}.${payload}.`,
      `${encode({ alg: "HS256", typ: "JWT", kid: key?.kid })}.${payload}.${signature}`,
      `${encode({ alg: "ES256", typ: "JWT", kid: "unknown" })}.${payload}.${signature}`,
      `${token.split(".")[0]}.${encode({ ...claims, sub: crypto.randomUUID() })}.${signature}`,
      "nonsense",
    ];
    for (const bearer of forged) {
      const answer = await world.call("/user", { headers: { authorization: `Bearer ${bearer}` } });
      expect([answer.status, answer.headers.get("x-sb-error-code")]).toEqual([403, "bad_jwt"]);
    }
  });

  it("are needed where a member is", async () => {
    for (const [method, path] of [
      ["GET", "/user"],
      ["PUT", "/user"],
      ["POST", "/logout"],
      ["GET", "/sessions"],
      ["POST", "/factors"],
      ["GET", "/reauthenticate"],
    ] as const) {
      const answer = await world.call(path, { method });
      expect([answer.status, answer.headers.get("x-sb-error-code")]).toEqual([
        401,
        "no_authorization",
      ]);
    }
  });
});

async function jwks(): Promise<{ keys: Record<string, unknown>[] }> {
  const answer = await fetch(`${world.url}/auth/v1/.well-known/jwks.json`);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=600");
  return answer.json();
}

describe("keys", () => {
  it("are published without their private half", async () => {
    const { keys } = await jwks();
    expect(keys).toEqual([
      {
        kty: "EC",
        crv: "P-256",
        alg: "ES256",
        use: "sig",
        key_ops: ["verify"],
        kid: expect.any(String),
        x: expect.any(String),
        y: expect.any(String),
      },
    ]);
  });

  it("lie in files that only their owner reads, and stay over a restart", async () => {
    for (const name of ["signing-keys.json", "master-key.json"]) {
      const file = join(world.dataDir, "auth", name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    const file = readFileSync(join(world.dataDir, "auth", "signing-keys.json"), "utf8");
    const [first]: Record<string, unknown>[] = JSON.parse(file);
    const { keys } = await jwks();
    expect(keys[0]).toMatchObject({ kid: first?.kid, x: first?.x });
    const again = await startTestWorld({ dataDir: world.dataDir });
    const answer = await fetch(`${again.url}/auth/v1/.well-known/jwks.json`);
    expect(await answer.json()).toEqual({ keys });
    await again.close();
  });
});

describe("the door", () => {
  it("answers health and keys to anybody, the rest to who shows a key", async () => {
    expect((await fetch(`${world.url}/auth/v1/health`)).status).toBe(200);
    expect((await fetch(`${world.url}/auth/v1/settings`)).status).toBe(401);
    const settings = await world.call("/settings");
    expect(await settings.json()).toMatchObject({
      external: { email: true, phone: false },
      disable_signup: false,
      mailer_autoconfirm: false,
    });
  });

  it("knows its own names only", async () => {
    const { port } = new URL(world.url);
    expect(await withHost(`127.0.0.1:${port}`)).toBe(200);
    expect(await withHost(`localhost:${port}`)).toBe(200);
    expect(await withHost(`evil.test:${port}`)).toBe(421);
    expect(await withHost("127.0.0.1:1")).toBe(421);
  });

  it("lets the apps' pages read answers, and no other page", async () => {
    const preflight = (origin: string) =>
      fetch(`${world.url}/auth/v1/token`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const own = await preflight(siteUrl);
    expect(own.status).toBe(204);
    expect(own.headers.get("access-control-allow-origin")).toBe(siteUrl);
    expect(own.headers.get("access-control-allow-headers")).toContain("x-supabase-api-version");
    expect(own.headers.get("access-control-allow-credentials")).toBeNull();
    const foreign = await preflight("https://evil.test");
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
    const error = await world.call("/user", { headers: { origin: siteUrl } });
    expect(error.headers.get("access-control-allow-origin")).toBe(siteUrl);
  });

  it("believes a forwarded address only with the shared secret", async () => {
    const ipOf = async (headers: Record<string, string>) => {
      const email = world.freshEmail();
      await fetch(`${world.url}/auth/v1/token?grant_type=password`, {
        method: "POST",
        headers: { apikey: testKeys.publishable, ...headers },
        body: JSON.stringify({ email, password: "wrong password" }),
      });
      const { rows } = await world.db.query(
        "select ip_address from public.login_attempts where email = $1",
        [email],
      );
      return rows[0]?.ip_address;
    };
    const claim = { "x-neothink-client-ip": "203.0.113.9", "x-forwarded-for": "203.0.113.9" };
    const secret = { "x-neothink-client-ip-secret": testKeys.clientIp };
    expect(await ipOf(claim)).toBe("127.0.0.1");
    expect(await ipOf({ ...claim, "x-neothink-client-ip-secret": "guess" })).toBe("127.0.0.1");
    expect(await ipOf({ ...claim, ...secret })).toBe("203.0.113.9");
    expect(await ipOf({ "x-neothink-client-ip": "nonsense", ...secret })).toBe("127.0.0.1");
    const six = { "x-neothink-client-ip": "2001:db8:1:2:3:4:5:6", ...secret };
    expect(await ipOf(six)).toBe("2001:db8:1:2::/64");
  });

  it("keeps its tables from every role of the API", async () => {
    const { rows } = await world.db.query(
      `select r.rolname, c.relname from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       cross join pg_roles r
       where n.nspname = 'auth_local' and c.relkind = 'r'
         and r.rolname in ('anon', 'authenticated', 'service_role', 'app_api')
         and has_table_privilege(r.rolname, c.oid, 'select, insert, update, delete')`,
    );
    expect(rows).toEqual([]);
  });

  it("finishes a mail that is under way before it closes", async () => {
    const short = await startTestWorld();
    const email = short.freshEmail();
    await short.client().auth.signUp({ email, password: goodPassword });
    const { mailbox } = short;
    await short.close();
    expect(mailbox.mailsTo(email)).toHaveLength(1);
  });
});
