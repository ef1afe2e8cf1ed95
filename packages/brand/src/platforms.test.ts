import { describe, expect, it } from "vitest";
import { isPlatformSlug, platformSlugs, platforms } from "./platforms.ts";
import { routes } from "./routes.ts";
import { isTokenType, tokenTypes } from "./tokens.ts";

describe("the four platforms", () => {
  it("stand under their own slug, each with a token, a port and a meeting day of its own", () => {
    const all = platformSlugs.map((slug) => platforms[slug]);
    expect(all.map(({ slug }) => slug)).toEqual([...platformSlugs]);
    expect(new Set(all.map(({ token }) => token))).toEqual(new Set(tokenTypes));
    expect(new Set(all.map(({ portOffset }) => portOffset)).size).toBe(4);
    expect(new Set(all.map(({ meetingDay }) => meetingDay)).size).toBe(4);
  });

  it.each(platformSlugs)("link in %s only to addresses that the app has", (slug) => {
    const paths = routes.filter((route) => route.platforms.includes(slug)).map(({ path }) => path);
    const dead = platforms[slug].navigation.filter(({ href }) => !paths.includes(href));
    expect(dead).toEqual([]);
  });

  it("are told from other words", () => {
    expect(isPlatformSlug("ascenders")).toBe(true);
    expect(isPlatformSlug("ascender")).toBe(false);
    expect(isPlatformSlug(undefined)).toBe(false);
    expect(isTokenType("LUCK")).toBe(true);
    expect(isTokenType("luck")).toBe(false);
  });
});
