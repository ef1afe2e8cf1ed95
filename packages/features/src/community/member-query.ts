import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import { type PlatformSlug, platformSlugs } from "@neothink/brand/platforms";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";

/** One card of the directory. */
export type MemberCardData = RouterOutputs["community"]["members"]["list"]["items"][number];

/** A public profile. */
export type MemberData = RouterOutputs["community"]["members"]["get"];

/** What the directory is narrowed to; it stands in the address. */
export interface MemberFilter {
  readonly name?: string;
  readonly platform?: PlatformSlug;
  readonly interest?: string;
}

type Params = Record<string, string | string[] | undefined>;

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 80) ?? "";
}

/** Reads the filter from the address; what it does not know is left out. */
export function parseMemberFilter(params: Params): MemberFilter {
  const name = one(params.name);
  const interest = one(params.interest);
  const platform = platformSlugs.find((slug) => slug === one(params.platform));
  return {
    ...(name ? { name } : {}),
    ...(platform ? { platform } : {}),
    ...(interest ? { interest } : {}),
  };
}

/** The address of a filtered directory. */
export function memberFilterHref(filter: MemberFilter): string {
  const params = new URLSearchParams();
  for (const key of ["name", "platform", "interest"] as const) {
    const value = filter[key];
    if (value) {
      params.set(key, value);
    }
  }
  const query = params.toString();
  return query ? `/members?${query}` : "/members";
}

type Api = TRPCOptionsProxy<AppRouter>;

/** The endless directory. */
export function membersOptions(api: Api, filter: MemberFilter) {
  return api.community.members.list.infiniteQueryOptions(filter, {
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The endless list of what a member wrote. */
export function contributionsOptions(api: Api, memberId: string) {
  return api.community.members.contributions.infiniteQueryOptions(
    { memberId },
    { getNextPageParam: (page) => page.nextCursor },
  );
}
