import { closePool, openPool } from "@neothink/db/core/pool";
import { withClient } from "../postgres/connection.ts";
import { actAll } from "./acting.ts";
import { backdateAccounts, createAccounts } from "./demo-accounts.ts";
import { enterApps } from "./entry.ts";
import { talkInForums } from "./forum.ts";
import { forumTalk } from "./forum-talk.ts";
import { demoPeople } from "./people.ts";
import { giveStanding } from "./standing.ts";
import { ascendersTalk } from "./talk-ascenders.ts";
import { hubTalk } from "./talk-hub.ts";
import { immortalsTalk } from "./talk-immortals.ts";
import { neothinkersTalk } from "./talk-neothinkers.ts";
import { demoId, timelineOf } from "./timeline.ts";

/** Where the demo data goes: a migrated database, as its owner, and the auth service in front of it. */
export type DemoTarget = { adminUrl: string; authUrl: string; secretKey: string };

/** What the demo data holds. */
export type DemoReport = {
  people: number;
  posts: number;
  comments: number;
  likes: number;
  milliseconds: number;
};

/** Everything that is said in the demo data. */
export const demoTalk = [...hubTalk, ...ascendersTalk, ...neothinkersTalk, ...immortalsTalk];

/**
 * Fills a new database with a small community: accounts through the auth service, everything else
 * through the rules, so that awards, balances and streaks are what the rules give. Runs again after
 * an interruption and adds only what is missing.
 */
export async function seedDemo({ adminUrl, authUrl, secretKey }: DemoTarget): Promise<DemoReport> {
  const started = performance.now();
  const now = new Date();
  const acts = timelineOf(demoPeople, demoTalk, now);
  await createAccounts(demoPeople, { authUrl, secretKey });
  await backdateAccounts(demoPeople, adminUrl, now);
  await closePool();
  openPool(adminUrl);
  try {
    await giveStanding(demoPeople, now);
    await Promise.all(demoPeople.map((person) => enterApps(person, now)));
    await actAll(acts, demoPeople);
    await talkInForums(forumTalk, demoPeople, now);
  } finally {
    await closePool();
  }
  await backdateEntries(adminUrl);
  const count = (kind: string): number => acts.filter((act) => act.kind === kind).length;
  return {
    people: demoPeople.length,
    posts: count("post"),
    comments: count("comment"),
    likes: count("like"),
    milliseconds: Math.round(performance.now() - started),
  };
}

/** Lets the first entries have been completed when they were paid for; afterwards plans can know the rows. */
async function backdateEntries(adminUrl: string): Promise<void> {
  const ids = demoPeople.map(({ key }) => demoId(`person ${key}`));
  const paid = `(select a.user_id, a.platform, a.created_at from public.user_actions a
    where a.action_type = 'onboarding' and a.user_id = any ($1::uuid[])) as p`;
  await withClient(adminUrl, async (client) => {
    for (const statement of [
      `update public.user_onboarding t set completed_at = p.created_at, created_at = p.created_at
       from ${paid} where t.user_id = p.user_id and t.platform = p.platform`,
      `update public.user_achievements t set achieved_at = p.created_at
       from ${paid} where t.user_id = p.user_id and t.platform = p.platform`,
      `update public.platform_access t set granted_at = p.created_at
       from ${paid} where t.user_id = p.user_id and t.platform_slug = p.platform`,
    ]) {
      await client.query(statement, [ids]);
    }
    await client.query("analyze");
  });
}
