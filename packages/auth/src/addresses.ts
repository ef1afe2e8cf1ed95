import type { Route } from "@neothink/brand/routes";
import { routes } from "@neothink/brand/routes";

/** What the gate does with an address: members only, visitors only, or anybody. */
export type AddressKind = "member" | "visitor" | "open";

/** Pages that have nothing for somebody who is signed in. */
const visitorPaths: ReadonlySet<string> = new Set(["/", "/sign-in", "/sign-up"]);

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function matches(route: Route, segments: readonly string[]): boolean {
  const pattern = segmentsOf(route.path);
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => part.startsWith("[") || part === segments[index])
  );
}

function isMemberPage(route: Route): boolean {
  return route.kind === "page" && route.group !== "public" && route.group !== "auth";
}

/**
 * What kind of address a path is. Route handlers and unknown paths are open: a handler answers for
 * itself, and an unknown path is told so.
 */
export function addressKind(pathname: string): AddressKind {
  const path = pathname === "/" ? "/" : pathname.replace(/\/+$/, "");
  if (visitorPaths.has(path)) {
    return "visitor";
  }
  const segments = segmentsOf(path);
  const route = routes.find((candidate) => matches(candidate, segments));
  return route !== undefined && isMemberPage(route) ? "member" : "open";
}
