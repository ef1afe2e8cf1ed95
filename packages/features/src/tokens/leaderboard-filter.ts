import { categories, periods } from "@neothink/api/tokens/leaderboard.schema";
import { isPlatformSlug, type PlatformSlug } from "@neothink/brand/platforms";
import { isTokenType, type TokenType } from "@neothink/brand/tokens";

/** Which leaderboard is shown; lives in the address. */
export interface LeaderboardChoice {
  readonly period: (typeof periods)[number];
  readonly token: TokenType;
  readonly site: PlatformSlug | null;
  readonly category: (typeof categories)[number] | null;
  readonly teamId: string | null;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the choice of an address; what it does not know counts as unset. */
export function parseLeaderboard(params: Params, ownToken: TokenType): LeaderboardChoice {
  const { period, token, site, category, team } = params;
  const name = typeof token === "string" ? token.toUpperCase() : "";
  return {
    period: periods.find((each) => each === period) ?? "week",
    token: isTokenType(name) ? name : ownToken,
    site: isPlatformSlug(site) ? site : null,
    category: categories.find((each) => each === category) ?? null,
    teamId: typeof team === "string" && uuid.test(team) ? team : null,
  };
}

/** The address of a choice. */
export function leaderboardHref(choice: LeaderboardChoice): string {
  const params = new URLSearchParams({
    period: choice.period,
    token: choice.token.toLowerCase(),
    ...(choice.site ? { site: choice.site } : {}),
    ...(choice.category ? { category: choice.category } : {}),
    ...(choice.teamId ? { team: choice.teamId } : {}),
  });
  return `/leaderboard?${params}`;
}
