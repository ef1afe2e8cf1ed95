import { isLoopback } from "./hosts.ts";

/** What decides where a mail link or a redirect may lead. */
export interface RedirectRules {
  siteUrl: string;
  /** Origins or globs: `*` stays within one label or path segment, `**` crosses them. */
  allowedOrigins: readonly string[];
}

/** The first allowed address among what the caller asked for; the site's own address otherwise. */
export function chooseRedirect(rules: RedirectRules, asked: readonly (string | null)[]): string {
  for (const candidate of asked) {
    if (candidate && isAllowedRedirect(rules, candidate)) {
      return new URL(candidate).href;
    }
  }
  return rules.siteUrl;
}

/** Whether an address belongs to the site, to an allowed origin or, in development, to loopback. */
export function isAllowedRedirect(rules: RedirectRules, address: string): boolean {
  const url = parseWebAddress(address);
  if (!url) {
    return false;
  }
  const site = new URL(rules.siteUrl);
  if (url.origin === site.origin) {
    return true;
  }
  // A site on loopback is a developer's machine; nowhere else may a link lead to one.
  if (isLoopback(site.hostname) && isLoopback(url.hostname)) {
    return true;
  }
  const bare = `${url.origin}${url.pathname}${url.search}`;
  return rules.allowedOrigins.some((entry) =>
    hasPath(entry) ? globToRegExp(entry).test(bare) : isOriginAllowed([entry], url.origin),
  );
}

/** Whether a browser's `Origin` is on the list. */
export function isOriginAllowed(allowed: readonly string[], origin: string): boolean {
  return allowed.some((entry) => {
    const wanted = hasPath(entry)
      ? entry.replace(/^(https?:\/\/[^/]*)\/.*$/, "$1")
      : entry.replace(/\/$/, "");
    return wanted.includes("*") ? globToRegExp(wanted).test(origin) : wanted === origin;
  });
}

function hasPath(entry: string): boolean {
  return /^https?:\/\/[^/]+\/./.test(entry);
}

function parseWebAddress(address: string): URL | null {
  // Browsers read a backslash as a slash and drop control characters: both hide another host.
  if (address.length > 2048 || address.includes("\\") || hasControlCharacter(address)) {
    return null;
  }
  const url = URL.parse(address);
  const web = url?.protocol === "http:" || url?.protocol === "https:";
  return url && web && url.username === "" && url.password === "" ? url : null;
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\u007f");
}

function globToRegExp(glob: string): RegExp {
  const source = glob
    .split(/(\*\*|\*)/)
    .map((part) => {
      if (part === "**") {
        return ".*";
      }
      return part === "*" ? "[^./]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`);
}
