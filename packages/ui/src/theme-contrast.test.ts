import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "./contrast.ts";

type Variables = Record<string, string>;

const apps = readdirSync(new URL("../../../apps/", import.meta.url)).filter(
  (name) => !name.startsWith("."),
);

/** The variables that the first rule with exactly this selector sets. */
function variablesOf(css: string, selector: string): Variables {
  const start = css.indexOf(`\n${selector} {`);
  const block = css.slice(start, css.indexOf("\n}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/giu)].map((m) => [m[1] ?? "", m[2] ?? ""]),
  );
}

const base = readFileSync(new URL("./styles.css", import.meta.url), "utf8");

function themeOf(slug: string, mode: "light" | "dark"): Variables {
  const own = readFileSync(
    new URL(`../../../apps/${slug}/src/app/theme.css`, import.meta.url),
    "utf8",
  );
  const light = { ...variablesOf(base, ":root"), ...variablesOf(own, ":root") };
  return mode === "light"
    ? light
    : { ...light, ...variablesOf(base, ".dark"), ...variablesOf(own, ".dark") };
}

const surfaces = ["background", "card", "popover", "muted"];
const text: [string, readonly string[]][] = [
  ["foreground", [...surfaces, "secondary", "accent", "brand-soft"]],
  ["muted-foreground", [...surfaces, "secondary", "accent", "brand-soft"]],
  ["brand-text", [...surfaces, "secondary", "brand-soft"]],
  ["primary-foreground", ["primary", "primary-hover"]],
  ["secondary-foreground", ["secondary"]],
  ["destructive-foreground", ["destructive"]],
  ["destructive", [...surfaces, "destructive-soft"]],
  ["success", [...surfaces, "success-soft"]],
  ["warning", [...surfaces, "warning-soft"]],
  ["info", [...surfaces, "info-soft"]],
  ["token-luck", [...surfaces, "token-luck-soft"]],
  ["token-live", [...surfaces, "token-live-soft"]],
  ["token-love", [...surfaces, "token-love-soft"]],
  ["token-life", [...surfaces, "token-life-soft"]],
];
const parts: [string, readonly string[]][] = [
  ["input", ["background", "card", "popover"]],
  ["ring", [...surfaces, "brand-soft"]],
  ["primary", surfaces],
  ["brand", ["background", "card"]],
];

describe.each(apps)("%s", (slug) => {
  describe.each(["light", "dark"] as const)("%s", (mode) => {
    const theme = themeOf(slug, mode);
    const measure = (front: string, back: string): number =>
      contrast(theme[front] ?? `missing --${front}`, theme[back] ?? `missing --${back}`);

    it.each(text)("writes %s at 4.5:1 or more on each of its surfaces", (front, backs) => {
      const weak = backs.filter((back) => measure(front, back) < 4.5);
      expect(weak.map((back) => `${back} ${measure(front, back).toFixed(2)}`)).toEqual([]);
    });

    it.each(parts)("draws %s at 3:1 or more on each of its surfaces", (front, backs) => {
      const weak = backs.filter((back) => measure(front, back) < 3);
      expect(weak.map((back) => `${back} ${measure(front, back).toFixed(2)}`)).toEqual([]);
    });
  });
});

it("measures the four apps", () => {
  expect(apps.toSorted()).toEqual(["ascenders", "hub", "immortals", "neothinkers"]);
});

describe("contrast", () => {
  it("is 21 between black and white and 1 with itself", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#c2410c", "#c2410c")).toBe(1);
  });

  it("refuses what is no colour", () => {
    expect(() => contrast("orange", "#ffffff")).toThrow("orange");
  });
});
