import { randomUUID } from "node:crypto";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";

// A hosted sign-in service's own table, as far as the database looks at it.
beforeAll(async () => {
  await adminQuery(
    `create table if not exists auth.mfa_factors
       (id uuid primary key default gen_random_uuid(), user_id uuid not null, factor_type text not null,
        status text not null default 'unverified', friendly_name text not null default '')`,
  );
});
afterAll(closePool);

async function enrol(userId: string, status: "verified" | "unverified"): Promise<void> {
  await adminQuery(
    "insert into auth.mfa_factors (user_id, factor_type, status) values ($1, 'totp', $2)",
    [userId, status],
  );
}

it("refuses a session that has not passed the account's second factor", async () => {
  const ada = await makePerson();
  await enrol(ada.sub, "verified");
  const session_id = randomUUID();
  const half = callAs({ ...ada, session_id, aal: "aal1" });
  expect(await refusal(half.identity.viewer.get())).toContain("second_factor_required");
  expect(await refusal(half.identity.profile.update({ bio: "mine now" }))).toContain(
    "second_factor_required",
  );
  const whole = callAs({ ...ada, session_id, aal: "aal2" });
  expect((await whole.identity.viewer.get()).id).toBe(ada.sub);
});

it("asks nothing of an account without one, or with one that was never finished", async () => {
  const [ada, bob] = await Promise.all([makePerson(), makePerson()]);
  await enrol(bob.sub, "unverified");
  for (const person of [ada, bob]) {
    const caller = callAs({ ...person, session_id: randomUUID(), aal: "aal1" });
    expect((await caller.identity.viewer.get()).id).toBe(person.sub);
  }
});
