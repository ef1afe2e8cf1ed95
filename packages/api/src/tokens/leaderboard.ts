import {
  findShown,
  type LeaderboardRow,
  listLeaders,
  listOwnTeams,
  type TeamChoiceRow,
  updateShown,
} from "@neothink/db/tokens/leaderboard";
import type { MemberContext } from "../core/context.ts";
import type { ListLeaders, SetShown } from "./leaderboard.schema.ts";

const places = 50;

/** The best of a period, with the viewer's own place. */
export async function readLeaders(
  { db, viewer, brand }: MemberContext,
  { period = "week", token, site, category, teamId }: ListLeaders,
): Promise<LeaderboardRow[]> {
  return listLeaders(db, viewer.id, {
    period,
    tokenType: token ?? brand.token,
    site: site ?? null,
    category: category ?? null,
    teamId: teamId ?? null,
    limit: places,
  });
}

/** What the viewer can choose on leaderboards, and whether others see them there. */
export interface LeaderboardChoices {
  readonly teams: readonly TeamChoiceRow[];
  readonly shown: boolean;
}

/** The viewer's teams and whether they are shown. */
export async function readChoices({ db, viewer }: MemberContext): Promise<LeaderboardChoices> {
  const [teams, shown] = await Promise.all([listOwnTeams(db, viewer.id), findShown(db, viewer.id)]);
  return { teams, shown };
}

/** Shows the viewer's activity to others, or hides it; leaderboards follow at once. */
export async function setShown({ db, viewer }: MemberContext, { shown }: SetShown): Promise<void> {
  await updateShown(db, viewer.id, shown);
}
