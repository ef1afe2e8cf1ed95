import { platforms } from "@neothink/brand/platforms";
import { describe, expect, it } from "vitest";
import { feedHref, parseFeedFilter } from "./feed-filter.ts";

const { hub, ascenders } = platforms;

describe("the part of the feed that an address shows", () => {
  it("is the app's own community, in the hub all of them", () => {
    expect(parseFeedFilter({}, ascenders)).toEqual({ platform: "ascenders", tokenTag: null });
    expect(parseFeedFilter({}, hub)).toEqual({ platform: null, tokenTag: null });
  });

  it("ignores what it does not know", () => {
    const odd = { from: "elsewhere", tag: "GOLD" };
    expect(parseFeedFilter(odd, ascenders)).toEqual(parseFeedFilter({}, ascenders));
    expect(parseFeedFilter({ tag: ["live", "love"] }, hub).tokenTag).toBeNull();
  });

  it.each([
    [hub, { platform: null, tokenTag: null }, "/community"],
    [hub, { platform: "ascenders", tokenTag: "LIVE" }, "/community?from=ascenders&tag=live"],
    [ascenders, { platform: "ascenders", tokenTag: null }, "/community"],
    [ascenders, { platform: null, tokenTag: "LOVE" }, "/community?from=all&tag=love"],
  ] as const)("comes back from the address that it gave", (brand, filter, href) => {
    expect(feedHref(filter, brand)).toBe(href);
    const params = Object.fromEntries(new URL(href, "http://x").searchParams);
    expect(parseFeedFilter(params, brand)).toEqual(filter);
  });
});
