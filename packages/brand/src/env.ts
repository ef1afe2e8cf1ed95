import { z } from "zod";
import type { PlatformSlug } from "./platforms.ts";
import { isPlatformSlug, platformSlugs } from "./platforms.ts";

const origins = z.partialRecord(
  z.enum(platformSlugs),
  z.url().transform((url) => new URL(url).origin),
);
const port = z.coerce.number().int().min(1).max(65532);

const originsHelp =
  'APP_ORIGINS gives the public origin of each app as JSON, for example {"hub":"https://go.neothink.io"}. ' +
  `Its keys are ${platformSlugs.join(", ")}, its values absolute addresses.`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The origins that the environment names, without trailing slash; apps it leaves out are absent.
 * Throws when APP_ORIGINS is set and not a map of slug to address.
 */
export function readAppOrigins(): Partial<Record<PlatformSlug, string>> {
  const text = process.env.APP_ORIGINS;
  if (text === undefined || text === "") {
    return {};
  }
  const parsed = origins.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new Error(originsHelp);
  }
  const named: Partial<Record<PlatformSlug, string>> = {};
  for (const [slug, origin] of Object.entries(parsed.data)) {
    if (isPlatformSlug(slug)) {
      named[slug] = origin;
    }
  }
  return named;
}

/** The port of the hub when the four apps run on one machine; the others follow it. Default 3000. */
export function readBasePort(): number {
  const text = process.env.APP_BASE_PORT;
  if (text === undefined || text === "") {
    return 3000;
  }
  const parsed = port.safeParse(text);
  if (!parsed.success) {
    throw new Error(
      "APP_BASE_PORT is the port of the hub; the other apps take the next three. It must be a number from 1 to 65532, for example 3000.",
    );
  }
  return parsed.data;
}
