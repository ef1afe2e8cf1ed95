import { randomUUID } from "node:crypto";
import { digestOf, randomSecret } from "@neothink/auth/handoff";
import { type PlatformSlug, platforms } from "@neothink/brand/platforms";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import type { StepInput } from "./onboarding.schema.ts";

afterAll(closePool);

const newcomer = (): Promise<Claims> => makePerson({ name: "", platforms: [] });

async function inviteCode(facts: {
  maxUses?: number;
  createdBy?: string | null;
  platform?: string | null;
  expired?: boolean;
}): Promise<string> {
  const code = `T-${randomUUID().slice(0, 8)}`;
  await adminQuery(
    `insert into invite_codes (code, max_uses, created_by, platform_slug, expires_at)
     values ($1, $2, $3, $4, case when $5 then now() - interval '1 day' end)`,
    [
      code,
      facts.maxUses ?? 1,
      facts.createdBy ?? null,
      facts.platform ?? null,
      facts.expired ?? false,
    ],
  );
  return code;
}

describe("the viewer", () => {
  it("learns what frames need: name, access with reasons, roles and onboarding", async () => {
    const ada = await makePerson({ name: "Ada", platforms: ["ascenders"], tier: "premium" });
    const facts = await callAs(ada, "ascenders").identity.viewer.get();
    expect(facts).toMatchObject({
      id: ada.sub,
      fullName: "Ada",
      tier: "premium",
      guardian: false,
      onboarding: { status: "new", done: 0, total: 5 },
    });
    expect(facts.access.find(({ platform }) => platform === "ascenders")?.open).toBe(true);
    expect(facts.access.find(({ platform }) => platform === "immortals")?.reason).toBe(
      "not_joined",
    );
    expect(facts.roles.every(({ role }) => role === "subscriber")).toBe(true);
  });

  it("never holds a password hash or an address of somebody else", async () => {
    const ada = await makePerson();
    const text = JSON.stringify([
      await callAs(ada).identity.viewer.get(),
      await callAs(ada).identity.profile.get(),
    ]);
    expect(text).not.toContain("password");
  });

  it("refuses the visitor", async () => {
    expect(await refusal(callAs(null).identity.viewer.get())).toContain("UNAUTHORIZED");
    expect(await refusal(callAs(null).identity.profile.update({ bio: "x" }))).toContain(
      "UNAUTHORIZED",
    );
  });
});

describe("the profile", () => {
  it("keeps what was not sent", async () => {
    const ada = await makePerson({ name: "Ada Lark" });
    await callAs(ada).identity.profile.update({
      bio: "I build bridges.",
      timezone: "Europe/Berlin",
    });
    const profile = await callAs(ada).identity.profile.update({ fullName: "Ada Finch" });
    expect(profile).toMatchObject({
      fullName: "Ada Finch",
      bio: "I build bridges.",
      timezone: "Europe/Berlin",
    });
    const [row] = await adminQuery("select first_name from profiles where id = $1", [ada.sub]);
    expect(row).toEqual({ first_name: "Ada" });
  });

  it("takes over the name of the sign-up form only while there is none", async () => {
    const ada = await newcomer();
    await callAs(ada).identity.profile.adoptName({ fullName: "Ada" });
    await callAs(ada).identity.profile.adoptName({ fullName: "Other" });
    expect((await callAs(ada).identity.profile.get()).fullName).toBe("Ada");
  });

  it.each([{ fullName: "  " }, { timezone: "Mars/Base" }, { bio: "x".repeat(501) }])(
    "refuses %j",
    async (input) => {
      const ada = await makePerson();
      expect(await refusal(callAs(ada).identity.profile.update(input))).toContain("BAD_REQUEST");
    },
  );
});

describe("the picture", () => {
  const webp = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBPVP8 ", "latin1"), Buffer.alloc(64, 1)]);

  it("is seen by those who see the card, replaces the one before, and can go", async () => {
    const [ada, bob, eve] = await Promise.all([
      makePerson({ platforms: ["hub"] }),
      makePerson({ platforms: ["hub"] }),
      makePerson({ platforms: ["immortals"] }),
    ]);
    const first = await callAs(ada).identity.avatar.set({ data: webp.toString("base64") });
    const second = await callAs(ada).identity.avatar.set({ data: webp.toString("base64") });
    const idOf = (url: string): string => url.split("/").at(-1) ?? "";
    const seen = await callAs(bob).identity.file.get({ id: idOf(second.url) });
    expect(seen.contentType).toBe("image/webp");
    expect(Buffer.compare(seen.content, webp)).toBe(0);
    expect(await refusal(callAs(bob).identity.file.get({ id: idOf(first.url) }))).toContain(
      "file_not_found",
    );
    expect(await refusal(callAs(eve).identity.file.get({ id: idOf(second.url) }))).toContain(
      "file_not_found",
    );
    expect(await refusal(callAs(null).identity.file.get({ id: idOf(second.url) }))).toContain(
      "file_not_found",
    );
    await callAs(ada).identity.avatar.remove();
    expect((await callAs(ada).identity.profile.get()).avatarUrl).toBeNull();
    expect(await refusal(callAs(bob).identity.file.get({ id: idOf(second.url) }))).toContain(
      "file_not_found",
    );
  });

  it("must be a picture", async () => {
    const ada = await makePerson();
    const data = Buffer.from("<svg onload=alert(1)>").toString("base64");
    expect(await refusal(callAs(ada).identity.avatar.set({ data }))).toContain("not_a_picture");
  });
});

describe("an invitation", () => {
  it("opens its platform, counts one use and records who brought whom", async () => {
    const [ada, bob] = await Promise.all([makePerson(), newcomer()]);
    const code = await inviteCode({ createdBy: ada.sub, platform: "immortals", maxUses: 3 });
    expect(await callAs(bob).identity.invite.redeem({ code: ` ${code} ` })).toEqual({
      platform: "immortals",
    });
    const access = await callAs(bob).identity.access.list();
    expect(access.find(({ platform }) => platform === "immortals")?.open).toBe(true);
    // Asking again is no second use.
    await callAs(bob).identity.invite.redeem({ code });
    expect(await adminQuery("select uses from invite_codes where code = $1", [code])).toEqual([
      { uses: 1 },
    ]);
    expect(
      await adminQuery("select referrer_id from referrals where referred_id = $1", [bob.sub]),
    ).toEqual([{ referrer_id: ada.sub }]);
  });

  it("gives its last uses to exactly as many people as it has", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, newcomer));
    const code = await inviteCode({ maxUses: 3 });
    const results = await Promise.allSettled(
      people.map((person) => callAs(person).identity.invite.redeem({ code })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await adminQuery("select uses from invite_codes where code = $1", [code])).toEqual([
      { uses: 3 },
    ]);
  });

  it("refuses what is unknown, closed or a second one", async () => {
    const bob = await newcomer();
    const { invite } = callAs(bob).identity;
    expect(await refusal(invite.redeem({ code: "no-such-code" }))).toContain("invite_unknown");
    const expired = await inviteCode({ expired: true });
    expect(await refusal(invite.redeem({ code: expired }))).toContain("invite_closed");
    await invite.redeem({ code: await inviteCode({}) });
    expect(await refusal(invite.redeem({ code: await inviteCode({}) }))).toContain(
      "invite_already_redeemed",
    );
  });
});

describe("a referral", () => {
  it("is recorded once, for the first who brought them, and never for oneself", async () => {
    const [ada, eve, bob] = await Promise.all([makePerson(), makePerson(), newcomer()]);
    const { referral } = callAs(bob).identity;
    expect(await refusal(referral.create({ referrerId: bob.sub }))).toContain("self_referral");
    expect(await refusal(referral.create({ referrerId: randomUUID() }))).toContain(
      "referrer_unknown",
    );
    expect(await referral.create({ referrerId: ada.sub })).toEqual({ recorded: true });
    expect(await referral.create({ referrerId: eve.sub })).toEqual({ recorded: false });
  });
});

describe("onboarding", () => {
  const slug = "ascenders";
  const answers = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`b${i + 1}`, 4]));

  async function saveAll(who: Claims): Promise<void> {
    const { onboarding } = callAs(who, slug).identity;
    await onboarding.saveStep({ step: "welcome", valuePaths: ["prosperity"] });
    await onboarding.saveStep({
      step: "profile",
      fullName: "Ada Lark",
      bio: "",
      interests: ["boats"],
      timezone: "UTC",
    });
    await onboarding.saveStep({ step: "assessment", answers });
    await onboarding.saveStep({
      step: "goals",
      goals: [{ title: "First sale", by: "2027-03-01" }],
    });
    await onboarding.saveStep({ step: "community", features: ["networking", "unknown"] });
  }

  it("goes step by step, comes back where it was, and keeps what was entered", async () => {
    const ada = await newcomer();
    const { onboarding } = callAs(ada, slug).identity;
    expect((await onboarding.get()).progress).toMatchObject({ status: "new", current: "welcome" });
    await onboarding.saveStep({ step: "welcome", valuePaths: ["prosperity", "longevity"] });
    await onboarding.open({ step: "assessment" });
    await onboarding.keepAnswers({ answers: { b1: 5, v1: 1 } });
    const later = await onboarding.get();
    expect(later.progress).toMatchObject({
      status: "running",
      current: "assessment",
      completed: ["welcome"],
    });
    expect(later.profile.valuePaths).toEqual(["prosperity", "longevity"]);
    expect(later.assessment).toMatchObject({ answers: { b1: 5 }, result: null });
    // Another app knows nothing of it.
    expect((await callAs(ada, "hub").identity.onboarding.get()).progress.status).toBe("new");
  });

  it("can be put aside and taken up again", async () => {
    const ada = await newcomer();
    const { onboarding, viewer } = callAs(ada, slug).identity;
    await onboarding.saveStep({ step: "welcome", valuePaths: ["happiness"] });
    await onboarding.skip();
    expect((await viewer.get()).onboarding).toEqual({ status: "skipped", done: 1, total: 5 });
    await onboarding.open({ step: "profile" });
    expect((await viewer.get()).onboarding.status).toBe("running");
  });

  it("names the statements without an answer", async () => {
    const ada = await newcomer();
    const sent = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== "b3"));
    const saving = callAs(ada, slug).identity.onboarding.saveStep({
      step: "assessment",
      answers: sent,
    });
    await expect(saving).rejects.toMatchObject({
      cause: { reason: "unanswered", fields: { b3: [expect.any(String)] } },
    });
  });

  it("refuses another app's step and what was not offered", async () => {
    const ada = await newcomer();
    expect(
      await refusal(
        callAs(ada, "hub").identity.onboarding.saveStep({
          step: "protocol",
          protocol: "morning_light",
          time: "morning",
        }),
      ),
    ).toContain("not_a_step");
    expect(
      await refusal(
        callAs(ada, "immortals").identity.onboarding.saveStep({
          step: "protocol",
          protocol: "made_up",
          time: "morning",
        }),
      ),
    ).toContain("not_offered");
  });

  it("opens nothing before its end", async () => {
    const ada = await newcomer();
    const caller = callAs(ada, slug).identity;
    await caller.onboarding.saveStep({ step: "welcome", valuePaths: ["prosperity"] });
    expect(await refusal(caller.onboarding.complete())).toContain("onboarding_unfinished");
    expect((await caller.access.list()).some(({ open }) => open)).toBe(false);
  });

  it("opens app and hub, gives two achievements and the reward once, however often it is completed", async () => {
    const ada = await newcomer();
    await saveAll(ada);
    const { onboarding, access, viewer } = callAs(ada, slug).identity;
    const results = await Promise.all(Array.from({ length: 8 }, () => onboarding.complete()));
    expect(results.filter(({ completedNow }) => completedNow)).toEqual([
      {
        completedNow: true,
        opened: ["ascenders", "hub"],
        achievements: ["profile_complete", "business_potential_assessment_complete"],
        rewards: [
          expect.objectContaining({ token: "LIVE", entryId: expect.any(String) }),
          expect.objectContaining({ token: "LIVE", entryId: expect.any(String) }),
        ],
      },
    ]);
    const open = (await access.list())
      .filter((entry) => entry.open)
      .map(({ platform }) => platform);
    expect(open).toEqual(["hub", "ascenders"]);
    expect((await viewer.get()).onboarding).toEqual({ status: "complete", done: 5, total: 5 });
    const rows = await adminQuery(
      "select a.name from user_achievements u join achievements a on a.id = u.achievement_id where u.user_id = $1",
      [ada.sub],
    );
    expect(rows).toHaveLength(2);
    const paid = await adminQuery("select action_type from user_actions where user_id = $1", [
      ada.sub,
    ]);
    expect(paid).toHaveLength(2);
    const state = await onboarding.get();
    expect(state.assessment.result?.scores).toHaveLength(5);
    expect(state.community.joined).toEqual(["networking"]);
  });

  it("can be gone through in every app", async () => {
    const own: Record<PlatformSlug, StepInput> = {
      hub: { step: "platforms", platforms: ["ascenders"] },
      ascenders: { step: "goals", goals: [{ title: "First sale", by: "2027-03-01" }] },
      neothinkers: {
        step: "exercises",
        exercise: "two_far_things",
        answer: "Music explains prime numbers.",
      },
      immortals: { step: "protocol", protocol: "evening_calm", time: "evening" },
    };
    for (const platform of Object.values(platforms)) {
      const ada = await newcomer();
      const { onboarding } = callAs(ada, platform.slug).identity;
      const { questionnaire } = (await onboarding.get()).assessment;
      await onboarding.saveStep({
        step: "welcome",
        valuePaths: [platform.valuePaths[0] ?? "happiness"],
      });
      await onboarding.saveStep({
        step: "profile",
        fullName: "A",
        bio: "b",
        interests: [],
        timezone: "UTC",
      });
      await onboarding.saveStep({
        step: "assessment",
        answers: Object.fromEntries(questionnaire.questions.map(({ key }) => [key, 3])),
      });
      await onboarding.saveStep(own[platform.slug]);
      await onboarding.saveStep({ step: "community", features: [] });
      expect((await onboarding.complete()).achievements).toHaveLength(2);
      expect((await onboarding.get()).ownStep?.step).toBe(platform.onboardingStep.key);
    }
  });
});

describe("sign-in history", () => {
  it("shows one's own events only, page by page, without a gap", async () => {
    const [ada, bob] = await Promise.all([makePerson(), makePerson()]);
    await adminQuery(
      `insert into auth_logs (user_id, action, created_at)
       select $1, 'login_success', date_trunc('second', now()) - (n / 3) * interval '1 second'
       from generate_series(1, 60) n`,
      [ada.sub],
    );
    const { list } = callAs(ada).identity.signInHistory;
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(ids).size).toBe(60);
    expect((await callAs(bob).identity.signInHistory.list({})).items).toEqual([]);
    expect(await refusal(list({ cursor: "nonsense" }))).toContain("bad_cursor");
  });
});

describe("the hand-off to another domain", () => {
  const verifier = randomSecret();
  const request = { app: "ascenders", challenge: digestOf(verifier), returnTo: "/wallet" } as const;

  it("carries a member over once", async () => {
    const ada = await makePerson();
    const { ticket } = await callAs(ada, "hub").identity.handoff.issue(request);
    const there = callAs(null, "ascenders").identity.handoff;
    expect(await there.redeem({ ticket, verifier })).toEqual({
      email: `${ada.sub}@example.test`,
      returnTo: "/wallet",
    });
    expect(await refusal(there.redeem({ ticket, verifier }))).toContain("ticket_spent");
  });

  it("is spent by a wrong verifier", async () => {
    const ada = await makePerson();
    const { ticket } = await callAs(ada, "hub").identity.handoff.issue(request);
    const there = callAs(null, "ascenders").identity.handoff;
    expect(await there.redeem({ ticket, verifier: randomSecret() })).toBeNull();
    expect(await refusal(there.redeem({ ticket, verifier }))).toContain("ticket_spent");
  });

  it("is no use to another app, after a minute, or to whoever made it up", async () => {
    const ada = await makePerson();
    const { ticket } = await callAs(ada, "hub").identity.handoff.issue(request);
    expect(
      await refusal(callAs(null, "immortals").identity.handoff.redeem({ ticket, verifier })),
    ).toContain("ticket_spent");
    await adminQuery("update sso_tickets set expires_at = now() where user_id = $1", [ada.sub]);
    const there = callAs(null, "ascenders").identity.handoff;
    expect(await refusal(there.redeem({ ticket, verifier }))).toContain("ticket_spent");
    expect(await refusal(there.redeem({ ticket: randomSecret(), verifier }))).toContain(
      "ticket_spent",
    );
  });

  it("is made for members only, and its stored form does not open anything", async () => {
    expect(await refusal(callAs(null, "hub").identity.handoff.issue(request))).toContain(
      "UNAUTHORIZED",
    );
    const ada = await makePerson();
    const { ticket } = await callAs(ada, "hub").identity.handoff.issue(request);
    const [row] = await adminQuery<{ ticket_hash: string }>(
      "select ticket_hash from sso_tickets where user_id = $1",
      [ada.sub],
    );
    expect(row?.ticket_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.ticket_hash).not.toContain(ticket);
  });
});

describe("the one-time token of a form", () => {
  it("works once, for its browser", async () => {
    const { formToken } = callAs(null).identity;
    const form = { purpose: "confirm", userAgent: "Browser/1" } as const;
    const { token } = await formToken.create(form);
    expect(await formToken.spend({ ...form, userAgent: "Other/1", token })).toEqual({
      valid: false,
    });
    expect(await formToken.spend({ ...form, token })).toEqual({ valid: true });
    expect(await formToken.spend({ ...form, token })).toEqual({ valid: false });
    expect(await formToken.spend({ ...form, token: randomSecret() })).toEqual({ valid: false });
  });
});
