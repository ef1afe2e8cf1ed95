import { describe, expect, it } from "vitest";
import { forumHref, forumInput, parseForumFilter } from "./forum-filter.ts";

const categories = ["general", "offers"];

describe("the part of the forum that an address shows", () => {
  it("is the same after a way through the address", () => {
    for (const address of [
      "/forum",
      "/forum?sort=top&section=offers&tag=first-offer&state=solved",
      "/forum?show=unread",
      "/forum?sort=unanswered&show=own",
    ]) {
      const params = Object.fromEntries(new URL(address, "http://x").searchParams);
      expect(forumHref(parseForumFilter(params, categories))).toBe(address);
    }
  });

  it("leaves out what it does not know", () => {
    const strange = { sort: "by-mood", section: "sleep", tag: "<b>", state: ["open"], show: "all" };
    expect(forumInput(parseForumFilter(strange, categories))).toEqual({ sort: "latest" });
  });
});
