import { hashSync } from "@node-rs/argon2";
import { hash as bcryptHash } from "@node-rs/bcrypt";
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson, TestWorld } from "./test-world.ts";
import { accessToken, callerHeaders, goodPassword, startTestWorld } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld({ limits: { failedSignInsPerAccountDay: 8 } });
});
afterAll(() => world.close());

async function tryPassword(email: string, password: string, ip = "203.0.113.1") {
  const answer = await world.call("/token?grant_type=password", {
    json: { email, password },
    headers: { ...callerHeaders(ip), "x-supabase-api-version": "2024-01-01" },
  });
  const body: { code?: string } = await answer.json();
  return { status: answer.status, code: body.code };
}

const refused = { status: 400, code: "invalid_credentials" };
const wrong = "wrong password, sorry";

describe("sign-in with a password", () => {
  it("answers a session whose token verifies by the published keys", async () => {
    const person = await world.person({ data: { full_name: "Ada" } });
    const client = await world.signedIn(person, "Mozilla/5.0 (X11) Test");
    const token = await accessToken(client);
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: "ES256", typ: "JWT" });
    const keys = createRemoteJWKSet(new URL(`${world.url}/auth/v1/.well-known/jwks.json`));
    const { payload } = await jwtVerify(token, keys, {
      issuer: `${world.url}/auth/v1`,
      audience: "authenticated",
    });
    expect(payload).toMatchObject({
      sub: person.id,
      email: person.email,
      phone: "",
      role: "authenticated",
      aal: "aal1",
      is_anonymous: false,
      amr: [{ method: "password" }],
      user_metadata: { full_name: "Ada" },
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    const claims = await client.auth.getClaims();
    expect(claims.data?.claims.sub).toBe(person.id);
    expect((await client.auth.getUser()).data.user?.id).toBe(person.id);
    const { rows } = await world.db.query(
      "select action, ip_address, user_agent, details from public.auth_logs where user_id = $1",
      [person.id],
    );
    expect(rows).toContainEqual({
      action: "login_success",
      ip_address: expect.stringMatching(/^198\.1[89]\./),
      user_agent: "Mozilla/5.0 (X11) Test",
      details: { method: "password" },
    });
  });

  it("gives one answer for a wrong password and for an unknown address, after the same work", async () => {
    const { email } = await world.person();
    const time = async (address: string, ip: string) => {
      const begun = performance.now();
      expect(await tryPassword(address, wrong, ip)).toEqual(refused);
      return performance.now() - begun;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      known.push(await time(email, `203.0.114.${round}`));
      unknown.push(await time(world.freshEmail(), `203.0.115.${round}`));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[7] ?? 0;
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.67);
  });

  it("tells a ban only to who knows the password", async () => {
    const { id, email, password } = await world.person();
    await world.admin().auth.admin.updateUserById(id, { ban_duration: "24h" });
    expect(await tryPassword(email, wrong)).toEqual(refused);
    expect(await tryPassword(email, password)).toEqual({ status: 400, code: "user_banned" });
    await world.admin().auth.admin.updateUserById(id, { ban_duration: "none" });
    expect((await tryPassword(email, password)).status).toBe(200);
  });

  it.each([
    ["argon2id with less memory", () => hashSync(goodPassword, { memoryCost: 8192 })],
    ["bcrypt", () => bcryptHash(goodPassword, { cost: 4 })],
  ])("takes imported hashes (%s) and renews them", async (_, makeHash) => {
    const email = world.freshEmail();
    const { error } = await world.admin().auth.admin.createUser({
      email,
      password_hash: await makeHash(),
      email_confirm: true,
    });
    expect(error).toBeNull();
    expect((await tryPassword(email, goodPassword)).status).toBe(200);
    const { rows } = await world.db.query(
      "select password_hash from public.users where email = $1",
      [email],
    );
    expect(rows[0]?.password_hash).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
    expect((await tryPassword(email, goodPassword)).status).toBe(200);
  });

  it("signs in people who came into the table by other means", async () => {
    const email = world.freshEmail();
    await world.db.query("insert into public.users (email, password_hash) values ($1, $2)", [
      email,
      hashSync(goodPassword),
    ]);
    expect((await tryPassword(email, goodPassword)).status).toBe(200);
  });

  it.each([
    ["id_token", 400, "provider_disabled"],
    ["web3", 422, "web3_provider_disabled"],
    ["client_credentials", 400, "validation_failed"],
  ])("refuses the grant %s", async (grant, status, code) => {
    const answer = await world.call(`/token?grant_type=${grant}`, { json: {} });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("x-sb-error-code")).toBe(code);
  });
});

describe("brute force", () => {
  async function failTimes(person: TestPerson, times: number, ip: string) {
    for (let round = 0; round < times; round += 1) {
      expect(await tryPassword(person.email, wrong, ip)).toEqual(refused);
    }
  }

  async function lockOf(email: string): Promise<number> {
    const { rows } = await world.db.query(
      `select extract(epoch from locked_until - last_attempt_at)::int as seconds
       from public.login_attempts where email = $1`,
      [email],
    );
    return rows[0]?.seconds ?? 0;
  }

  async function endLock(email: string) {
    await world.db.query("update public.login_attempts set locked_until = now() where email = $1", [
      email,
    ]);
  }

  it("locks address and origin together after five failures, with the usual answer", async () => {
    const person = await world.person();
    await failTimes(person, 4, "203.0.113.2");
    expect(await lockOf(person.email)).toBe(0);
    await failTimes(person, 1, "203.0.113.2");
    expect(await lockOf(person.email)).toBe(60);
    expect(await tryPassword(person.email, person.password, "203.0.113.2")).toEqual(refused);
    expect((await tryPassword(person.email, person.password, "203.0.113.3")).status).toBe(200);
    const { rows } = await world.db.query(
      `select (select count(*)::int from public.auth_logs where user_id = $1 and action = 'login_failure') as failures,
         (select count(*)::int from public.security_events where user_id = $1 and event_type = 'account_lockout') as locks`,
      [person.id],
    );
    expect(rows[0]).toEqual({ failures: 5, locks: 1 });
  });

  it("forgets failures after a success", async () => {
    const person = await world.person();
    await failTimes(person, 4, "203.0.113.4");
    expect((await tryPassword(person.email, person.password, "203.0.113.4")).status).toBe(200);
    await failTimes(person, 4, "203.0.113.4");
    expect((await tryPassword(person.email, person.password, "203.0.113.4")).status).toBe(200);
  });

  it("locks longer and longer, and forgets all of it after a recovery", async () => {
    const person = await world.person();
    await world.db.query(
      "insert into public.login_attempts (email, ip_address, attempt_count) values ($1, $2, 9)",
      [person.email, "203.0.113.5"],
    );
    await failTimes(person, 1, "203.0.113.5");
    expect(await lockOf(person.email)).toBe(900);
    await endLock(person.email);
    await failTimes(person, 1, "203.0.113.5");
    expect(await lockOf(person.email)).toBe(1800);
    const client = world.client();
    await client.auth.resetPasswordForEmail(person.email);
    const { code } = await world.mailbox.mailTo(person.email, ({ type }) => type === "recovery");
    await client.auth.verifyOtp({ email: person.email, token: code, type: "recovery" });
    expect((await tryPassword(person.email, person.password, "203.0.113.5")).status).toBe(200);
  });

  it("locks each origin at once when an account is attacked from many, and tells the owner", async () => {
    const person = await world.person();
    for (let round = 0; round < 9; round += 1) {
      await failTimes(person, 1, `203.0.116.${round}`);
    }
    const { rows } = await world.db.query(
      "select ip_address from public.login_attempts where email = $1 and locked_until > now()",
      [person.email],
    );
    expect(rows).toEqual([{ ip_address: "203.0.116.8" }]);
    expect((await tryPassword(person.email, person.password, "203.0.116.9")).status).toBe(200);
    const notice = await world.mailbox.mailTo(person.email);
    expect(notice.text).toContain("many failed attempts");
  });

  it("refuses an origin after a hundred failures in an hour", async () => {
    await world.db.query(
      `insert into public.rate_limits (identifier, count, window_start, window_seconds)
       values ('auth:failed:203.0.113.6', 99, to_timestamp(floor(extract(epoch from now()) / 3600) * 3600), 3600)`,
    );
    expect(await tryPassword(world.freshEmail(), wrong, "203.0.113.6")).toEqual(refused);
    expect(await tryPassword(world.freshEmail(), wrong, "203.0.113.6")).toEqual({
      status: 429,
      code: "over_request_rate_limit",
    });
  });

  it("refuses a flood of hashes instead of piling them up", async () => {
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        tryPassword(world.freshEmail(), wrong, `203.0.117.${index}`),
      ),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([400, 429]));
  });
});
