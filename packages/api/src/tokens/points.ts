// Facts of the domain: the first week pays one point for every action, whatever its kind.
const trialPointDays = 7;
const actionExperience = 10;

/** Points that an action adds to participation; none when the award was refused by a limit. */
export function participationPoints(facts: {
  actionPoints: number;
  accountDays: number;
  paid: boolean;
}): number {
  if (!facts.paid) {
    return 0;
  }
  return facts.accountDays < trialPointDays ? Math.min(1, facts.actionPoints) : facts.actionPoints;
}

/** Experience of an action: ten, and twice as much when it was done together. */
export function experience(together: boolean): number {
  return together ? actionExperience * 2 : actionExperience;
}
