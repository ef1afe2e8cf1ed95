import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestWorld } from "./test-world.ts";
import { callerHeaders, goodPassword, siteUrl, startTestWorld } from "./test-world.ts";

describe("sign-up with confirmation", () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.close());

  it("makes account, profile and identity, and mails a link and a code", async () => {
    const email = world.freshEmail();
    const { data, error } = await world.client().auth.signUp({
      email: email.toUpperCase(),
      password: goodPassword,
      options: {
        data: { full_name: "Ada Lovelace", invite_code: "GUEST1" },
        emailRedirectTo: `${siteUrl}/onboarding`,
      },
    });
    expect(error).toBeNull();
    expect(data.session).toBeNull();
    expect(data.user).toMatchObject({
      email,
      aud: "authenticated",
      role: "authenticated",
      user_metadata: { full_name: "Ada Lovelace", invite_code: "GUEST1" },
      app_metadata: { provider: "email", providers: ["email"] },
      identities: [{ provider: "email", identity_data: { email, email_verified: false } }],
    });
    const { rows } = await world.db.query(
      `select p.full_name, p.first_name, u.password_hash, p.is_guardian from public.users u
       join public.profiles p on p.id = u.id where u.email = $1`,
      [email],
    );
    expect(rows[0]).toMatchObject({ full_name: "Ada Lovelace", first_name: "Ada" });
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);

    const mail = await world.mailbox.mailTo(email);
    expect(mail.link.origin).toBe(siteUrl);
    expect(mail.link.pathname).toBe("/auth/confirm");
    expect(mail.link.searchParams.get("next")).toBe("/onboarding");
    expect(mail.type).toBe("signup");
    expect(mail.code).toMatch(/^\d{6}$/);
  });

  it("refuses the password until the address is confirmed by code, then signs in and welcomes", async () => {
    const email = world.freshEmail();
    const client = world.client();
    await client.auth.signUp({ email, password: goodPassword });
    const early = await client.auth.signInWithPassword({ email, password: goodPassword });
    expect(early.error?.code).toBe("email_not_confirmed");
    const { code } = await world.mailbox.mailTo(email);
    const { data, error } = await client.auth.verifyOtp({ email, token: code, type: "email" });
    expect(error).toBeNull();
    expect(data.user?.email_confirmed_at).toBeTruthy();
    expect(data.session?.refresh_token).toBeTruthy();
    await world.mailbox.mailTo(email, (mail) => mail.subject.startsWith("Welcome"));
    const again = await client.auth.verifyOtp({ email, token: code, type: "email" });
    expect(again.error?.code).toBe("otp_expired");
    const later = await client.auth.signInWithPassword({ email, password: goodPassword });
    expect(later.error).toBeNull();
  });

  it("confirms by the link's token as well, once", async () => {
    const email = world.freshEmail();
    const client = world.client();
    await client.auth.signUp({ email, password: goodPassword });
    const { tokenHash } = await world.mailbox.mailTo(email);
    const first = await client.auth.verifyOtp({ token_hash: tokenHash, type: "signup" });
    expect(first.data.session?.user.email).toBe(email);
    const second = await client.auth.verifyOtp({ token_hash: tokenHash, type: "signup" });
    expect(second.error?.status).toBe(403);
    expect(second.error?.code).toBe("otp_expired");
  });

  it("mails again on request, with a new code; the old one is void", async () => {
    const email = world.freshEmail();
    const client = world.client();
    await client.auth.signUp({ email, password: goodPassword });
    const first = await world.mailbox.mailTo(email);
    await client.auth.resend({ type: "signup", email });
    const second = await world.mailbox.mailTo(email, (mail) => mail.tokenHash !== first.tokenHash);
    const old = await client.auth.verifyOtp({ token_hash: first.tokenHash, type: "signup" });
    expect(old.error?.code).toBe("otp_expired");
    const present = await client.auth.verifyOtp({ email, token: second.code, type: "signup" });
    expect(present.error).toBeNull();
  });

  it("answers a known address exactly as a new one, and tells its owner by mail", async () => {
    const { email } = await world.person();
    const shape = async (address: string) => {
      const answer = await world.call("/signup", {
        json: { email: address, password: goodPassword, data: { full_name: "X" } },
      });
      const body = JSON.stringify(await answer.json());
      const blurred = body
        .replaceAll(address, "ADDRESS")
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, "TIME");
      return { status: answer.status, body: blurred };
    };
    expect(await shape(email)).toEqual(await shape(world.freshEmail()));
    const notice = await world.mailbox.mailTo(email);
    expect(notice.text).toContain("tried to sign up");
    expect(notice.code).toBe("");
    const { rows } = await world.db.query(
      "select count(*)::int as n from public.users where email = $1",
      [email],
    );
    expect(rows[0]?.n).toBe(1);
  });

  it("takes the same time for known and unknown addresses", async () => {
    const { email } = await world.person();
    const time = async (address: string) => {
      const begun = performance.now();
      await world.call("/signup", { json: { email: address, password: goodPassword } });
      return performance.now() - begun;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      known.push(await time(email));
      unknown.push(await time(world.freshEmail()));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[7] ?? 0;
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.67);
  });

  it("gives an unconfirmed account to whoever signs up last and reads the mail", async () => {
    const email = world.freshEmail();
    const squatter = "the squatter's pass phrase";
    const client = world.client();
    await client.auth.signUp({ email, password: squatter });
    const before = await world.mailbox.mailTo(email);
    await client.auth.signUp({ email, password: goodPassword });
    const after = await world.mailbox.mailTo(email, (mail) => mail.code !== before.code);
    const old = await client.auth.verifyOtp({ token_hash: before.tokenHash, type: "signup" });
    expect(old.error?.code).toBe("otp_expired");
    await client.auth.verifyOtp({ token_hash: after.tokenHash, type: "signup" });
    const own = await client.auth.signInWithPassword({ email, password: goodPassword });
    expect(own.error).toBeNull();
    const other = await client.auth.signInWithPassword({ email, password: squatter });
    expect(other.error?.code).toBe("invalid_credentials");
  });

  it("drops a password that was set before the address was proved by another way", async () => {
    const email = world.freshEmail();
    const client = world.client();
    await client.auth.signUp({ email, password: goodPassword });
    await client.auth.signInWithOtp({ email });
    const mail = await world.mailbox.mailTo(email, ({ type }) => type === "magiclink");
    await client.auth.verifyOtp({ token_hash: mail.tokenHash, type: "magiclink" });
    const { error } = await client.auth.signInWithPassword({ email, password: goodPassword });
    expect(error?.code).toBe("invalid_credentials");
  });

  it.each([
    ["short", "length"],
    ["Password123!", "pwned"],
    ["aaaaaaaaaaaa", "pwned"],
  ])("refuses the weak password %s with its reason", async (password, reason) => {
    const { error } = await world.client().auth.signUp({ email: world.freshEmail(), password });
    expect(error).toMatchObject({
      name: "AuthWeakPasswordError",
      status: 422,
      code: "weak_password",
      reasons: [reason],
    });
  });

  it("refuses what is no address, no password, too long, anonymous or by telephone", async () => {
    const code = async (json: unknown) => {
      const answer = await world.call("/signup", {
        json,
        headers: { "x-supabase-api-version": "2024-01-01" },
      });
      const body: { code?: string } = await answer.json();
      return `${answer.status} ${body.code}`;
    };
    const email = world.freshEmail();
    expect(await code({ email: "nobody", password: goodPassword })).toBe("400 validation_failed");
    expect(await code({ email })).toBe("400 validation_failed");
    expect(await code({ email, password: "long ".repeat(20) })).toBe("400 validation_failed");
    expect(await code({})).toBe("422 anonymous_provider_disabled");
    expect(await code({ phone: "+4912345", password: goodPassword })).toBe(
      "400 phone_provider_disabled",
    );
    expect(await code({ email, password: goodPassword, data: { x: "y".repeat(5000) } })).toBe(
      "400 validation_failed",
    );
  });

  it("keeps one account when many sign up with one address at once", async () => {
    const email = world.freshEmail();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        world.call("/signup", { json: { email, password: goodPassword } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });

  it("allows thirty sign-ups an hour from one address", async () => {
    const headers = callerHeaders("203.0.113.40");
    const statuses: number[] = [];
    for (let round = 0; round < 31; round += 1) {
      const json = { email: world.freshEmail(), password: goodPassword };
      statuses.push((await world.call("/signup", { json, headers })).status);
    }
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200));
    expect(statuses[30]).toBe(429);
  });
});

describe("a service that answers as Supabase does", () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await startTestWorld({ hardened: false });
  });
  afterAll(() => world.close());

  it("tells a known address by an empty list, and an unknown one by otp_disabled", async () => {
    const { email } = await world.person();
    const client = world.client();
    const known = await client.auth.signUp({ email, password: goodPassword });
    expect(known.data.user?.identities).toEqual([]);
    const options = { shouldCreateUser: false };
    const unknown = await client.auth.signInWithOtp({ email: world.freshEmail(), options });
    expect(unknown.error).toMatchObject({ status: 422, code: "otp_disabled" });
    expect((await client.auth.signInWithOtp({ email, options })).error).toBeNull();
  });
});

describe("sign-up that is switched off", () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await startTestWorld({ disableSignUp: true });
  });
  afterAll(() => world.close());

  it("makes no account, neither by password nor by link", async () => {
    const email = world.freshEmail();
    const client = world.client();
    const { error } = await client.auth.signUp({ email, password: goodPassword });
    expect(error).toMatchObject({ status: 422, code: "signup_disabled" });
    await client.auth.signInWithOtp({ email });
    const { email: known } = await world.person();
    await client.auth.signInWithOtp({ email: known });
    await world.mailbox.mailTo(known);
    const { rows } = await world.db.query("select from public.users where email = $1", [email]);
    expect(rows).toEqual([]);
  });
});

describe("sign-up without confirmation", () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await startTestWorld({ autoConfirm: true });
  });
  afterAll(() => world.close());

  it("signs in at once and names a known address", async () => {
    const email = world.freshEmail();
    const client = world.client();
    const first = await client.auth.signUp({ email, password: goodPassword });
    expect(first.data.session?.user.email).toBe(email);
    const second = await world.client().auth.signUp({ email, password: goodPassword });
    expect(second.error).toMatchObject({ status: 422, code: "user_already_exists" });
  });
});
