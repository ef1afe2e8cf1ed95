import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { PlatformSlug } from "@neothink/brand/platforms";
import { platformSlugs } from "@neothink/brand/platforms";
import type { HandlerRoute, PageGroup, PageRoute, Route } from "@neothink/brand/routes";
import { routes } from "@neothink/brand/routes";

/** Says whether a module path without extension names a file, e.g. `packages/ui/src/button`. */
export type ModuleExists = (path: string) => boolean;

export interface Plan {
  /** Path from the repository root -> text of the file. */
  files: Map<string, string>;
  /** Modules that the manifest names and nobody has written. */
  missing: string[];
}

const note = "// Written by tooling/routes.ts from packages/brand/src/routes.ts.\n";
/** Files of an app's `src/app` that belong to the app itself. */
const ownFiles = ["theme.css", "icon.svg"];
const groups: readonly PageGroup[] = ["public", "auth", "focus", "member", "admin"];
/** Sections whose pages wait for data: they show a skeleton, and may find nothing. */
const groupsThatLoad: readonly PageGroup[] = ["focus", "member", "admin"];

function features(module: string): string {
  return `@neothink/features/${module}`;
}

function moduleFile(route: PageRoute | HandlerRoute, slug: PlatformSlug): string {
  const own = route.kind === "page" && route.owner === "app";
  return `${own ? `apps/${slug}` : "packages/features"}/src/${route.module}`;
}

function folderOf(route: Route): string {
  const segments = route.path.split("/").filter(Boolean);
  const group = route.kind === "page" ? [`(${route.group})`] : [];
  return [...group, ...segments].join("/");
}

function pageSource(route: PageRoute, folder: string): string {
  const up = "../".repeat(folder.split("/").length + 1);
  const module = route.owner === "app" ? `${up}${route.module}.tsx` : features(route.module);
  return `${note}export { default, generateMetadata } from "${module}";\n`;
}

function handlerSource(route: HandlerRoute): string {
  const literal =
    route.maxDuration === undefined ? "" : `\nexport const maxDuration = ${route.maxDuration};\n`;
  return `${note}export { ${route.methods.join(", ")} } from "${features(route.module)}";\n${literal}`;
}

function frameFiles(own: readonly Route[]): Map<string, string> {
  const lines = (exported: string, module: string): string =>
    `${note}export { ${exported} } from "${features(`shell/${module}`)}";\n`;
  const client = (module: string): string => `"use client";\n\n${lines("default", module)}`;
  const root = lines("default, generateMetadata, viewport", "root-layout");
  const files = new Map([
    ["layout.tsx", root.replace(note, `${note}import "./theme.css";\n\n`)],
    ["not-found.tsx", lines("default, metadata", "not-found-page")],
    ["error.tsx", client("root-error-page")],
    ["global-error.tsx", client("global-error-page")],
    ["robots.ts", lines("default", "robots")],
    ["manifest.ts", lines("default", "manifest")],
  ]);
  for (const group of groups) {
    if (own.some((route) => route.kind === "page" && route.group === group)) {
      files.set(`(${group})/layout.tsx`, lines("default", `${group}-layout`));
      files.set(`(${group})/error.tsx`, client("error-page"));
      if (groupsThatLoad.includes(group)) {
        files.set(`(${group})/loading.tsx`, lines("default", `${group}-loading`));
        files.set(`(${group})/not-found.tsx`, lines("default", "member-not-found"));
      }
    }
  }
  return files;
}

const proxySource = `${note}import { proxy } from "@neothink/auth/proxy";

export default proxy;

export const config = {
  matcher: [
    "/((?!_next/static|_next/image|api/health|.*\\\\.(?:svg|png|ico|txt|xml|webmanifest|woff2)$).*)",
  ],
};
`;

/** The skeleton of a page: the one it names, or the one that lies beside it. */
function loadingOf(route: PageRoute, moduleExists: ModuleExists): string | undefined {
  if (route.loading !== undefined) {
    return route.loading;
  }
  const beside = route.module.replace(/-page$/u, "-loading");
  const found = route.owner === "features" && moduleExists(`packages/features/src/${beside}`);
  return found ? beside : undefined;
}

/**
 * The files of one app that follow from the manifest. A page whose module nobody has written is
 * left out and named in `missing`.
 */
export function planApp(
  slug: PlatformSlug,
  manifest: readonly Route[],
  moduleExists: ModuleExists,
): Plan {
  const own = manifest.filter((route) => route.platforms.includes(slug));
  const files = new Map<string, string>();
  const missing: string[] = [];
  const app = (path: string): string => `apps/${slug}/src/app/${path}`;
  for (const [path, source] of frameFiles(own)) {
    files.set(app(path), source);
  }
  files.set(`apps/${slug}/src/proxy.ts`, proxySource);
  for (const route of own) {
    const module = moduleFile(route, slug);
    if (!moduleExists(module)) {
      missing.push(module);
      continue;
    }
    const folder = folderOf(route);
    if (route.kind === "handler") {
      files.set(app(`${folder}/route.ts`), handlerSource(route));
      continue;
    }
    files.set(app(`${folder}/page.tsx`), pageSource(route, folder));
    const loading = loadingOf(route, moduleExists);
    if (loading !== undefined) {
      files.set(
        app(`${folder}/loading.tsx`),
        `${note}export { default } from "${features(loading)}";\n`,
      );
    }
  }
  return { files, missing };
}

function filesBelow(root: string, folder: string): string[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) {
    return [];
  }
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

export interface Difference {
  path: string;
  problem: "missing" | "differs" | "stray" | "module not written";
}

/** What lies on disk otherwise than planned, for one app. Empty when all is as it should be. */
export function differences(root: string, slug: PlatformSlug, plan: Plan): Difference[] {
  const found: Difference[] = plan.missing.map((path) => ({ path, problem: "module not written" }));
  const planned = new Set(plan.files.keys());
  for (const [path, text] of plan.files) {
    const absolute = join(root, path);
    if (!existsSync(absolute)) {
      found.push({ path, problem: "missing" });
    } else if (readFileSync(absolute, "utf8") !== text) {
      found.push({ path, problem: "differs" });
    }
  }
  for (const name of ownFiles) {
    const path = `apps/${slug}/src/app/${name}`;
    planned.add(path);
    if (!existsSync(join(root, path))) {
      found.push({ path, problem: "missing" });
    }
  }
  for (const path of filesBelow(root, `apps/${slug}/src/app`)) {
    if (!planned.has(path)) {
      found.push({ path, problem: "stray" });
    }
  }
  return found;
}

function apply(root: string, slug: PlatformSlug, plan: Plan): Difference[] {
  for (const { path, problem } of differences(root, slug, plan)) {
    const text = plan.files.get(path);
    if (problem === "stray") {
      rmSync(join(root, path));
    } else if (text !== undefined) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  return differences(root, slug, plan);
}

function main(): void {
  const root = fileURLToPath(new URL("../", import.meta.url)).replace(/\/$/u, "");
  const check = process.argv.includes("--check");
  const moduleExists: ModuleExists = (path) =>
    [".tsx", ".ts"].some((extension) => existsSync(join(root, `${path}${extension}`)));
  const found = platformSlugs.flatMap((slug) => {
    const plan = planApp(slug, routes, moduleExists);
    return check ? differences(root, slug, plan) : apply(root, slug, plan);
  });
  for (const line of new Set(found.map(({ path, problem }) => `${problem}: ${path}`))) {
    console.error(line);
  }
  if (found.length === 0) {
    console.log("routes: every file under apps is as the manifest says");
  } else if (check) {
    console.error("Run `node tooling/routes.ts`.");
    process.exitCode = 1;
  }
}

if (import.meta.main) {
  main();
}
