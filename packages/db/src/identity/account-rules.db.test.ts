import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { pgCode, pgFailure } from "../core/errors.ts";
import type { Claims, Db } from "../core/identity.ts";
import { asMember, asOperator, asVisitor } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

afterAll(() => closePool());

const operator = { actorId: null, reason: "test:arrange" };

async function failureOf(work: Promise<unknown>): Promise<[string, string | null] | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => {
      const failure = pgFailure(error);
      return failure ? [failure.code, failure.constraint] : ["none", String(error)];
    },
  );
}

function update(claims: Claims, table: string, assignment: string, key: string): Promise<unknown> {
  return asMember(claims, (db) =>
    sql`update ${sql.table(table)} set ${sql.raw(assignment)} where ${sql.ref(key)} = ${claims.sub}`.execute(
      db,
    ),
  );
}

function cardsSeenBy(read: Db): Promise<string[]> {
  return read
    .selectFrom("member_cards")
    .select("id")
    .execute()
    .then((rows) => rows.map((row) => row.id));
}

describe("a new account", () => {
  it("has a profile, its companions, and the role of subscriber everywhere", async () => {
    const ada = await makePerson({ platforms: [] });
    const seen = await asMember(ada, async (db) => ({
      profile: await db.selectFrom("profiles").select(["id", "role"]).execute(),
      settings: await db.selectFrom("privacy_settings").select("public_profile").execute(),
      roles: await db
        .selectFrom("tenant_users as m")
        .innerJoin("tenant_roles as r", "r.id", "m.tenant_role_id")
        .select("r.slug")
        .execute(),
    }));
    expect(seen).toEqual({
      profile: [{ id: ada.sub, role: "user" }],
      settings: [{ public_profile: false }],
      roles: Array.from({ length: 4 }, () => ({ slug: "subscriber" })),
    });
  });

  it("takes everything private along when it is deleted", async () => {
    const ada = await makePerson();
    await adminQuery("delete from public.users where id = $1", [ada.sub]);
    const [left] = await adminQuery(
      `select (select count(*)::int from public.profiles where id = $1)
         + (select count(*)::int from public.platform_access where user_id = $1)
         + (select count(*)::int from public.member_cards where id = $1) as rows`,
      [ada.sub],
    );
    expect(left).toEqual({ rows: 0 });
  });

  it("shares no address with another, whatever the case of its letters", async () => {
    const name = randomUUID();
    await adminQuery("insert into public.users (email) values ($1)", [`${name}@example.test`]);
    const twin = adminQuery("insert into public.users (email) values ($1)", [
      `${name.toUpperCase()}@example.test`,
    ]);
    expect(await failureOf(twin)).toEqual([pgCode.checkViolation, "users_email_check"]);
  });
});

describe("a member", () => {
  it.each([
    ["profiles", "is_guardian = true", "id"],
    ["profiles", "is_immortal = true", "id"],
    ["profiles", "role = 'admin'", "id"],
    ["profiles", "subscription_tier = 'superachiever'", "id"],
    ["profiles", "platforms = '{hub}'", "id"],
    ["profiles", "onboarding_completed = true", "id"],
    ["users", "password_hash = 'x'", "id"],
    ["users", "email = 'other@example.test'", "id"],
    ["ascenders_profiles", "level = 6", "user_id"],
    ["platform_access", "access_level = 'full'", "user_id"],
    ["tenant_users", "role = 'owner'", "user_id"],
    ["user_onboarding", "completed_at = now()", "user_id"],
    ["invite_codes", "max_uses = 100", "created_by"],
  ])("cannot change %s: %s", async (table, assignment, key) => {
    const ada = await makePerson();
    expect(await failureOf(update(ada, table, assignment, key))).toEqual([
      pgCode.insufficientPrivilege,
      null,
    ]);
  });

  it("cannot let themself in, nor write a redemption or a role", async () => {
    const ada = await makePerson({ platforms: [] });
    const tries = [
      sql`insert into platform_access (user_id, platform_slug) values (${ada.sub}, 'hub')`,
      sql`insert into invite_redemptions (user_id, invite_code_id) values (${ada.sub}, gen_random_uuid())`,
      sql`insert into tenant_users (user_id, tenant_id) select ${ada.sub}::uuid, id from tenants`,
      sql`insert into role_permissions select r.id, p.id from tenant_roles r, permissions p`,
    ];
    for (const attempt of tries) {
      const code = await failureOf(asMember(ada, (db) => attempt.execute(db)));
      expect(code).toEqual([pgCode.insufficientPrivilege, null]);
    }
  });

  it("changes own words, and nobody else's", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await update(ada, "profiles", "bio = 'mine'", "id");
    await asMember(ada, (db) =>
      db.updateTable("profiles").set({ bio: "hers" }).where("id", "=", bob.sub).execute(),
    );
    const rows = await adminQuery(
      "select bio from public.profiles where id = any ($1) order by bio",
      [[ada.sub, bob.sub]],
    );
    expect(rows).toEqual([{ bio: "mine" }, { bio: null }]);
  });

  it("reads no profile, address, access or assessment of another", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await asMember(bob, (db) =>
      sql`insert into user_assessments (user_id, platform, assessment_type, answers)
          values (${bob.sub}, 'hub', 'general', '{}')`.execute(db),
    );
    const counts = await asMember(ada, (db) =>
      sql`select (select count(*) from profiles where id = ${bob.sub})
          + (select count(email) from users where id = ${bob.sub})
          + (select count(*) from platform_access where user_id = ${bob.sub})
          + (select count(*) from hub_profiles where user_id = ${bob.sub})
          + (select count(*) from user_assessments where user_id = ${bob.sub}) as found`.execute(
        db,
      ),
    );
    expect(counts.rows).toEqual([{ found: "0" }]);
    const emails = asMember(ada, (db) => sql`select email from profiles`.execute(db));
    expect(await failureOf(emails)).toEqual([pgCode.insufficientPrivilege, null]);
  });

  it("gains no right by what the session token says of them", async () => {
    const ada = await makePerson({ platforms: [] });
    const boast = { ...ada, user_metadata: { is_guardian: true }, app_metadata: { role: "admin" } };
    const rights = await asMember(boast, (db) =>
      sql`select app.is_guardian() as guardian, app.is_operator() as operator`.execute(db),
    );
    expect(rights.rows).toEqual([{ guardian: false, operator: false }]);
  });
});

describe("the password hash", () => {
  it("is out of reach for member, visitor and even the service", async () => {
    const ada = await makePerson();
    const read = (db: Db) => sql`select password_hash from public.users`.execute(db);
    expect(await failureOf(asMember(ada, read))).toEqual([pgCode.insufficientPrivilege, null]);
    expect(await failureOf(asVisitor(read))).toEqual([pgCode.insufficientPrivilege, null]);
    expect(await failureOf(asOperator(operator, read))).toEqual([
      pgCode.insufficientPrivilege,
      null,
    ]);
  });
});

describe("access", () => {
  it("decides, and the profile's caches and flags follow it", async () => {
    const ada = await makePerson({ platforms: ["ascenders"] });
    const state = () =>
      adminQuery("select platforms, is_ascender, is_immortal from public.profiles where id = $1", [
        ada.sub,
      ]);
    expect(await state()).toEqual([
      { platforms: ["ascenders"], is_ascender: true, is_immortal: false },
    ]);
    await adminQuery(
      "update public.platform_access set platform_slug = 'immortals' where user_id = $1",
      [ada.sub],
    );
    expect(await state()).toEqual([
      { platforms: ["immortals"], is_ascender: false, is_immortal: true },
    ]);
    await adminQuery("update public.platform_access set access_level = 'none' where user_id = $1", [
      ada.sub,
    ]);
    expect(await state()).toEqual([{ platforms: [], is_ascender: false, is_immortal: false }]);
  });

  it("ends by itself when it runs out", async () => {
    const ada = await makePerson({ platforms: ["hub"] });
    await adminQuery(
      "update public.platform_access set expires_at = now() - interval '1 second' where user_id = $1",
      [ada.sub],
    );
    const { rows } = await asMember(ada, (db) =>
      sql`select app.has_platform('hub') as hub, app.my_platforms() as mine`.execute(db),
    );
    expect(rows).toEqual([{ hub: false, mine: [] }]);
  });

  it.each([
    [undefined, { premium: false, superachiever: false }],
    ["premium" as const, { premium: true, superachiever: false }],
    ["superachiever" as const, { premium: true, superachiever: true }],
  ])("to higher rungs goes by the tier: %s", async (tier, expected) => {
    const ada = await makePerson(tier ? { tier } : {});
    const see = () =>
      asMember(ada, (db) =>
        sql`select app.sees('premium') as premium, app.sees('superachiever') as superachiever`.execute(
          db,
        ),
      );
    expect((await see()).rows).toEqual([expected]);
    await adminQuery("update public.profiles set subscription_status = 'canceled' where id = $1", [
      ada.sub,
    ]);
    expect((await see()).rows).toEqual([{ premium: false, superachiever: false }]);
  });
});

describe("a member's card", () => {
  it("is seen by those who share a platform, and by visitors only when it is public", async () => {
    const ada = await makePerson({ name: "Ada", platforms: ["ascenders"] });
    const near = await makePerson({ platforms: ["ascenders", "hub"] });
    const far = await makePerson({ platforms: ["immortals"] });
    expect(await asMember(near, cardsSeenBy)).toContain(ada.sub);
    expect(await asMember(far, cardsSeenBy)).not.toContain(ada.sub);
    expect(await asVisitor(cardsSeenBy)).not.toContain(ada.sub);

    await update(ada, "privacy_settings", "public_profile = true", "user_id");
    expect(await asMember(far, cardsSeenBy)).toContain(ada.sub);
    expect(await asVisitor(cardsSeenBy)).toContain(ada.sub);
  });
});

describe("an invitation code", () => {
  it("lets in as many as it says, however many come at once", async () => {
    const guests = await Promise.all(
      Array.from({ length: 12 }, () => makePerson({ platforms: [] })),
    );
    const [code] = await adminQuery<{ id: string }>(
      "insert into public.invite_codes (code, max_uses) values ($1, 3) returning id",
      [randomUUID()],
    );
    const outcomes = await Promise.all(
      guests.map((guest) =>
        failureOf(
          asOperator(operator, (db) =>
            sql`insert into invite_redemptions (invite_code_id, user_id) values (${code?.id}, ${guest.sub})`.execute(
              db,
            ),
          ),
        ),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome !== undefined);
    expect(refused).toEqual(
      Array.from({ length: 9 }, () => [pgCode.checkViolation, "invite_redemptions_open_check"]),
    );
    const uses = await adminQuery("select uses from public.invite_codes where id = $1", [code?.id]);
    expect(uses).toEqual([{ uses: 3 }]);
  });
});

describe("roles", () => {
  it("offer no capability that is wider than a permission, and nobody approves a journal", async () => {
    const wider = await adminQuery(`
      select c.role_slug, c.feature_name, a.action from public.role_capabilities c
      join public.tenant_roles r on r.tenant_id = c.tenant_id and r.slug = c.role_slug
      cross join lateral (values ('view', c.can_view), ('create', c.can_create), ('edit', c.can_edit),
        ('delete', c.can_delete), ('approve', c.can_approve)) as a (action, allowed)
      where a.allowed and not exists (
        select from public.feature_permissions f join public.permissions p on p.slug = f.permission_slug
        join public.role_permissions rp on rp.permission_id = p.id and rp.role_id = r.id
        where f.feature_name = c.feature_name and f.action = a.action)`);
    expect(wider).toEqual([]);
    const approving = adminQuery(
      "update public.role_capabilities set can_approve = true where feature_name = 'personal_journal'",
    );
    expect(await failureOf(approving)).toEqual([
      pgCode.checkViolation,
      "role_capabilities_permitted_check",
    ]);
  });

  it.each([
    ["subscriber", { editor: false, moderator: false, operator: false }],
    ["contributor", { editor: false, moderator: false, operator: false }],
    ["editor", { editor: true, moderator: false, operator: false }],
    ["associate", { editor: true, moderator: true, operator: false }],
    ["admin", { editor: true, moderator: true, operator: true }],
  ])("give %s these rights, and none once suspended", async (role, expected) => {
    const ada = await makePerson({ role });
    const rights = () =>
      asMember(ada, (db) =>
        sql`select app.is_editor() as editor, app.is_moderator() as moderator,
              app.is_operator() as operator`.execute(db),
      );
    expect((await rights()).rows).toEqual([expected]);
    await adminQuery("update public.tenant_users set status = 'suspended' where user_id = $1", [
      ada.sub,
    ]);
    expect((await rights()).rows).toEqual([{ editor: false, moderator: false, operator: false }]);
  });
});
