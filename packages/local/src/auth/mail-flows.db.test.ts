import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestWorld } from "./test-world.ts";
import { accessToken, goodPassword, siteUrl, startTestWorld } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.close());

const newPassword = "another long pass phrase";

describe("magic link and code", () => {
  it("signs in a known address by code, and says how", async () => {
    const { email, id } = await world.person();
    const client = world.client();
    const asked = await client.auth.signInWithOtp({ email });
    expect(asked.error).toBeNull();
    const { code } = await world.mailbox.mailTo(email);
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    const { data } = await client.auth.verifyOtp({ email, token: spaced, type: "email" });
    expect(data.user?.id).toBe(id);
    const claims = await client.auth.getClaims();
    expect(claims.data?.claims.amr).toMatchObject([{ method: "otp" }]);
  });

  it("makes an account for an unknown address, with its data", async () => {
    const email = world.freshEmail();
    const client = world.client();
    await client.auth.signInWithOtp({ email, options: { data: { full_name: "Grace Hopper" } } });
    const mail = await world.mailbox.mailTo(email);
    const { data } = await client.auth.verifyOtp({ token_hash: mail.tokenHash, type: "magiclink" });
    expect(data.user?.user_metadata).toMatchObject({ full_name: "Grace Hopper" });
    const { rows } = await world.db.query(
      "select full_name from public.profiles where email = $1",
      [email],
    );
    expect(rows).toEqual([{ full_name: "Grace Hopper" }]);
  });

  it("answers alike and sends nothing when no account may be made", async () => {
    const unknown = world.freshEmail();
    const { email } = await world.person();
    const ask = async (address: string) => {
      const answer = await world.call("/otp", { json: { email: address, create_user: false } });
      return { status: answer.status, body: await answer.json() };
    };
    expect(await ask(unknown)).toEqual({ status: 200, body: {} });
    expect(await ask(email)).toEqual({ status: 200, body: {} });
    await world.mailbox.mailTo(email);
    expect(world.mailbox.mailsTo(unknown)).toEqual([]);
  });

  it("voids a code after five tries, also parallel ones; the link stays good", async () => {
    const { email } = await world.person();
    await world.client().auth.signInWithOtp({ email });
    const mail = await world.mailbox.mailTo(email);
    const guess = mail.code === "000000" ? "000001" : "000000";
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () =>
        world.client().auth.verifyOtp({ email, token: guess, type: "email" }),
      ),
    );
    expect(new Set(guesses.map(({ error }) => error?.code))).toEqual(new Set(["otp_expired"]));
    const { rows } = await world.db.query(
      "select code_tries, code_hash from auth_local.one_time_tokens where email = $1",
      [email],
    );
    expect(rows).toEqual([{ code_tries: 5, code_hash: null }]);
    const late = await world.client().auth.verifyOtp({ email, token: mail.code, type: "email" });
    expect(late.error?.code).toBe("otp_expired");
    const link = await world
      .client()
      .auth.verifyOtp({ token_hash: mail.tokenHash, type: "magiclink" });
    expect(link.error).toBeNull();
  });

  it("signs one in when a code is shown many times at once", async () => {
    const { email } = await world.person();
    await world.client().auth.signInWithOtp({ email });
    const { code } = await world.mailbox.mailTo(email);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        world.client().auth.verifyOtp({ email, token: code, type: "email" }),
      ),
    );
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
  });

  it("refuses what is an hour old, and a token with an address", async () => {
    const { email } = await world.person();
    await world.client().auth.signInWithOtp({ email });
    const { code, tokenHash } = await world.mailbox.mailTo(email);
    const both = await world.call("/verify", {
      json: { type: "magiclink", token_hash: tokenHash, email },
    });
    expect(both.status).toBe(400);
    await world.db.query(
      "update auth_local.one_time_tokens set expires_at = now() where email = $1",
      [email],
    );
    const byCode = await world.client().auth.verifyOtp({ email, token: code, type: "email" });
    const byLink = await world
      .client()
      .auth.verifyOtp({ token_hash: tokenHash, type: "magiclink" });
    expect([byCode.error?.code, byLink.error?.code]).toEqual(["otp_expired", "otp_expired"]);
  });

  it("keeps neither code nor token in the database", async () => {
    const { email } = await world.person();
    await world.client().auth.signInWithOtp({ email });
    const { code, tokenHash } = await world.mailbox.mailTo(email);
    const { rows } = await world.db.query(
      "select t::text as dump from auth_local.one_time_tokens t where email = $1",
      [email],
    );
    expect(rows[0]?.dump).not.toContain(tokenHash);
    expect(rows[0]?.dump).not.toContain(code);
  });
});

describe("PKCE", () => {
  async function startedFlow() {
    const { email, id } = await world.person();
    const client = world.client({ pkce: true });
    await client.auth.signInWithOtp({
      email,
      options: { emailRedirectTo: `${siteUrl}/auth/callback?next=/wallet` },
    });
    const mail = await world.mailbox.mailTo(email);
    return { email, id, client, mail };
  }

  async function follow(token: string): Promise<URL> {
    const redirect = encodeURIComponent(`${siteUrl}/auth/callback?next=/wallet`);
    const answer = await world.call(
      `/verify?token=${token}&type=magiclink&redirect_to=${redirect}`,
      { headers: { apikey: "" } },
    );
    expect(answer.status).toBe(303);
    return new URL(answer.headers.get("location") ?? "");
  }

  it("exchanges the code in the starting browser, once", async () => {
    const { client, mail, id } = await startedFlow();
    expect(mail.tokenHash).toMatch(/^pkce_/);
    expect(mail.link.searchParams.get("next")).toBe("/wallet");
    const target = await follow(mail.tokenHash);
    expect(`${target.origin}${target.pathname}`).toBe(`${siteUrl}/auth/callback`);
    expect(target.searchParams.get("next")).toBe("/wallet");
    const code = target.searchParams.get("code") ?? "";
    const { data, error } = await client.auth.exchangeCodeForSession(code);
    expect(error).toBeNull();
    expect(data.user?.id).toBe(id);
    const again = await world.call("/token?grant_type=pkce", {
      json: { auth_code: code, code_verifier: "x".repeat(50) },
    });
    expect(again.status).toBe(404);
    expect(again.headers.get("x-sb-error-code")).toBe("flow_state_not_found");
  });

  it("refuses another browser, and the code is used up by that", async () => {
    const { client, mail } = await startedFlow();
    const code = (await follow(mail.tokenHash)).searchParams.get("code") ?? "";
    const thief = await world.call("/token?grant_type=pkce", {
      json: { auth_code: code, code_verifier: "y".repeat(50) },
    });
    expect(thief.status).toBe(400);
    expect(thief.headers.get("x-sb-error-code")).toBe("bad_code_verifier");
    const { error } = await client.auth.exchangeCodeForSession(code);
    expect(error?.code).toBe("flow_state_not_found");
  });

  it("refuses a code that is five minutes old", async () => {
    const { client, mail, id } = await startedFlow();
    const code = (await follow(mail.tokenHash)).searchParams.get("code") ?? "";
    await world.db.query(
      "update auth_local.flow_state set auth_code_issued_at = now() - interval '5 minutes 1 second' where user_id = $1",
      [id],
    );
    const { error } = await client.auth.exchangeCodeForSession(code);
    expect(error).toMatchObject({ status: 422, code: "flow_state_expired" });
  });

  it("lets any browser verify the mail's token by POST", async () => {
    const { mail, id } = await startedFlow();
    const { data } = await world
      .client()
      .auth.verifyOtp({ token_hash: mail.tokenHash, type: "magiclink" });
    expect(data.user?.id).toBe(id);
  });

  it("refuses half a challenge and short ones", async () => {
    const { email } = await world.person();
    const ask = async (more: Record<string, string>) =>
      (await world.call("/otp", { json: { email, ...more } })).status;
    expect(await ask({ code_challenge: "a".repeat(43) })).toBe(400);
    expect(await ask({ code_challenge: "short", code_challenge_method: "s256" })).toBe(400);
    expect(await ask({ code_challenge: "a".repeat(43), code_challenge_method: "s256" })).toBe(200);
  });
});

describe("GET /verify", () => {
  async function link(): Promise<{ id: string; token: string }> {
    const { email, id } = await world.person();
    await world.client().auth.signInWithOtp({ email });
    return { id, token: (await world.mailbox.mailTo(email)).tokenHash };
  }

  const verifyPath = (token: string, redirectTo: string) =>
    `/verify?token=${token}&type=magiclink&redirect_to=${encodeURIComponent(redirectTo)}`;

  it("uses nothing up for HEAD, then signs in by fragment, once", async () => {
    const { id, token } = await link();
    const path = verifyPath(token, `${siteUrl}/home`);
    const head = await world.call(path, { method: "HEAD", headers: { apikey: "" } });
    expect(head.status).toBe(204);
    const answer = await world.call(path, { headers: { apikey: "" } });
    expect(answer.status).toBe(303);
    const target = new URL(answer.headers.get("location") ?? "");
    const values = new URLSearchParams(target.hash.slice(1));
    expect(target.pathname).toBe("/home");
    expect([...values.keys()]).toEqual([
      "access_token",
      "expires_at",
      "expires_in",
      "refresh_token",
      "sb",
      "token_type",
      "type",
    ]);
    const user = await world.client().auth.getUser(values.get("access_token") ?? "");
    expect(user.data.user?.id).toBe(id);
    const again = await world.call(path, { headers: { apikey: "" } });
    const failed = new URL(again.headers.get("location") ?? "");
    expect(new URLSearchParams(failed.hash.slice(1)).get("error_code")).toBe("otp_expired");
    expect(failed.search).toBe("");
  });

  it("says errors of PKCE links in the query as well", async () => {
    const answer = await world.call(verifyPath("pkce_unknown", `${siteUrl}/auth/callback`));
    const target = new URL(answer.headers.get("location") ?? "");
    expect(target.searchParams.get("error_code")).toBe("otp_expired");
    expect(target.hash).toContain("error=access_denied");
  });

  it.each([
    "https://evil.test/",
    "http://app.example.test:3000@evil.test/",
    "http://app.example.test:3001/",
    "http://user:pass@app.example.test:3000/",
    "javascript:alert(1)",
    "http://app.example.test:3000\\@evil.test/",
    "http://localhost:3000/",
    "https://a.b.neothink.test/",
    "https://neothink.test.evil.test/",
    "https://paths.example.test/other",
  ])("never leads to %s", async (redirectTo) => {
    const answer = await world.call(verifyPath("nothing", redirectTo));
    expect(new URL(answer.headers.get("location") ?? "").origin).toBe(siteUrl);
  });

  it.each([
    "http://app.example.test:3000/deep/path?x=1#fragment",
    "https://hub.neothink.test/auth/callback",
    "https://paths.example.test/only/here/and/there",
  ])("leads to %s", async (redirectTo) => {
    const answer = await world.call(verifyPath("nothing", redirectTo));
    expect(new URL(answer.headers.get("location") ?? "").origin).toBe(new URL(redirectTo).origin);
  });
});

describe("recovery", () => {
  it("lets a new password be chosen, which ends all other sessions and pending mails", async () => {
    const person = await world.person();
    const old = await world.signedIn(person);
    const client = world.client({ pkce: true });
    await client.auth.resetPasswordForEmail(person.email, {
      redirectTo: `${siteUrl}/auth/callback`,
    });
    const mail = await world.mailbox.mailTo(person.email, ({ type }) => type === "recovery");
    expect(mail.link.searchParams.get("next")).toBe("/reset-password");
    await client.auth.signInWithOtp({ email: person.email });
    const pending = await world.mailbox.mailTo(person.email, ({ type }) => type === "magiclink");
    await client.auth.verifyOtp({ token_hash: mail.tokenHash, type: "recovery" });
    const same = await client.auth.updateUser({ password: person.password });
    expect(same.error).toMatchObject({ status: 422, code: "same_password" });
    const changed = await client.auth.updateUser({ password: newPassword });
    expect(changed.error).toBeNull();
    expect((await client.auth.getUser()).error).toBeNull();
    expect((await old.auth.getUser()).error?.name).toBe("AuthSessionMissingError");
    const voided = await world
      .client()
      .auth.verifyOtp({ token_hash: pending.tokenHash, type: "magiclink" });
    expect(voided.error?.code).toBe("otp_expired");
    const { email } = person;
    const fresh = await world.client().auth.signInWithPassword({ email, password: newPassword });
    expect(fresh.error).toBeNull();
    const notice = await world.mailbox.mailTo(email, ({ text }) => text.includes("password was"));
    expect(notice.code).toBe("");
    const { rows } = await world.db.query(
      "select action from public.auth_logs where user_id = $1 order by created_at",
      [person.id],
    );
    const actions = rows.map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(["password_reset_requested", "password_changed"]),
    );
  });

  it("answers known and unknown addresses alike, before any work that differs", async () => {
    const { email, id } = await world.person();
    const ask = async (address: string) => {
      const answer = await world.call("/recover", { json: { email: address } });
      return [answer.status, await answer.text()];
    };
    // While the account is locked the mail cannot be made; the answer must not wait for it.
    const lock = await world.db.connect();
    await lock.query("begin");
    await lock.query("select from auth_local.accounts where user_id = $1 for update", [id]);
    expect(await ask(email)).toEqual([200, "{}"]);
    expect(await ask(world.freshEmail())).toEqual([200, "{}"]);
    expect(world.mailbox.mailsTo(email)).toEqual([]);
    await lock.query("rollback");
    lock.release();
    await world.mailbox.mailTo(email, ({ type }) => type === "recovery");
  });

  it("asks for one more proof when the session is older than a day", async () => {
    const person = await world.person();
    const client = await world.signedIn(person);
    await world.db.query(
      "update auth_local.sessions set created_at = now() - interval '25 hours' where user_id = $1",
      [person.id],
    );
    const bare = await client.auth.updateUser({ password: newPassword });
    expect(bare.error?.code).toBe("reauthentication_needed");
    const wrong = await client.auth.updateUser({ password: newPassword, nonce: "000000" });
    expect(wrong.error).toMatchObject({ status: 422, code: "reauthentication_not_valid" });
    const badPassword = { password: newPassword, current_password: "not the current one" };
    expect((await client.auth.updateUser(badPassword)).error?.code).toBe("invalid_credentials");
    await client.auth.reauthenticate();
    const { code } = await world.mailbox.mailTo(person.email);
    const proved = await client.auth.updateUser({ password: newPassword, nonce: code });
    expect(proved.error).toBeNull();
    const goodProof = { password: goodPassword, current_password: newPassword };
    expect((await client.auth.updateUser(goodProof)).error).toBeNull();
  });
});

describe("change of address", () => {
  it("happens once both addresses agreed, in profile and token too", async () => {
    const person = await world.person();
    const newEmail = world.freshEmail();
    const client = await world.signedIn(person);
    const begun = await client.auth.updateUser({ email: newEmail });
    expect(begun.error).toBeNull();
    expect(begun.data.user).toMatchObject({ email: person.email, new_email: newEmail });
    const toOld = await world.mailbox.mailTo(person.email);
    const toNew = await world.mailbox.mailTo(newEmail);
    expect(toOld.type).toBe("email_change");
    const first = await client.auth.verifyOtp({
      email: newEmail,
      token: toNew.code,
      type: "email_change",
    });
    expect(first.error).toBeNull();
    expect(first.data.session).toBeNull();
    expect((await client.auth.getUser()).data.user?.email).toBe(person.email);
    const second = await world
      .client()
      .auth.verifyOtp({ token_hash: toOld.tokenHash, type: "email_change" });
    expect(second.data.user).toMatchObject({ email: newEmail, identities: [{ email: newEmail }] });
    const { rows } = await world.db.query("select email from public.profiles where id = $1", [
      person.id,
    ]);
    expect(rows).toEqual([{ email: newEmail }]);
    await world.mailbox.mailTo(person.email, ({ text }) => text.includes(newEmail));
    const { password } = person;
    const signIn = await world.client().auth.signInWithPassword({ email: newEmail, password });
    expect(signIn.error).toBeNull();
  });

  it("does not happen when one address agrees twice", async () => {
    const person = await world.person();
    const newEmail = world.freshEmail();
    const client = await world.signedIn(person);
    let used = "";
    for (let round = 0; round < 2; round += 1) {
      await (round === 0
        ? client.auth.updateUser({ email: newEmail })
        : client.auth.resend({ type: "email_change", email: person.email }));
      const mail = await world.mailbox.mailTo(newEmail, ({ tokenHash }) => tokenHash !== used);
      used = mail.tokenHash;
      const half = await world.client().auth.verifyOtp({ token_hash: used, type: "email_change" });
      expect(half).toMatchObject({ error: null, data: { session: null } });
    }
    expect((await client.auth.getUser()).data.user?.email).toBe(person.email);
  });

  it("is refused for an address that somebody has", async () => {
    const other = await world.person();
    const client = await world.signedIn(await world.person());
    const { error } = await client.auth.updateUser({ email: other.email });
    expect(error).toMatchObject({ status: 422, code: "email_exists" });
  });

  it("can be mailed again", async () => {
    const person = await world.person();
    const newEmail = world.freshEmail();
    const client = await world.signedIn(person);
    await client.auth.updateUser({ email: newEmail });
    const first = await world.mailbox.mailTo(newEmail);
    await client.auth.resend({ type: "email_change", email: person.email });
    await world.mailbox.mailTo(newEmail, ({ code }) => code !== first.code);
  });
});

describe("metadata", () => {
  it("never gives a right: is_guardian there changes nothing", async () => {
    const person = await world.person();
    const client = await world.signedIn(person);
    const { data } = await client.auth.updateUser({
      data: { is_guardian: true, role: "admin", full_name: "Mallory" },
    });
    expect(data.user?.user_metadata).toMatchObject({ is_guardian: true });
    const { rows } = await world.db.query(
      "select is_guardian, role, guardian_since from public.profiles where id = $1",
      [person.id],
    );
    expect(rows).toEqual([{ is_guardian: false, role: "user", guardian_since: null }]);
    const token = await accessToken(client);
    const claims = await client.auth.getClaims(token);
    expect(claims.data?.claims.app_metadata).toEqual({ provider: "email", providers: ["email"] });
    expect(claims.data?.claims.role).toBe("authenticated");
  });

  it("is merged, loses keys set to null, and stays small in sum", async () => {
    const client = await world.signedIn(await world.person({ data: { a: 1, b: 2 } }));
    const merged = await client.auth.updateUser({ data: { b: null, c: { deep: null } } });
    expect(merged.data.user?.user_metadata).toEqual({ a: 1, c: { deep: null } });
    await client.auth.updateUser({ data: { x: "x".repeat(3000) } });
    const { error } = await client.auth.updateUser({ data: { y: "y".repeat(3000) } });
    expect(error?.code).toBe("validation_failed");
  });
});

describe("mail", () => {
  it("is tried again after a refusal for now, and given up after one for good", async () => {
    const { email, id } = await world.person();
    world.mailbox.refuseNext(451, 1);
    await world.client().auth.signInWithOtp({ email });
    await world.mailbox.mailTo(email);
    const lost = await world.person();
    world.mailbox.refuseNext(550, 1);
    await world.client().auth.signInWithOtp({ email: lost.email });
    await expect
      .poll(async () => {
        const { rows } = await world.db.query(
          `select event_type, email_type from public.email_events where user_id = any($1)
           order by created_at`,
          [[id, lost.id]],
        );
        return rows;
      })
      .toEqual([
        { event_type: "delivered", email_type: "magic_link" },
        { event_type: "bounced", email_type: "magic_link" },
      ]);
    expect(world.mailbox.mailsTo(lost.email)).toEqual([]);
  });

  it("uses the operators' text, and escapes what members wrote", async () => {
    await world.db.query(
      `insert into public.email_templates (name, subject, html_content)
       values ('reauthentication', 'Code for {{ name }}', '<p>{{name}}: <b>{{code}}</b> {{nothing}}</p>')
       on conflict (name) do update set subject = excluded.subject, html_content = excluded.html_content`,
    );
    const person = await world.person({ data: { full_name: "<script>Eve</script>" } });
    const client = await world.signedIn(person);
    await client.auth.reauthenticate();
    const mail = await world.mailbox.mailTo(person.email);
    expect(mail.subject).toBe("Code for <script>Eve</script>");
    expect(mail.html).toContain("&lt;script&gt;Eve&lt;/script&gt;: <b>");
    expect(mail.code).toMatch(/^\d{6}$/);
  });
});

describe("the pause between mails", () => {
  it("is silent and the same for known and unknown addresses", async () => {
    const paused = await startTestWorld({ limits: { mailPauseSeconds: 60 } });
    try {
      const { email } = await paused.person();
      for (const address of [email, email, paused.freshEmail()]) {
        const answer = await paused.call("/recover", { json: { email: address } });
        expect([answer.status, await answer.text()]).toEqual([200, "{}"]);
      }
      await paused.mailbox.mailTo(email);
      await paused.client().auth.signInWithOtp({ email });
      await paused.mailbox.mailTo(email, ({ type }) => type === "magiclink");
      expect(paused.mailbox.mailsTo(email)).toHaveLength(2);
    } finally {
      await paused.close();
    }
  });
});
