import { type FeedMode, feedModes } from "@neothink/api/community/posts.schema";
import {
  isPlatformSlug,
  type Platform,
  type PlatformSlug,
  platforms,
} from "@neothink/brand/platforms";
import { isTokenType, type TokenType } from "@neothink/brand/tokens";

/** What part of the feed is shown; lives in the address. */
export interface FeedFilter {
  /** Null for all communities. */
  readonly platform: PlatformSlug | null;
  /** Null for all posts, tagged or not. */
  readonly tokenTag: TokenType | null;
  /** Section of the platform; null for all. */
  readonly section: string | null;
  readonly mode: FeedMode;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The app that belongs to no single community gathers the posts of all; the others show their own. */
function usualPlatform(brand: Platform): PlatformSlug | null {
  return brand.personaFlag === null ? null : brand.slug;
}

/** Reads the filter of an address; what it does not know counts as unset. */
export function parseFeedFilter(params: Params, brand: Platform): FeedFilter {
  const { from, mode, section, tag } = params;
  const token = typeof tag === "string" ? tag.toUpperCase() : "";
  const platform = platformOf(from, brand);
  const sections = platform ? platforms[platform].sections : [];
  return {
    platform,
    tokenTag: isTokenType(token) ? token : null,
    section: sections.find(({ slug }) => slug === section)?.slug ?? null,
    mode: feedModes.find((known) => known === mode) ?? "latest",
  };
}

function platformOf(from: Params[string], brand: Platform): PlatformSlug | null {
  if (from === "all") {
    return null;
  }
  return isPlatformSlug(from) ? from : usualPlatform(brand);
}

/** The address that shows this part of the feed; the usual one stays short. */
export function feedHref(filter: FeedFilter, brand: Platform): string {
  const params = new URLSearchParams();
  if (filter.platform !== usualPlatform(brand)) {
    params.set("from", filter.platform ?? "all");
  }
  if (filter.tokenTag) {
    params.set("tag", filter.tokenTag.toLowerCase());
  }
  if (filter.section) {
    params.set("section", filter.section);
  }
  if (filter.mode !== "latest") {
    params.set("mode", filter.mode);
  }
  const query = params.toString();
  return query ? `/community?${query}` : "/community";
}
