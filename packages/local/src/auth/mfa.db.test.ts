import { setTimeout as wait } from "node:timers/promises";
import type { SupabaseClient } from "@supabase/supabase-js";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestPerson, TestWorld } from "./test-world.ts";
import { accessToken, startTestWorld } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.close());

// A code made at the end of a time step would be two steps old when it is checked.
beforeEach(async () => {
  const left = 30_000 - (Date.now() % 30_000);
  await wait(left < 4_000 ? left : 0);
});

function codeOf(secret: string, secondsFromNow = 0): string {
  const timestamp = Date.now() + secondsFromNow * 1000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

async function enroll(client: SupabaseClient, friendlyName = "Phone") {
  const { data, error } = await client.auth.mfa.enroll({
    factorType: "totp",
    friendlyName,
    issuer: "Neothink",
  });
  if (error) {
    throw error;
  }
  return { factorId: data.id, secret: data.totp.secret, totp: data.totp };
}

/** A person with a verified authenticator, signed in with it. The step before now is used up. */
async function protectedPerson() {
  const person = await world.person();
  const client = await world.signedIn(person);
  const { factorId, secret } = await enroll(client);
  const code = codeOf(secret, -30);
  const { error } = await client.auth.mfa.challengeAndVerify({ factorId, code });
  if (error) {
    throw error;
  }
  return { person, client, factorId, secret };
}

async function levelOf(client: SupabaseClient) {
  const { data } = await client.auth.mfa.getAuthenticatorAssuranceLevel();
  return [data?.currentLevel, data?.nextLevel];
}

describe("authenticator app", () => {
  it("is enrolled with a code and raises the session", async () => {
    const person = await world.person();
    const client = await world.signedIn(person);
    const before = (await client.auth.getSession()).data.session;
    const { factorId, secret, totp } = await enroll(client);
    expect(totp.uri).toContain(`secret=${secret}`);
    expect(totp.uri).toContain("issuer=Neothink");
    expect(totp.qr_code).toMatch(/^data:image\/svg\+xml;utf-8,<svg [^#"]*<\/svg>$/);
    expect(await levelOf(client)).toEqual(["aal1", "aal1"]);
    const challenge = await client.auth.mfa.challenge({ factorId });
    expect(challenge.data?.expires_at).toBeGreaterThan(Date.now() / 1000 + 290);
    const challengeId = challenge.data?.id ?? "";
    const verified = await client.auth.mfa.verify({ factorId, challengeId, code: codeOf(secret) });
    expect(verified.error).toBeNull();
    expect(await levelOf(client)).toEqual(["aal2", "aal2"]);
    const claims = await client.auth.getClaims();
    expect(claims.data?.claims.amr).toMatchObject([{ method: "totp" }, { method: "password" }]);
    expect(claims.data?.claims.session_id).toBe(
      (await client.auth.getClaims(before?.access_token)).data?.claims.session_id,
    );
    const factors = await client.auth.mfa.listFactors();
    expect(factors.data?.totp).toMatchObject([{ friendly_name: "Phone", status: "verified" }]);
    const renewed = await client.auth.refreshSession();
    expect(renewed.error).toBeNull();
    expect(await levelOf(client)).toEqual(["aal2", "aal2"]);
  });

  it("keeps its secret sealed", async () => {
    const { person, secret } = await protectedPerson();
    const { rows } = await world.db.query(
      "select f::text as dump from auth_local.mfa_factors f where user_id = $1",
      [person.id],
    );
    expect(rows[0]?.dump).not.toContain(secret);
    expect(rows[0]?.dump).not.toContain(
      Buffer.from(Secret.fromBase32(secret).bytes).toString("base64url"),
    );
  });

  it("refuses a code whose time step was used, and any older one", async () => {
    const { person, factorId, secret } = await protectedPerson();
    const code = codeOf(secret);
    const first = await world.signedIn(person);
    const used = await first.auth.mfa.challengeAndVerify({ factorId, code });
    expect(used.error).toBeNull();
    const second = await world.signedIn(person);
    for (const stale of [code, codeOf(secret, -30)]) {
      const { error } = await second.auth.mfa.challengeAndVerify({ factorId, code: stale });
      expect(error).toMatchObject({ status: 422, code: "mfa_verification_failed" });
    }
    const next = codeOf(secret, 30);
    const later = await second.auth.mfa.challengeAndVerify({ factorId, code: next });
    expect(later.error).toBeNull();
  });

  it("accepts one code once, when it is shown twice at the same time", async () => {
    const { person, factorId, secret } = await protectedPerson();
    const code = codeOf(secret);
    const clients = [await world.signedIn(person), await world.signedIn(person)];
    const challenges = await Promise.all(
      clients.map((client) => client.auth.mfa.challenge({ factorId })),
    );
    const answers = await Promise.all(
      clients.map((client, index) =>
        client.auth.mfa.verify({ factorId, challengeId: challenges[index]?.data?.id ?? "", code }),
      ),
    );
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
  });

  it("ends half-finished sign-ins elsewhere, and old refresh tokens of this one", async () => {
    const { person, factorId, secret } = await protectedPerson();
    const half = await world.signedIn(person);
    const client = await world.signedIn(person);
    const before = (await client.auth.getSession()).data.session?.refresh_token ?? "";
    await client.auth.mfa.challengeAndVerify({ factorId, code: codeOf(secret) });
    expect((await half.auth.getUser()).error?.name).toBe("AuthSessionMissingError");
    await world.db.query(
      "update auth_local.sessions set refreshed_at = now() - interval '11 seconds' where user_id = $1",
      [person.id],
    );
    const { error } = await world.client().auth.refreshSession({ refresh_token: before });
    expect(error?.code).toBe("refresh_token_already_used");
  });

  it("allows five tries per challenge, only to the session that asked, for five minutes", async () => {
    const { person, client, factorId, secret } = await protectedPerson();
    const wrong = "000000";
    const challenge = await client.auth.mfa.challenge({ factorId });
    const challengeId = challenge.data?.id ?? "";
    const stranger = await world.signedIn(person);
    const foreign = await stranger.auth.mfa.verify({ factorId, challengeId, code: codeOf(secret) });
    expect(foreign.error).toMatchObject({ status: 404, code: "mfa_factor_not_found" });
    for (let round = 0; round < 5; round += 1) {
      const { error } = await client.auth.mfa.verify({ factorId, challengeId, code: wrong });
      expect(error?.code).toBe("mfa_verification_failed");
    }
    const sixth = await client.auth.mfa.verify({ factorId, challengeId, code: codeOf(secret) });
    expect(sixth.error?.code).toBe("mfa_challenge_expired");
    const old = await client.auth.mfa.challenge({ factorId });
    await world.db.query("update auth_local.mfa_challenges set expires_at = now() where id = $1", [
      old.data?.id,
    ]);
    const late = await client.auth.mfa.verify({
      factorId,
      challengeId: old.data?.id ?? "",
      code: codeOf(secret),
    });
    expect(late.error?.code).toBe("mfa_challenge_expired");
  });

  it("stops guessing after twenty wrong codes in an hour", async () => {
    const { person, client, factorId, secret } = await protectedPerson();
    await world.db.query(
      `insert into public.rate_limits (identifier, count, window_start, window_seconds)
       values ($1, 20, to_timestamp(floor(extract(epoch from now()) / 3600) * 3600), 3600)`,
      [`auth:factor_failed:${person.id}`],
    );
    const { error } = await client.auth.mfa.challengeAndVerify({ factorId, code: codeOf(secret) });
    expect(error).toMatchObject({ status: 429, code: "over_request_rate_limit" });
  });

  it("must be shown before password, factors or address change", async () => {
    const { person, factorId, client } = await protectedPerson();
    const half = await world.signedIn(person);
    expect(await levelOf(half)).toEqual(["aal1", "aal2"]);
    const password = await half.auth.updateUser({ password: "yet another pass phrase" });
    expect(password.error).toMatchObject({ status: 401, code: "insufficient_aal" });
    const email = await half.auth.updateUser({ email: world.freshEmail() });
    expect(email.error).toMatchObject({ status: 401, code: "insufficient_aal" });
    const removed = await half.auth.mfa.unenroll({ factorId });
    expect(removed.error).toMatchObject({ status: 422, code: "insufficient_aal" });
    const second = await half.auth.mfa.enroll({ factorType: "totp", friendlyName: "Second" });
    expect(second.error).toMatchObject({ status: 403, code: "insufficient_aal" });
    const allowed = await client.auth.updateUser({ password: "yet another pass phrase" });
    expect(allowed.error).toBeNull();
  });

  it("needs names that differ, and knows telephones and passkeys to be off", async () => {
    const client = await world.signedIn(await world.person());
    await enroll(client, "Same");
    const same = await client.auth.mfa.enroll({ factorType: "totp", friendlyName: "Same" });
    expect(same.error).toMatchObject({ status: 422, code: "mfa_factor_name_conflict" });
    const phone = await client.auth.mfa.enroll({ factorType: "phone", phone: "+49123456" });
    expect(phone.error?.code).toBe("mfa_phone_enroll_not_enabled");
    const passkey = await client.auth.mfa.enroll({ factorType: "webauthn" });
    expect(passkey.error?.code).toBe("mfa_webauthn_enroll_not_enabled");
  });

  it("lowers every session when it is removed", async () => {
    const { client, factorId, person } = await protectedPerson();
    const { error } = await client.auth.mfa.unenroll({ factorId });
    expect(error).toBeNull();
    await client.auth.refreshSession();
    expect(await levelOf(client)).toEqual(["aal1", "aal1"]);
    await world.mailbox.mailTo(person.email, ({ text }) => text.includes("was removed"));
  });

  it("can be removed by an operator, and by no one else", async () => {
    const { person, factorId } = await protectedPerson();
    const admin = world.admin().auth.admin.mfa;
    const listed = await admin.listFactors({ userId: person.id });
    expect(listed.error).toBeNull();
    const stranger = await world.signedIn(await world.person());
    const refused = await stranger.auth.mfa.unenroll({ factorId });
    expect(refused.error).toMatchObject({ status: 404, code: "mfa_factor_not_found" });
    const removed = await admin.deleteFactor({ id: factorId, userId: person.id });
    expect(removed.error).toBeNull();
    expect(await levelOf(await world.signedIn(person))).toEqual(["aal1", "aal1"]);
  });
});

describe("recovery codes", () => {
  async function codesOf(client: SupabaseClient): Promise<string[]> {
    const { data, error } = await client.auth.mfa.recoveryCodes.generate();
    if (error) {
      throw error;
    }
    return data.codes;
  }

  it("are ten, shown once, and each raises one session once", async () => {
    const { person, client } = await protectedPerson();
    const codes = await codesOf(client);
    expect(new Set(codes).size).toBe(10);
    const lost = await world.signedIn(person);
    const [code = ""] = codes;
    const typed = ` ${code.toUpperCase().replace("-", " ")} `;
    const used = await lost.auth.mfa.recoveryCodes.verify({ code: typed });
    expect(used.error).toBeNull();
    expect(await levelOf(lost)).toEqual(["aal2", "aal2"]);
    const claims = await lost.auth.getClaims();
    expect(claims.data?.claims.amr?.[0]).toMatchObject({ method: "mfa/recovery_code" });
    const again = await world.signedIn(person);
    const twice = await again.auth.mfa.recoveryCodes.verify({ code });
    expect(twice.error).toMatchObject({ status: 422, code: "mfa_verification_failed" });
    const status = await lost.auth.mfa.recoveryCodes.getStatus();
    expect(status.data).toMatchObject({ type: "recovery_code", total: 10, remaining: 9 });
    await world.mailbox.mailTo(person.email, ({ text }) => text.includes("9 of 10"));
    const { rows } = await world.db.query(
      "select c::text as dump from auth_local.mfa_recovery_codes c",
    );
    expect(JSON.stringify(rows)).not.toContain(code.replace("-", ""));
  });

  it("work once when shown many times at once", async () => {
    const { person, client } = await protectedPerson();
    const [code = ""] = await codesOf(client);
    const token = await accessToken(await world.signedIn(person));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        world.call("/factors/recovery-codes/verify", {
          json: { code },
          headers: { authorization: `Bearer ${token}` },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("need an authenticator that was shown, and are renewed as a whole", async () => {
    const bare = await world.signedIn(await world.person());
    const sole = await bare.auth.mfa.recoveryCodes.generate();
    expect(sole.error?.code).toBe("mfa_recovery_codes_sole_factor");
    const { person, client } = await protectedPerson();
    const codes = await codesOf(client);
    const twice = await client.auth.mfa.recoveryCodes.generate();
    expect(twice.error?.code).toBe("mfa_verified_factor_exists");
    const half: TestPerson = person;
    const shy = await (await world.signedIn(half)).auth.mfa.recoveryCodes.regenerate();
    expect(shy.error).toMatchObject({ status: 403, code: "insufficient_aal" });
    const renewed = await client.auth.mfa.recoveryCodes.regenerate();
    expect(renewed.data?.codes).toHaveLength(10);
    const old = await (await world.signedIn(person)).auth.mfa.recoveryCodes.verify({
      code: codes[0] ?? "",
    });
    expect(old.error?.code).toBe("mfa_verification_failed");
  });

  it("go with the last authenticator", async () => {
    const { client, factorId } = await protectedPerson();
    await codesOf(client);
    await client.auth.mfa.unenroll({ factorId });
    expect((await client.auth.mfa.recoveryCodes.getStatus()).error?.status).toBe(404);
    expect((await client.auth.mfa.listFactors()).data?.all).toEqual([]);
  });
});
