import { describe, expect, it } from "vitest";
import { demoAccounts } from "./accounts.ts";
import { demoPeople } from "./people.ts";
import { demoTalk } from "./seed.ts";
import { demoId, mayRead, timelineOf } from "./timeline.ts";

const now = new Date("2026-11-22T12:00:00Z");
const acts = timelineOf(demoPeople, demoTalk, now);

describe("the demo data", () => {
  it("tells everything in the order of time, after what it answers and before now", () => {
    const seen = new Set<string>();
    let before = 0;
    for (const act of acts) {
      expect(act.at.getTime()).toBeGreaterThanOrEqual(before);
      expect(act.at.getTime()).toBeLessThan(now.getTime());
      expect(act.on === null || seen.has(act.on)).toBe(true);
      expect(seen.has(act.key)).toBe(false);
      seen.add(act.key);
      before = act.at.getTime();
    }
  });

  // The hub comes along with every other app.
  it("lets nobody act before joining, or on what they may not read", () => {
    for (const act of acts) {
      const person = demoPeople.find(({ key }) => key === act.by);
      if (!person) {
        throw new Error(`Nobody is called ${act.by}.`);
      }
      expect(act.at.getTime()).toBeGreaterThan(now.getTime() - person.joinedDaysAgo * 86_400_000);
      expect(
        act.kind === "post"
          ? [...person.platforms, "hub"].includes(act.post.platform)
          : mayRead(person, act.post),
      ).toBe(true);
    }
  });

  it("has all four platforms, every token and every circle of readers", () => {
    const posts = acts.flatMap((act) => (act.kind === "post" ? [act.post] : []));
    expect(posts.length).toBeGreaterThanOrEqual(40);
    expect(new Set(posts.map(({ platform }) => platform)).size).toBe(4);
    expect(new Set(posts.map(({ tag }) => tag))).toEqual(
      new Set(["LUCK", "LIVE", "LOVE", "LIFE", null]),
    );
    expect(new Set(posts.map(({ visibility }) => visibility ?? "public")).size).toBe(4);
    expect(demoPeople.map(({ email }) => email)).toEqual(
      expect.arrayContaining(demoAccounts.map(({ email }) => email)),
    );
  });

  it("has ids that are the same in every run and a uuid in form", () => {
    expect(demoId("post ten-calls")).toBe(demoId("post ten-calls"));
    expect(demoId("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(acts.map(({ key }) => demoId(key))).size).toBe(acts.length);
  });
});
