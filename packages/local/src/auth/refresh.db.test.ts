import type { Session } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson, TestWorld } from "./test-world.ts";
import { accessToken, startTestWorld } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.close());

async function newSession(): Promise<{ person: TestPerson; session: Session }> {
  const person = await world.person();
  const { data } = await (await world.signedIn(person)).auth.getSession();
  if (!data.session) {
    throw new Error("no session");
  }
  return { person, session: data.session };
}

async function refresh(token: string) {
  const answer = await world.call("/token?grant_type=refresh_token", {
    json: { refresh_token: token },
    headers: { "x-supabase-api-version": "2024-01-01" },
  });
  const body: { code?: string; refresh_token?: string; access_token?: string } =
    await answer.json();
  return { status: answer.status, code: body.code, token: body.refresh_token ?? "", body };
}

/** Moves a session's last rotation out of the ten seconds in which old tokens are forgiven. */
async function letTimePass(userId: string) {
  await world.db.query(
    "update auth_local.sessions set refreshed_at = now() - interval '11 seconds' where user_id = $1",
    [userId],
  );
}

async function countersOf(userId: string) {
  const { rows } = await world.db.query<{ refresh_counter: string; reissues: number }>(
    "select refresh_counter, reissues from auth_local.sessions where user_id = $1",
    [userId],
  );
  return rows[0];
}

async function waitingUpdates(): Promise<number> {
  const { rows } = await world.db.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'
       and query like 'update auth_local.sessions%'`,
  );
  return rows[0]?.n ?? 0;
}

describe("refresh", () => {
  it("rotates the token that is valid now", async () => {
    const { person, session } = await newSession();
    const next = await refresh(session.refresh_token);
    expect(next.status).toBe(200);
    expect(next.token).not.toBe(session.refresh_token);
    expect(await countersOf(person.id)).toEqual({ refresh_counter: "1", reissues: 0 });
    const client = world.client();
    const { data, error } = await client.auth.refreshSession({ refresh_token: next.token });
    expect(error).toBeNull();
    expect(data.user?.id).toBe(person.id);
  });

  it("turns fifty parallel refreshes into one rotation and answers all alike", async () => {
    const { person, session } = await newSession();
    // The lock lets several read the same counter before the first can raise it.
    const lock = await world.db.connect();
    await lock.query("begin");
    await lock.query("select from auth_local.sessions where user_id = $1 for update", [person.id]);
    const running = Promise.all(Array.from({ length: 50 }, () => refresh(session.refresh_token)));
    await expect.poll(waitingUpdates).toBeGreaterThan(1);
    await lock.query("rollback");
    lock.release();
    const answers = await running;
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
    expect(await countersOf(person.id)).toEqual({ refresh_counter: "1", reissues: 49 });
  });

  it("answers the parent with the current token, however late", async () => {
    const { person, session } = await newSession();
    const first = await refresh(session.refresh_token);
    await letTimePass(person.id);
    const again = await refresh(session.refresh_token);
    expect(again.token).toBe(first.token);
    expect(await countersOf(person.id)).toEqual({ refresh_counter: "1", reissues: 1 });
  });

  it("forgives an older token within ten seconds", async () => {
    const { session } = await newSession();
    const first = await refresh(session.refresh_token);
    const second = await refresh(first.token);
    const late = await refresh(session.refresh_token);
    expect(late.token).toBe(second.token);
  });

  it("ends the session when an older token shows up, and writes it down", async () => {
    const { person, session } = await newSession();
    const first = await refresh(session.refresh_token);
    const second = await refresh(first.token);
    await letTimePass(person.id);
    expect(await refresh(session.refresh_token)).toMatchObject({
      status: 400,
      code: "refresh_token_already_used",
    });
    expect(await refresh(second.token)).toMatchObject({
      status: 400,
      code: "refresh_token_not_found",
    });
    const { rows } = await world.db.query(
      "select event_type, severity from public.security_events where user_id = $1",
      [person.id],
    );
    expect(rows).toContainEqual({ event_type: "session_hijacking_attempt", severity: "high" });
  });

  it.each([
    ["nonsense", () => "nonsense"],
    ["an empty text", () => "."],
    ["a changed counter", (token: string) => changed(token, 24)],
    ["a changed signature", (token: string) => changed(token, 40)],
    ["another session's id", (token: string) => changed(token, 5)],
  ])("refuses %s", async (_, change) => {
    const { session } = await newSession();
    expect(await refresh(change(session.refresh_token))).toMatchObject({
      status: 400,
      code: "refresh_token_not_found",
    });
    expect((await refresh(session.refresh_token)).status).toBe(200);
  });

  it("refuses the banned, also with their access token, and after the ban the session is over", async () => {
    const { person, session } = await newSession();
    const admin = world.admin().auth.admin;
    await admin.updateUserById(person.id, { ban_duration: "1h30m" });
    expect(await refresh(session.refresh_token)).toMatchObject({
      status: 400,
      code: "user_banned",
    });
    const user = await world.client().auth.getUser(session.access_token);
    expect(user.error).toMatchObject({ status: 403, code: "user_banned" });
    await admin.updateUserById(person.id, { ban_duration: "none" });
    expect(await refresh(session.refresh_token)).toMatchObject({
      status: 400,
      code: "session_expired",
    });
  });

  it("ends sessions after thirty days, and after fourteen without use", async () => {
    const boxed = await newSession();
    await world.db.query("update auth_local.sessions set not_after = now() where user_id = $1", [
      boxed.person.id,
    ]);
    expect((await refresh(boxed.session.refresh_token)).code).toBe("session_expired");
    const idle = await newSession();
    await world.db.query(
      "update auth_local.sessions set refreshed_at = now() - interval '14 days' where user_id = $1",
      [idle.person.id],
    );
    expect((await refresh(idle.session.refresh_token)).code).toBe("session_expired");
  });

  it("keeps no refresh token and no plain key in the database", async () => {
    const { person, session } = await newSession();
    const { rows } = await world.db.query(
      "select s::text as dump from auth_local.sessions s where user_id = $1",
      [person.id],
    );
    const bytes = Buffer.from(session.refresh_token, "base64url");
    expect(rows[0]?.dump).not.toContain(session.refresh_token);
    expect(rows[0]?.dump).not.toContain(bytes.subarray(25).toString("hex"));
  });

  it("limits how often one session refreshes", async () => {
    const { session } = await newSession();
    await world.db.query(
      `insert into public.rate_limits (identifier, count, window_start, window_seconds)
       select 'auth:refresh:' || id, 150, to_timestamp(floor(extract(epoch from now()) / 300) * 300), 300
       from auth_local.sessions where user_id = $1`,
      [session.user.id],
    );
    expect(await refresh(session.refresh_token)).toMatchObject({
      status: 429,
      code: "over_request_rate_limit",
    });
  });
});

describe("my sessions", () => {
  it("lists devices with last use, and ends one", async () => {
    const person = await world.person();
    const laptop = await world.signedIn(person, "Laptop");
    const phone = await world.signedIn(person, "Phone");
    const headers = { authorization: `Bearer ${await accessToken(laptop)}` };
    const listed = await world.call("/sessions", { headers });
    const sessions: { id: string; user_agent: string; current: boolean }[] = await listed.json();
    expect(sessions).toHaveLength(2);
    expect(sessions).toContainEqual({
      id: expect.any(String),
      created_at: expect.stringMatching(/Z$/),
      last_used_at: expect.stringMatching(/Z$/),
      user_agent: "Laptop",
      ip: expect.stringMatching(/^198\./),
      aal: "aal1",
      current: true,
    });
    const other = sessions.find(({ user_agent }) => user_agent === "Phone");
    const ended = await world.call(`/sessions/${other?.id}`, { method: "DELETE", headers });
    expect(ended.status).toBe(204);
    expect((await phone.auth.getUser()).error?.name).toBe("AuthSessionMissingError");
    expect((await laptop.auth.getUser()).error).toBeNull();
  });

  it("does not end a stranger's session", async () => {
    const stranger = await world.person();
    const theirs = await world.signedIn(stranger);
    const { rows } = await world.db.query("select id from auth_local.sessions where user_id = $1", [
      stranger.id,
    ]);
    const mine = await world.signedIn(await world.person());
    const answer = await world.call(`/sessions/${rows[0]?.id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${await accessToken(mine)}` },
    });
    expect(answer.status).toBe(404);
    expect((await theirs.auth.getUser()).error).toBeNull();
  });

  it.each([
    ["local", [false, true, true]],
    ["others", [true, false, false]],
    ["global", [false, false, false]],
  ] as const)("signs out with scope %s", async (scope, alive) => {
    const person = await world.person();
    const clients = [
      await world.signedIn(person),
      await world.signedIn(person),
      await world.signedIn(person),
    ];
    const tokens = await Promise.all(clients.map(accessToken));
    await clients[0]?.auth.signOut({ scope });
    const errors = await Promise.all(
      tokens.map(async (token) => (await world.client().auth.getUser(token)).error),
    );
    expect(errors.map((error) => error === null)).toEqual(alive);
    const missing = errors.find((error) => error !== null);
    expect(missing?.name).toBe("AuthSessionMissingError");
    const answer = await world.call("/user", {
      headers: {
        authorization: `Bearer ${tokens[alive.indexOf(false)]}`,
        "x-supabase-api-version": "2024-01-01",
      },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "session_not_found" });
  });
});

function changed(token: string, index: number): string {
  const bytes = Buffer.from(token, "base64url");
  bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
  return bytes.toString("base64url");
}
