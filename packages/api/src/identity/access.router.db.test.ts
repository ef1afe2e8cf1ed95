import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";

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
