import { createHash } from "node:crypto";
import type { DemoPerson } from "./people.ts";
import type { DemoPost } from "./talk.ts";

/** Something that somebody did, and what had to be there first. */
export type DemoAct = {
  /** Name that is the same in every run. */
  key: string;
  by: string;
  at: Date;
  /** Act that this one answers; null for posts. */
  on: string | null;
  post: DemoPost;
} & (
  | { kind: "post" | "like" }
  | { kind: "comment"; text: string; parent: string | null }
  | { kind: "reaction"; reaction: (typeof reactions)[number] }
);

const reactions = ["love", "celebrate", "insightful"] as const;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A number from 0 to 99 that depends on the text alone. */
export function share(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) % 100;
}

/** The id that a thing of the demo data has in every database, so that sending it twice makes one. */
export function demoId(key: string): string {
  const hex = createHash("sha256").update(`neothink demo ${key}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** Whether somebody may read a post of these readers. */
export function mayRead(person: DemoPerson, post: DemoPost): boolean {
  switch (post.visibility ?? "public") {
    case "public":
      return person.platforms.length > 0;
    case "premium":
      return person.tier !== undefined;
    case "superachiever":
      return person.tier === "superachiever";
    case "private":
      return person.key === post.by;
  }
}

/** Everything that was done, oldest first; nothing lies after `now` or before what it answers. */
export function timelineOf(
  people: readonly DemoPerson[],
  posts: readonly DemoPost[],
  now: Date,
): DemoAct[] {
  const acts: DemoAct[] = [];
  const latest = now.getTime() - minute;
  const at = (milliseconds: number): Date => new Date(Math.min(milliseconds, latest));
  for (const post of posts) {
    // A minute or two aside, so that the day does not run on full hours.
    const posted = now.getTime() - post.daysAgo * day - share(post.key) * (minute / 3);
    const key = `post ${post.key}`;
    acts.push({ kind: "post", key, by: post.by, at: at(posted), on: null, post });
    let before = key;
    for (const [index, { by, after, text, answers }] of (post.comments ?? []).entries()) {
      const own = `comment ${post.key} ${index}`;
      const said = at(posted + after * hour + share(own) * (minute / 4));
      const parent = answers === undefined ? null : `comment ${post.key} ${answers}`;
      acts.push({ kind: "comment", key: own, by, at: said, on: before, text, parent, post });
      before = own;
    }
    for (const person of people) {
      if (person.key !== post.by && mayRead(person, post)) {
        acts.push(...applauseOf(person, post, (hours) => at(posted + hours * hour)));
      }
    }
  }
  return acts.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What somebody likes of a post, and with what feeling. */
function applauseOf(person: DemoPerson, post: DemoPost, later: (hours: number) => Date): DemoAct[] {
  const acts: DemoAct[] = [];
  const common = { by: person.key, on: `post ${post.key}`, post };
  const own = `like ${post.key} ${person.key}`;
  if (share(own) < likedBy(person, post)) {
    const at = later(1 + share(`${own} when`) / 4);
    acts.push({ ...common, kind: "like", key: own, at });
  }
  const felt = `reaction ${post.key} ${person.key}`;
  if (share(felt) < likedBy(person, post) / 4) {
    const reaction = reactions[share(`${felt} which`) % reactions.length] ?? "love";
    const at = later(1 + share(`${felt} when`) / 4);
    acts.push({ ...common, kind: "reaction", key: felt, at, reaction });
  }
  return acts;
}

/** Of a hundred posts, how many somebody likes: more at home than abroad. */
function likedBy(person: DemoPerson, post: DemoPost): number {
  return person.platforms.includes(post.platform) ? 55 : 12;
}
