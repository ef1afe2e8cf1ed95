import { closePool, openPool } from "@neothink/db/core/pool";
import { actAll } from "./acting.ts";
import { backdate } from "./backdate.ts";
import { backdateAccounts, createAccounts } from "./demo-accounts.ts";
import { enterApps } from "./entry.ts";
import { followEachOther } from "./follows.ts";
import { talkInForums } from "./forum.ts";
import { forumTalk } from "./forum-talk.ts";
import { demoPeople } from "./people.ts";
import { giveStanding } from "./standing.ts";
import { ascendersTalk } from "./talk-ascenders.ts";
import { hubTalk } from "./talk-hub.ts";
import { immortalsTalk } from "./talk-immortals.ts";
import { neothinkersTalk } from "./talk-neothinkers.ts";
import { timelineOf } from "./timeline.ts";

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
    await followEachOther(demoPeople, now);
    await actAll(acts, demoPeople);
    await talkInForums(forumTalk, demoPeople, now);
  } finally {
    await closePool();
  }
  await backdate(demoPeople, adminUrl);
  const count = (kind: string): number => acts.filter((act) => act.kind === kind).length;
  return {
    people: demoPeople.length,
    posts: count("post"),
    comments: count("comment"),
    likes: count("like"),
    milliseconds: Math.round(performance.now() - started),
  };
}
