import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { pgCode, pgFailure } from "./errors.ts";
import type { Claims } from "./identity.ts";
import { asMember, asVisitor } from "./identity.ts";
import { closePool } from "./pool.ts";
import { adminQuery, makePerson } from "./test-people.ts";

let ada: Claims;
let bob: Claims;
let editor: Claims;
let operator: Claims;
let guardian: Claims;

beforeAll(async () => {
  [ada, bob, editor, operator, guardian] = await Promise.all([
    makePerson(),
    makePerson(),
    makePerson({ role: "editor" }),
    makePerson({ role: "admin" }),
    makePerson({ guardian: true }),
  ]);
});

afterAll(closePool);

type Statement = RawBuilder<unknown>;

/** Code of the failure, or how many rows the statement touched or gave. */
async function outcome(person: Claims | null, statement: Statement): Promise<string | number> {
  const work = async (db: Parameters<Parameters<typeof asVisitor>[0]>[0]) => {
    const { rows, numAffectedRows } = await statement.execute(db);
    return Number(numAffectedRows ?? rows.length);
  };
  try {
    return await (person === null ? asVisitor(work) : asMember(person, work));
  } catch (error) {
    const code = pgFailure(error)?.code;
    if (code === undefined) {
      throw error;
    }
    return code;
  }
}

const denied = pgCode.insufficientPrivilege;

describe("a member cannot make more of the own profile", () => {
  it.each([
    ["role", "'admin'"],
    ["is_guardian", "true"],
    ["guardian_since", "now()"],
    ["is_ascender", "true"],
    ["is_neothinker", "true"],
    ["is_immortal", "true"],
    ["subscription_tier", "'superachiever'"],
    ["subscription_status", "'active'"],
    ["subscription_period_end", "now() + interval '9 years'"],
    ["platforms", "'{hub,ascenders,neothinkers,immortals}'"],
    ["subscribed_platforms", "'{hub,ascenders,neothinkers,immortals}'"],
    ["onboarding_completed", "true"],
    ["has_scheduled_session", "true"],
  ])("by writing %s", async (column, value) => {
    const change = sql`update profiles set ${sql.ref(column)} = ${sql.raw(value)} where id = ${ada.sub}`;
    expect(await outcome(ada, change)).toBe(denied);
  });

  it("nor read anybody's password hash, the own included, in any role", async () => {
    for (const person of [ada, editor, operator, guardian, null]) {
      expect(await outcome(person, sql`select password_hash from users`)).toBe(denied);
    }
  });

  it("while the own name may be changed", async () => {
    const change = sql`update profiles set full_name = 'Ada' where id = ${ada.sub}`;
    expect(await outcome(ada, change)).toBe(1);
  });
});

const grantedByServerAlone = [
  ...["platform_access", "tenant_users", "tenant_roles", "role_permissions", "permissions"],
  ...["user_badges", "user_achievements", "user_actions", "user_skills", "participation"],
  ...["referrals", "referral_bonuses", "invite_codes", "invite_redemptions"],
  ...["gamification_events", "token_accounts", "token_balances", "token_conversions"],
  ...["token_sinks", "token_sink_purchases", "badge_events", "collaboration_bonuses"],
  ...["fibonacci_token_rewards", "member_streaks", "award_holds", "action_weights"],
  ...["site_settings", "census_snapshots", "zoom_attendance", "audit_logs", "auth_logs"],
];

describe("access, rank, points, tokens and records are written by the server alone", () => {
  it.each(grantedByServerAlone)("%s", async (table) => {
    const name = sql.table(table);
    for (const person of [ada, editor, operator, guardian, null]) {
      expect(await outcome(person, sql`insert into ${name} default values`)).toBe(denied);
      expect(await outcome(person, sql`delete from ${name}`)).toBe(denied);
    }
    const columns = await adminQuery<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [`public.${table}`],
    );
    for (const { name: column } of columns) {
      const change = sql`update ${name} set ${sql.ref(column)} = default`;
      expect(await outcome(ada, change)).toBe(denied);
    }
  });
});

describe("what is open to its owner is closed to others", () => {
  it("app profiles are hidden from visitors and from members of other platforms", async () => {
    const outsider = await makePerson({ platforms: ["hub"] });
    await adminQuery(
      "insert into public.user_profiles (user_id, platform, display_name) values ($1, 'immortals', 'Ada')",
      [ada.sub],
    );
    const read = sql`select id from user_profiles where user_id = ${ada.sub} and platform = 'immortals'`;
    expect(await outcome(null, read)).toBe(denied);
    expect(await outcome(outsider, read)).toBe(0);
    expect(await outcome(bob, read)).toBe(1);
    const change = sql`update user_profiles set display_name = 'Eve' where user_id = ${ada.sub}`;
    expect(await outcome(bob, change)).toBe(0);
  });

  it.each([
    ["journal_entries", "title, content, tenant_slug", "'t', 'c', 'hub'"],
    ["health_metrics", `metric_type, value, unit, "timestamp"`, "'steps', 1, 'count', now()"],
    ["health_integrations", "provider", "'oura'"],
    ["supplement_intakes", "supplement_id", "(select id from public.supplements limit 1)"],
    ["thinking_assessments", "answers", "'{}'"],
    ["conversations", "app_name", "'hub'"],
    ["chat_history", "app_name, message, role", "'hub', 'm', 'user'"],
    ["ai_conversations", "platform_slug", "'hub'"],
    ["simulation_runs", "scenario_name, parameters", "'s', '{}'"],
    ["post_drafts", "content, platform", "'d', 'hub'"],
  ])(
    "%s: neither members nor editors, operators, guardians or visitors",
    async (table, columns, values) => {
      await adminQuery(
        "insert into public.supplements (name) values ('Zinc') on conflict do nothing",
      );
      await adminQuery(
        `insert into public.${table} (user_id, ${columns}) values ('${ada.sub}', ${values})`,
      );
      const read = sql`select 1 from ${sql.table(table)} where user_id = ${ada.sub}`;
      expect(await outcome(ada, read)).toBeGreaterThan(0);
      for (const person of [bob, editor, operator, guardian]) {
        expect(await outcome(person, read)).toBe(0);
      }
      expect(await outcome(null, read)).toBe(denied);
    },
  );

  it("a content draft is seen by its author and editors, not by members or visitors", async () => {
    const slug = `draft-${randomUUID()}`;
    await adminQuery(
      `insert into public.content (title, slug, platform, route, author_id, audience)
       values ('Draft', $1, 'hub', 'discover', $2, 'everyone')`,
      [slug, ada.sub],
    );
    const read = sql`select id from content where slug = ${slug}`;
    expect(await outcome(ada, read)).toBe(1);
    expect(await outcome(editor, read)).toBe(1);
    expect(await outcome(bob, read)).toBe(0);
    expect(await outcome(null, read)).toBe(0);
  });
});

describe("tiers hold", () => {
  it.each([
    ["premium", { none: 0, canceled: 0, premium: 1, superachiever: 1, visitor: 0 }],
    ["superachiever", { none: 0, canceled: 0, premium: 0, superachiever: 1, visitor: 0 }],
    ["private", { none: 0, canceled: 0, premium: 0, superachiever: 0, visitor: 0 }],
    ["public", { none: 1, canceled: 1, premium: 1, superachiever: 1, visitor: 1 }],
  ])("for %s posts, whatever other rule lets one read", async (visibility, expected) => {
    const [post] = await adminQuery<{ id: string }>(
      `insert into public.posts (author_id, content, platform, visibility)
       values ($1, 'A post', 'hub', $2) returning id`,
      [ada.sub, visibility],
    );
    const canceled = await makePerson({ tier: "superachiever" });
    await adminQuery("update public.profiles set subscription_status = 'canceled' where id = $1", [
      canceled.sub,
    ]);
    const read = sql`select id from posts where id = ${post?.id}`;
    expect({
      none: await outcome(bob, read),
      canceled: await outcome(canceled, read),
      premium: await outcome(await makePerson({ tier: "premium" }), read),
      superachiever: await outcome(await makePerson({ tier: "superachiever" }), read),
      visitor: await outcome(null, read),
    }).toEqual(expected);
  });

  it("for rooms, however the sender names the type of the room", async () => {
    const premium = await makePerson({ tier: "premium" });
    const [room] = await adminQuery<{ id: string }>(
      `insert into public.rooms (name, platform, room_type, created_by)
       values ('Premium', 'hub', 'premium', $1) returning id`,
      [premium.sub],
    );
    const say = (person: Claims, columns: string, values: string) =>
      outcome(
        person,
        sql`insert into messages (room_id, sender_id, content ${sql.raw(columns)})
            values (${room?.id}, ${person.sub}, 'Hello' ${sql.raw(values)})`,
      );
    expect(await say(bob, ", room_type", ", 'public'")).toBe(denied);
    expect(await say(bob, "", "")).toBe(denied);
    expect(await say(premium, "", "")).toBe(1);
    expect(await outcome(bob, sql`select id from messages where room_id = ${room?.id}`)).toBe(0);
    const join = sql`insert into room_participants (room_id, user_id) values (${room?.id}, ${bob.sub})`;
    expect(await outcome(bob, join)).toBe(denied);
  });
});

describe("claims that a member can edit decide nothing", () => {
  it("metadata that says guardian or admin opens no security table and no role", async () => {
    const claims = {
      sub: bob.sub,
      role: "authenticated",
      user_metadata: { is_guardian: true, role: "admin" },
      app_metadata: { role: "guardian" },
      is_guardian: true,
    };
    await adminQuery(
      "insert into public.login_attempts (email, ip_address) values ($1, '192.0.2.1') on conflict do nothing",
      [`${randomUUID()}@example.test`],
    );
    const client = new pg.Client({ connectionString: inject("databaseUrl") });
    await client.connect();
    try {
      await client.query("begin; set local role authenticated");
      await client.query("select set_config('request.jwt.claims', $1, true)", [
        JSON.stringify(claims),
      ]);
      const { rows } = await client.query(`
        select app.is_guardian() as guardian, app.is_operator() as operator,
          (select count(*)::int from public.login_attempts) as attempts,
          (select count(*)::int from public.security_events) as events,
          (select count(*)::int from public.suspicious_activities) as suspicions,
          (select count(*)::int from public.rate_limits) as limits`);
      expect(rows[0]).toEqual({
        guardian: false,
        operator: false,
        attempts: 0,
        events: 0,
        suspicions: 0,
        limits: 0,
      });
      await client.query("rollback");
    } finally {
      await client.end();
    }
    expect(await outcome(operator, sql`select 1 from login_attempts`)).toBeGreaterThan(0);
  });
});

describe("visitors", () => {
  it("read, change or remove no notification; one without a receiver is nobody's", async () => {
    const [note] = await adminQuery<{ id: string }>(
      "insert into public.notifications (user_id, platform, title, body) values (null, 'hub', 't', 'b') returning id",
    );
    for (const statement of [
      sql`select 1 from notifications where id = ${note?.id}`,
      sql`update notifications set is_read = true where id = ${note?.id}`,
      sql`delete from notifications where id = ${note?.id}`,
    ]) {
      expect(await outcome(null, statement)).toBe(denied);
      expect(await outcome(bob, statement)).toBe(0);
    }
  });

  it("read no mail template, and neither do members", async () => {
    expect(await outcome(null, sql`select 1 from email_templates`)).toBe(denied);
    await adminQuery(
      "insert into public.email_templates (name, subject, html_content) values ('access_test', 's', 'h') on conflict do nothing",
    );
    expect(await outcome(bob, sql`select 1 from email_templates`)).toBe(0);
  });

  it("write nothing at all", async () => {
    const rows = await adminQuery(`
      select c.relname, p.privilege from pg_class c
      cross join unnest(array['insert', 'update', 'delete']) as p(privilege)
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (has_table_privilege('anon', c.oid, p.privilege)
          or (p.privilege <> 'delete' and has_any_column_privilege('anon', c.oid, p.privilege)))`);
    expect(rows).toEqual([]);
  });

  it("may call no function that changes something with its owner's rights", async () => {
    const rows = await adminQuery(`
      select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace in ('public'::regnamespace, 'app'::regnamespace)
        and p.prosecdef and p.provolatile = 'v' and p.prorettype <> 'trigger'::regtype
        and has_function_privilege('anon', p.oid, 'execute')`);
    expect(rows).toEqual([]);
  });
});

describe("secrets", () => {
  it("of health providers are refused in the clear and unreadable even for their owner", async () => {
    const person = await makePerson();
    const store = (token: string) =>
      adminQuery(
        `insert into public.health_integrations (user_id, provider, access_token, token_key_id)
         values ($1, 'oura', $2, 'k1')`,
        [person.sub, token],
      ).then(
        () => "stored",
        (error: unknown) => pgFailure(error)?.code,
      );
    expect(await store("ya29.cleartext-token")).toBe(pgCode.checkViolation);
    expect(await store("enc.v1.bm9uY2U.Y2lwaGVydGV4dA")).toBe("stored");
    expect(await outcome(person, sql`select access_token from health_integrations`)).toBe(denied);
    expect(await outcome(person, sql`select provider from health_integrations`)).toBe(1);
  });

  it("are out of reach of a function that runs SQL or makes profiles by request: there is none", async () => {
    const rows = await adminQuery(`
      select proname from pg_proc
      where pronamespace in ('public'::regnamespace, 'app'::regnamespace)
        and proname in ('exec_sql', 'execute_sql', 'create_profile')`);
    expect(rows).toEqual([]);
  });
});

describe("leaderboards", () => {
  it("expose no raw row of the ledger, balances, badge history or referrals of others", async () => {
    await adminQuery(
      `insert into public.gamification_events
         (persona, site, event_type, token_type, amount, debit_account, credit_account, idempotency_key)
       select 'ascender', 'hub', 'reward', 'LUCK', 1, id, $1::uuid, $2 from public.token_accounts where kind = 'issuance'`,
      [ada.sub, randomUUID()],
    );
    await adminQuery(
      `with badge as (insert into public.badges (name) values ($2) returning id)
       insert into public.badge_events (user_id, badge_id, event_type) select $1::uuid, id, 'earned' from badge`,
      [ada.sub, `Badge ${randomUUID()}`],
    );
    await adminQuery("insert into public.referrals (referrer_id, referred_id) values ($1, $2)", [
      ada.sub,
      guardian.sub,
    ]);
    const reads = [
      sql`select 1 from gamification_events where credit_account = ${ada.sub}`,
      sql`select 1 from token_balances where account_id = ${ada.sub}`,
      sql`select 1 from badge_events where user_id = ${ada.sub}`,
      sql`select 1 from referrals where referrer_id = ${ada.sub}`,
    ];
    for (const read of reads) {
      expect(await outcome(ada, read)).toBe(1);
      expect(await outcome(bob, read)).toBe(0);
      expect(await outcome(null, read)).toBe(denied);
    }
  });
});
