import { readAppOrigins, readBasePort } from "./env.ts";
import type { PlatformSlug } from "./platforms.ts";
import { platforms } from "./platforms.ts";

/**
 * The public origin of each app, read at run time: from APP_ORIGINS where it names the app, else
 * `http://localhost:<base port + n>`. For the server only; pass the result to the browser as props.
 */
export function appOrigins(): Record<PlatformSlug, string> {
  const named = readAppOrigins();
  const base = readBasePort();
  const local = (slug: PlatformSlug): string =>
    `http://localhost:${base + platforms[slug].portOffset}`;
  return {
    hub: named.hub ?? local("hub"),
    ascenders: named.ascenders ?? local("ascenders"),
    neothinkers: named.neothinkers ?? local("neothinkers"),
    immortals: named.immortals ?? local("immortals"),
  };
}
