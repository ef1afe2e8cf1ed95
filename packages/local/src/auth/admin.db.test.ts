import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestWorld } from "./test-world.ts";
import { accessToken, goodPassword, siteUrl, startTestWorld, testKeys } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.close());

describe("accounts", () => {
  it("are made, read, changed and deleted", async () => {
    const admin = world.admin().auth.admin;
    const email = world.freshEmail();
    const made = await admin.createUser({
      email,
      password: goodPassword,
      email_confirm: true,
      user_metadata: { full_name: "Katherine Johnson" },
      app_metadata: { plan: "team" },
    });
    const id = made.data.user?.id ?? "";
    expect(made.data.user).toMatchObject({
      email,
      app_metadata: { plan: "team", provider: "email" },
    });
    const newEmail = world.freshEmail();
    const changed = await admin.updateUserById(id, {
      email: newEmail,
      app_metadata: { plan: null, level: 2 },
    });
    expect(changed.data.user?.email).toBe(newEmail);
    expect(changed.data.user?.app_metadata).toEqual({
      level: 2,
      provider: "email",
      providers: ["email"],
    });
    expect((await admin.getUserById(id)).data.user?.email).toBe(newEmail);
    const token = await accessToken(
      await world.signedIn({ id, email: newEmail, password: goodPassword }),
    );
    expect((await admin.deleteUser(id)).error).toBeNull();
    expect((await admin.getUserById(id)).error).toMatchObject({
      status: 404,
      code: "user_not_found",
    });
    const gone = await world.client().auth.getUser(token);
    expect(gone.error).toMatchObject({ status: 403, code: "user_not_found" });
    const { rows } = await world.db.query(
      `select (select count(*)::int from auth_local.accounts where user_id = $1) as accounts,
         (select count(*)::int from auth_local.sessions where user_id = $1) as sessions`,
      [id],
    );
    expect(rows[0]).toEqual({ accounts: 0, sessions: 0 });
  });

  it("stay when records that must be kept hold them", async () => {
    const { id } = await world.person();
    await world.db.query(
      "create table if not exists public.kept (user_id uuid references public.users (id))",
    );
    await world.db.query("insert into public.kept values ($1)", [id]);
    const { error } = await world.admin().auth.admin.deleteUser(id);
    expect(error).toMatchObject({ status: 409, code: "conflict" });
    expect((await world.admin().auth.admin.getUserById(id)).error).toBeNull();
  });

  it("lose their sessions when an operator sets a password", async () => {
    const person = await world.person();
    const client = await world.signedIn(person);
    await world.admin().auth.admin.updateUserById(person.id, { password: "set by an operator" });
    expect((await client.auth.getUser()).error?.name).toBe("AuthSessionMissingError");
  });

  it("keep addresses apart", async () => {
    const admin = world.admin().auth.admin;
    const [a, b] = [await world.person(), await world.person()];
    const made = await admin.createUser({ email: a.email, password: goodPassword });
    expect(made.error).toMatchObject({ status: 422, code: "email_exists" });
    const moved = await admin.updateUserById(a.id, { email: b.email });
    expect(moved.error).toMatchObject({ status: 422, code: "email_exists" });
  });

  it("are listed in pages, with total and the next page", async () => {
    await Promise.all(Array.from({ length: 5 }, () => world.person()));
    const admin = world.admin().auth.admin;
    const { data } = await admin.listUsers({ page: 1, perPage: 2 });
    expect(data.users).toHaveLength(2);
    expect(data).toMatchObject({ nextPage: 2, total: expect.any(Number) });
    const seen = new Set<string>();
    const perPage = 2;
    for (let page = 1; ; page += 1) {
      const { data: part } = await admin.listUsers({ page, perPage });
      for (const user of part.users) {
        expect(seen.has(user.id)).toBe(false);
        seen.add(user.id);
      }
      if (part.users.length < perPage) {
        break;
      }
    }
    expect(seen.size).toBe("total" in data ? data.total : 0);
  });

  it.each(["hash", "$2a$10$short", "$argon2id$v=19$m=99999999999,t=2,p=1$c2FsdA$aGFzaA"])(
    "take no unknown password hash: %s",
    async (hash) => {
      const { error } = await world
        .admin()
        .auth.admin.createUser({ email: world.freshEmail(), password_hash: hash });
      expect(error?.code).toBe("validation_failed");
    },
  );
});

describe("the service role", () => {
  async function status(headers: Record<string, string>): Promise<[number, string | null]> {
    const answer = await world.call("/admin/users", { headers });
    return [answer.status, answer.headers.get("x-sb-error-code")];
  }

  it("is the secret key, as bearer or in apikey alone", async () => {
    const { secret, publishable } = testKeys;
    expect(await status({ apikey: secret })).toEqual([200, null]);
    expect(await status({ apikey: secret, authorization: `Bearer ${secret}` })).toEqual([
      200,
      null,
    ]);
    expect(await status({ apikey: publishable, authorization: `Bearer ${secret}` })).toEqual([
      200,
      null,
    ]);
  });

  it("is nobody else", async () => {
    const { secret, publishable } = testKeys;
    const member = `Bearer ${await accessToken(await world.signedIn(await world.person()))}`;
    expect(await status({ apikey: publishable })).toEqual([401, "no_authorization"]);
    expect(await status({ apikey: publishable, authorization: member })).toEqual([
      403,
      "not_admin",
    ]);
    expect(await status({ apikey: secret, authorization: member })).toEqual([403, "not_admin"]);
    expect(await status({ apikey: `${secret}x` })).toEqual([401, "no_authorization"]);
    expect(await status({ apikey: "" })).toEqual([401, "no_authorization"]);
  });

  it("is not taken from a page", async () => {
    const fromPage = { apikey: testKeys.secret, origin: siteUrl };
    expect(await status(fromPage)).toEqual([401, "no_authorization"]);
  });

  it("has no account of its own", async () => {
    const answer = await world.call("/user", { headers: { apikey: testKeys.secret } });
    expect([answer.status, answer.headers.get("x-sb-error-code")]).toEqual([403, "bad_jwt"]);
  });
});

describe("invitations and links", () => {
  it("invite by mail for a week; the guest then sets a password", async () => {
    const email = world.freshEmail();
    const invited = await world.admin().auth.admin.inviteUserByEmail(email, {
      redirectTo: `${siteUrl}/onboarding`,
      data: { full_name: "Guest" },
    });
    expect(invited.data.user?.invited_at).toBeTruthy();
    const mail = await world.mailbox.mailTo(email);
    expect(mail.type).toBe("invite");
    const { rows } = await world.db.query(
      "select extract(epoch from expires_at - created_at)::int as s from auth_local.one_time_tokens where email = $1",
      [email],
    );
    expect(rows[0]?.s).toBe(7 * 86_400);
    const client = world.client();
    const entered = await client.auth.verifyOtp({ token_hash: mail.tokenHash, type: "invite" });
    expect(entered.data.user?.email_confirmed_at).toBeTruthy();
    expect((await client.auth.updateUser({ password: goodPassword })).error).toBeNull();
    const twice = await world.admin().auth.admin.inviteUserByEmail(email);
    expect(twice.error).toMatchObject({ status: 422, code: "email_exists" });
  });

  it("hand out a sign-in link whose token and code work, and mail nothing", async () => {
    const { email, id } = await world.person();
    const { data } = await world.admin().auth.admin.generateLink({
      type: "magiclink",
      email,
      options: { redirectTo: `${siteUrl}/home` },
    });
    expect(data.user).toMatchObject({ id, email });
    expect(data.properties).toMatchObject({
      email_otp: expect.stringMatching(/^\d{6}$/),
      verification_type: "magiclink",
      redirect_to: `${siteUrl}/home`,
    });
    expect(data.properties?.action_link).toContain(`${world.url}/auth/v1/verify?token=`);
    const entered = await world.client().auth.verifyOtp({
      token_hash: data.properties?.hashed_token ?? "",
      type: "magiclink",
    });
    expect(entered.data.user?.id).toBe(id);
    expect(world.mailbox.mailsTo(email)).toEqual([]);
  });

  it("turn a sign-in link for an unknown address into a sign-up", async () => {
    const email = world.freshEmail();
    const { data } = await world.admin().auth.admin.generateLink({ type: "magiclink", email });
    expect(data.properties?.verification_type).toBe("signup");
  });

  it("know no recovery for an unknown address", async () => {
    const { error } = await world
      .admin()
      .auth.admin.generateLink({ type: "recovery", email: world.freshEmail() });
    expect(error).toMatchObject({ status: 404, code: "user_not_found" });
  });

  it("change an address by two links", async () => {
    const { email, id } = await world.person();
    const newEmail = world.freshEmail();
    const admin = world.admin().auth.admin;
    const link = async (type: "email_change_current" | "email_change_new") => {
      const { data } = await admin.generateLink({ type, email, newEmail });
      return data.properties?.hashed_token ?? "";
    };
    const hashes = [await link("email_change_current"), await link("email_change_new")];
    for (const token_hash of hashes) {
      await world.client().auth.verifyOtp({ token_hash, type: "email_change" });
    }
    expect((await admin.getUserById(id)).data.user?.email).toBe(newEmail);
  });
});
