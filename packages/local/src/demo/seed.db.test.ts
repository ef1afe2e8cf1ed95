import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestWorld } from "../auth/test-world.ts";
import { startTestWorld, testKeys } from "../auth/test-world.ts";
import { demoAccounts, demoPassword } from "./accounts.ts";
import { demoPeople } from "./people.ts";
import type { DemoReport } from "./seed.ts";
import { demoTalk, seedDemo } from "./seed.ts";
import { demoId } from "./timeline.ts";

let world: TestWorld;
let report: DemoReport;

async function seed(): Promise<DemoReport> {
  const { connectionString } = world.db.options;
  if (!connectionString) {
    throw new Error("The test database has no address.");
  }
  return seedDemo({ adminUrl: connectionString, authUrl: world.url, secretKey: testKeys.secret });
}

async function rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await world.db.query<Row>(text, values)).rows;
}

async function one<Row extends object>(text: string, values: unknown[] = []): Promise<Row> {
  const [row] = await rows<Row>(text, values);
  if (!row) {
    throw new Error(`No row: ${text}`);
  }
  return row;
}

beforeAll(async () => {
  world = await startTestWorld();
  report = await seed();
});

afterAll(() => world.close());

describe("the demo data in a database", () => {
  it("is quick and whole", async () => {
    // A start may take ten seconds for it; a machine that tests everything at once gets some air.
    expect(report.milliseconds).toBeLessThan(60_000);
    expect(report.people).toBe(demoPeople.length);
    const there = await one<{ posts: number; comments: number; likes: number }>(
      `select (select count(*)::int from posts) as posts, (select count(*)::int from post_comments) as comments,
         (select count(*)::int from post_likes) as likes`,
    );
    expect(there).toEqual({
      posts: demoTalk.length,
      comments: report.comments,
      likes: report.likes,
    });
    expect(await rows("select * from app.orphans()")).toEqual([]);
  });

  it("has balances that a replay of the ledger gives", async () => {
    const differing = await rows("select * from app.balance_differences()");
    expect(differing).toEqual([]);
    const { total } = await one<{ total: string }>(
      "select sum(amount)::text as total from gamification_events",
    );
    expect(Number(total)).toBeGreaterThan(1000);
  });

  it("pays for each act once, at the time of the act", async () => {
    const off = await rows(
      `select p.id, p.visibility, a.id as action from posts p
       left join user_actions a on a.idempotency_key = 'post:' || p.id
       where (p.visibility = 'private') <> (a.id is null) or p.reward_processed <> (a.id is not null)
         or a.created_at <> p.created_at`,
    );
    expect(off).toEqual([]);
    const doubled = await rows(
      `select entity_id, action_type from user_actions where action_type in ('post', 'comment')
       group by 1, 2 having count(*) > 1`,
    );
    expect(doubled).toEqual([]);
    expect(
      await rows("select id from user_actions where created_at > now() - interval '30 seconds'"),
    ).toEqual([]);
    const spread = await one<{ days: number }>(
      "select count(distinct created_at::date)::int as days from gamification_events where created_at > now() - interval '22 days'",
    );
    expect(spread.days).toBeGreaterThan(12);
  });

  it("has threads, reactions, an announcement, and news as old as what they tell of", async () => {
    const there = await one<{
      answers: number;
      reactions: number;
      announced: number;
      follows: number;
      young: number;
      unread: number;
    }>(
      `select (select count(*)::int from post_comments where parent_id is not null) as answers,
         (select count(*)::int from post_reactions) as reactions,
         (select count(*)::int from posts where is_announcement and is_pinned) as announced,
         (select count(*)::int from user_connections) as follows,
         (select count(*)::int from notifications where created_at > now() - interval '1 minute') as young,
         (select count(*)::int from notifications where not is_read) as unread`,
    );
    expect(there.answers).toBeGreaterThan(5);
    expect(there.reactions).toBeGreaterThan(20);
    expect(
      await rows(
        "select kind, actor_id, created_at, user_id from notifications where created_at > now() - interval '1 minute'",
      ),
    ).toEqual([]);
    expect(
      await rows(
        `select activity_type from activity_feed where created_at > now() - interval '1 minute'`,
      ),
    ).toEqual([]);
    expect(there).toMatchObject({ announced: 1, young: 0 });
    expect(there.unread).toBeGreaterThan(5);
    expect(there.follows).toBeGreaterThan(30);
  });

  it("shows a streak, tiers, roles, achievements and somebody who has just begun", async () => {
    const mara = demoId("person mara");
    const streak = await one<{ current_streak: number }>(
      "select current_streak from member_streaks where user_id = $1",
      [mara],
    );
    expect(streak.current_streak).toBeGreaterThanOrEqual(4);
    const tiers = await rows<{ subscription_tier: string }>(
      "select subscription_tier from profiles where subscription_status = 'active' order by 1",
    );
    expect(tiers.map((row) => row.subscription_tier)).toEqual(["premium", "superachiever"]);
    const roles = await rows<{ key: string; roles: string[] }>(
      `select u.email as key, array_agg(distinct r.slug) as roles from users u
       join tenant_users t on t.user_id = u.id join tenant_roles r on r.id = t.tenant_role_id
       where r.slug in ('editor', 'builder') group by 1 order by 1`,
    );
    expect(roles).toEqual([
      { key: "editor@neothink.local", roles: ["editor"] },
      { key: "operator@neothink.local", roles: ["builder"] },
    ]);
    expect(await rows("select name from strategists")).toEqual([{ name: "Stellan Haraldsen" }]);
    const { achievements } = await one<{ achievements: number }>(
      "select count(*)::int as achievements from user_achievements where user_id = $1",
      [mara],
    );
    expect(achievements).toBe(8);
    const ewan = await rows(
      "select completed_steps, completed_at from user_onboarding where user_id = $1",
      [demoId("person ewan")],
    );
    expect(ewan).toEqual([{ completed_steps: ["welcome", "profile"], completed_at: null }]);
  });

  it("lets everybody sign in", async () => {
    for (const { email } of [...demoAccounts, ...demoPeople.slice(-1)]) {
      const { data, error } = await world
        .client()
        .auth.signInWithPassword({ email, password: demoPassword });
      expect(error, email).toBeNull();
      expect(data.user?.email).toBe(email);
    }
  });

  it("stays as it is when it is loaded again, and is completed after an interruption", async () => {
    const state = async (): Promise<unknown> =>
      rows(
        `select (select json_agg(t order by account_id, token_type) from token_balances t) as balances,
           (select json_agg(s order by user_id) from member_streaks s) as streaks,
           (select json_agg(json_build_array(id, created_at, like_count, comment_count) order by id) from posts) as posts,
           (select json_agg(created_at order by id) from users) as joined`,
      );
    const before = await state();
    await seed();
    expect(await state()).toEqual(before);

    const key = `post:${demoId("post thanks")}`;
    await rows("delete from posts where id = $1", [demoId("post thanks")]);
    await seed();
    expect(
      await rows("select author_id from posts where id = $1", [demoId("post thanks")]),
    ).toEqual([{ author_id: demoId("person mara") }]);
    expect(
      await rows("select 1 as paid from user_actions where idempotency_key = $1", [key]),
    ).toHaveLength(1);
  });
});
