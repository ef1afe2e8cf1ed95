import { platforms } from "@neothink/brand/platforms";
import { describe, expect, it } from "vitest";
import { feedHref, parseFeedFilter } from "./feed-filter.ts";

const { hub, ascenders } = platforms;
const plain = { platform: null, tokenTag: null, section: null, mode: "latest" } as const;

describe("the part of the feed that an address shows", () => {
  it("is the app's own community, in the hub all of them", () => {
    expect(parseFeedFilter({}, ascenders)).toEqual({
      ...plain,
      platform: "ascenders",
    });
    expect(parseFeedFilter({}, hub)).toEqual(plain);
  });

  it("ignores what it does not know", () => {
    const odd = { from: "elsewhere", tag: "GOLD", section: "moon", mode: "loud" };
    expect(parseFeedFilter(odd, ascenders)).toEqual(parseFeedFilter({}, ascenders));
    expect(parseFeedFilter({ tag: ["live", "love"] }, hub).tokenTag).toBeNull();
  });

  it.each([
    [hub, plain, "/community"],
    [
      hub,
      { ...plain, platform: "ascenders", tokenTag: "LIVE" },
      "/community?from=ascenders&tag=live",
    ],
    [ascenders, { ...plain, platform: "ascenders" }, "/community"],
    [
      ascenders,
      { ...plain, platform: "ascenders", section: "flow", mode: "for-you" },
      "/community?section=flow&mode=for-you",
    ],
    [ascenders, { ...plain, tokenTag: "LOVE" }, "/community?from=all&tag=love"],
  ] as const)("comes back from the address that it gave", (brand, filter, href) => {
    expect(feedHref(filter, brand)).toBe(href);
    const params = Object.fromEntries(new URL(href, "http://x").searchParams);
    expect(parseFeedFilter(params, brand)).toEqual(filter);
  });
});
