import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asMember, type Claims } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

let owner: Claims;
let coach: Claims;

beforeAll(async () => {
  [owner, coach] = await Promise.all([makePerson(), makePerson()]);
  await asMember(owner, (db) =>
    db
      .insertInto("health_metrics")
      .values(
        ["steps", "weight"].map((metric_type) => ({
          user_id: owner.sub,
          metric_type,
          value: 70,
          unit: "x",
          timestamp: "2026-11-01T08:00Z",
        })),
      )
      .execute(),
  );
});

afterAll(closePool);

async function count(person: Claims, query: RawBuilder<unknown>): Promise<number> {
  return asMember(person, async (db) => (await query.execute(db)).rows.length);
}

const look = (member: Claims) => sql`select * from app.granted_health_metrics(${member.sub}::uuid)`;

describe("a health grant", () => {
  it("shows what it covers and no more, logs each look, and ends when taken back", async () => {
    expect(await count(coach, look(owner))).toBe(0);
    await asMember(owner, (db) =>
      db
        .insertInto("health_grants")
        .values({
          user_id: owner.sub,
          grantee_id: coach.sub,
          metric_types: ["steps"],
          expires_at: sql`now() + interval '1 day'`,
        })
        .execute(),
    );
    expect(await count(coach, look(owner))).toBe(1);
    expect(await count(coach, sql`select 1 from health_metrics`)).toBe(0);
    const log = await asMember(owner, (db) =>
      db.selectFrom("health_grant_looks").select("rows_shown").execute(),
    );
    expect(log).toEqual([{ rows_shown: 1 }]);
    await asMember(owner, (db) =>
      db.updateTable("health_grants").set({ revoked_at: new Date() }).execute(),
    );
    expect(await count(coach, look(owner))).toBe(0);
  });

  it("shows nothing after its end, and not even that it was", async () => {
    await adminQuery(
      `insert into public.health_grants (user_id, grantee_id, metric_types, starts_at, expires_at)
       values ($1, $2, '{weight}', now() - interval '2 days', now() - interval '1 day')`,
      [owner.sub, coach.sub],
    );
    expect(await count(coach, look(owner))).toBe(0);
    expect(await count(coach, sql`select 1 from health_grants`)).toBe(0);
  });

  it("cannot be made for oneself with another's values", async () => {
    const forged = asMember(coach, (db) =>
      db
        .insertInto("health_grants")
        .values({
          user_id: owner.sub,
          grantee_id: coach.sub,
          metric_types: ["weight"],
          expires_at: sql`now() + interval '1 day'`,
        })
        .execute(),
    );
    await expect(forged).rejects.toThrow("row-level security");
  });
});
