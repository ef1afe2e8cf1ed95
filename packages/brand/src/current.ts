import type { Platform, PlatformSlug } from "./platforms.ts";
import { isPlatformSlug, platformSlugs, platforms } from "./platforms.ts";

function readBrand(): Platform {
  // Spelled out in full: the build replaces exactly this expression by the slug.
  const slug = process.env.NEXT_PUBLIC_BRAND;
  if (!isPlatformSlug(slug)) {
    throw new Error(
      `NEXT_PUBLIC_BRAND says which platform this build is; it must be one of ${platformSlugs.join(", ")}, ` +
        `for example "ascenders". It is ${slug === undefined ? "not set" : JSON.stringify(slug)}.`,
    );
  }
  return platforms[slug];
}

/** The platform this build serves: a constant of the build. Throws on import when it is not set. */
export const brand: Platform = readBrand();

/** Whether a platform is the one that this build serves: to mark it in a list of all four. */
export function isCurrent(slug: PlatformSlug): boolean {
  return slug === brand.slug;
}
