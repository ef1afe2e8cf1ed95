import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { platformSlugs } from "@neothink/brand/platforms";
import type { Route } from "@neothink/brand/routes";
import { routes } from "@neothink/brand/routes";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { differences, planApp } from "./routes.ts";

const everything = (): boolean => true;

const manifest: readonly Route[] = [
  {
    kind: "page",
    path: "/",
    group: "public",
    owner: "app",
    module: "landing/landing-page",
    platforms: platformSlugs,
  },
  {
    kind: "page",
    path: "/community/[postId]",
    group: "member",
    owner: "features",
    module: "community/post-page",
    platforms: platformSlugs,
  },
  {
    kind: "handler",
    path: "/sso/authorize",
    module: "identity/authorize-route",
    methods: ["GET", "HEAD"],
    platforms: ["hub"],
    maxDuration: 30,
  },
];

function lastLines(text: string | undefined): string[] {
  return (text ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("//"));
}

describe("the plan of an app", () => {
  const { files } = planApp("hub", manifest, everything);
  const source = (path: string): string[] => lastLines(files.get(`apps/hub/src/app/${path}`));

  it("writes a shared page as one line that points into features", () => {
    expect(source("(member)/community/[postId]/page.tsx")).toEqual([
      'export { default, generateMetadata } from "@neothink/features/community/post-page";',
    ]);
  });

  it("writes an own page as one line that points into the app", () => {
    expect(source("(public)/page.tsx")).toEqual([
      'export { default, generateMetadata } from "../../landing/landing-page.tsx";',
    ]);
  });

  it("writes a handler with its methods, and its segment values as literals", () => {
    expect(source("sso/authorize/route.ts")).toEqual([
      'export { GET, HEAD } from "@neothink/features/identity/authorize-route";',
      "export const maxDuration = 30;",
    ]);
  });

  it("gives each section that the app has its frame, and no other", () => {
    expect(files.has("apps/hub/src/app/(member)/loading.tsx")).toBe(true);
    expect(files.has("apps/hub/src/app/(public)/layout.tsx")).toBe(true);
    expect(files.has("apps/hub/src/app/(admin)/layout.tsx")).toBe(false);
  });

  it("says in each error file itself that it runs in the browser", () => {
    expect(source("(member)/error.tsx").at(0)).toBe('"use client";');
  });

  it("leaves out addresses of other platforms", () => {
    const other = planApp("immortals", manifest, everything);
    expect(other.files.has("apps/immortals/src/app/sso/authorize/route.ts")).toBe(false);
  });

  it("names the modules that nobody has written, and plans no page for them", () => {
    const plan = planApp("hub", manifest, (path) => !path.endsWith("post-page"));
    expect(plan.missing).toEqual(["packages/features/src/community/post-page"]);
    expect([...plan.files.keys()].filter((path) => path.includes("[postId]"))).toEqual([]);
  });
});

describe("the files on disk", () => {
  let root = "";
  const plan = planApp("hub", manifest, everything);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "routes-"));
    const own = new Map([
      ["apps/hub/src/app/theme.css", ""],
      ["apps/hub/src/app/icon.svg", ""],
    ]);
    for (const [path, text] of [...plan.files, ...own]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("are accepted when they are as planned", () => {
    expect(differences(root, "hub", plan)).toEqual([]);
  });

  it("are refused when one holds more than its line", () => {
    const path = "apps/hub/src/app/(public)/page.tsx";
    writeFileSync(join(root, path), `${plan.files.get(path)}export const revalidate = 60;\n`);
    expect(differences(root, "hub", plan)).toEqual([{ path, problem: "differs" }]);
  });

  it("are refused when one is missing or not planned", () => {
    rmSync(join(root, "apps/hub/src/app/sso/authorize/route.ts"));
    writeFileSync(join(root, "apps/hub/src/app/extra.tsx"), "");
    expect(differences(root, "hub", plan)).toEqual([
      { path: "apps/hub/src/app/sso/authorize/route.ts", problem: "missing" },
      { path: "apps/hub/src/app/extra.tsx", problem: "stray" },
    ]);
  });

  it("are refused when the app has no theme", () => {
    rmSync(join(root, "apps/hub/src/app/theme.css"));
    expect(differences(root, "hub", plan)).toEqual([
      { path: "apps/hub/src/app/theme.css", problem: "missing" },
    ]);
  });
});

describe("the repository", () => {
  const root = fileURLToPath(new URL("../", import.meta.url)).replace(/\/$/u, "");

  it("names no address twice", () => {
    for (const slug of platformSlugs) {
      const paths = routes.filter((r) => r.platforms.includes(slug)).map((r) => r.path);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  it.each(platformSlugs)("has in %s exactly the files that the manifest says", (slug) => {
    // Whether every module is written is for the check on the command line.
    const exists = (path: string): boolean =>
      [".tsx", ".ts"].some((extension) => {
        try {
          readFileSync(join(root, `${path}${extension}`));
          return true;
        } catch {
          return false;
        }
      });
    const found = differences(root, slug, planApp(slug, routes, exists));
    expect(found.filter(({ problem }) => problem !== "module not written")).toEqual([]);
  });
});
