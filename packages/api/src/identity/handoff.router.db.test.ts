import { digestOf, randomSecret } from "@neothink/auth/handoff";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";

afterAll(closePool);

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
