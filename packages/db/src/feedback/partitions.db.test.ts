import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { pgCode, pgFailure } from "../core/errors.ts";
import type { Claims } from "../core/identity.ts";
import { asMember } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

afterAll(() => closePool());

function give(claims: Claims, author: string, app: string): Promise<unknown> {
  return asMember(claims, (db) =>
    db
      .insertInto("feedback")
      .values({ user_id: author, app_name: app, content: "A wish" })
      .execute(),
  );
}

describe("feedback", () => {
  it("lands in the partition of its app, where that app's staff find it", async () => {
    const ada = await makePerson();
    const staff = await makePerson();
    await adminQuery(
      `update public.tenant_users m set tenant_role_id = r.id
       from public.tenants t join public.tenant_roles r on r.tenant_id = t.id
       where m.tenant_id = t.id and m.user_id = $1 and t.slug = 'immortals' and r.slug = 'associate'`,
      [staff.sub],
    );
    await give(ada, ada.sub, "immortals");
    await give(ada, ada.sub, "hub");
    const [row] = await adminQuery<{ partition: string }>(
      "select tableoid::regclass::text as partition from public.feedback where user_id = $1 and app_name = 'immortals'",
      [ada.sub],
    );
    expect(row?.partition).toBe("feedback_immortals");

    const inbox = (claims: Claims) =>
      asMember(claims, (db) =>
        db.selectFrom("feedback_immortals").select("id").where("user_id", "=", ada.sub).execute(),
      );
    expect(await inbox(staff)).toHaveLength(1);
    expect(await inbox(ada)).toEqual([]);
    const hub = await asMember(staff, (db) => db.selectFrom("feedback_hub").select("id").execute());
    expect(hub).toEqual([]);
  });

  it("is read by its writer and by staff, not by another member", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await give(ada, ada.sub, "hub");
    const read = (claims: Claims) =>
      asMember(claims, (db) =>
        db.selectFrom("feedback").select("status").where("user_id", "=", ada.sub).execute(),
      );
    expect(await read(ada)).toEqual([{ status: "pending" }]);
    expect(await read(bob)).toEqual([]);
  });

  it("cannot be given in another's name, nor be settled by its writer", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const code = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: unknown) => pgFailure(error)?.code,
      );
    expect(await code(give(ada, bob.sub, "hub"))).toBe(pgCode.insufficientPrivilege);
    await give(ada, ada.sub, "hub");
    const settle = asMember(ada, (db) =>
      sql`update feedback set status = 'implemented'`.execute(db),
    );
    expect(await code(settle)).toBe(pgCode.insufficientPrivilege);
  });
});
