import type { Db } from "../core/identity.ts";

/** Why a streak bonus was paid; belongs to exactly one ledger entry. For the service. */
export async function insertStreakReward(
  db: Db,
  reward: {
    userId: string;
    actionId: string;
    entryId: string;
    amount: string;
    streak: number;
    together: boolean;
  },
): Promise<void> {
  await db
    .insertInto("fibonacci_token_rewards")
    .values({
      user_id: reward.userId,
      action_id: reward.actionId,
      ledger_entry_id: reward.entryId,
      tokens_awarded: reward.amount,
      streak: reward.streak,
      reward_type: reward.together ? "collaboration" : "individual",
    })
    .execute();
}

/** Why a collaboration bonus was paid; belongs to exactly one ledger entry. For the service. */
export async function insertCollaborationBonus(
  db: Db,
  bonus: {
    userId: string;
    actionId: string;
    entryId: string;
    amount: string;
    groupActionId?: string | undefined;
  },
): Promise<void> {
  await db
    .insertInto("collaboration_bonuses")
    .values({
      user_id: bonus.userId,
      action_id: bonus.actionId,
      ledger_entry_id: bonus.entryId,
      bonus_amount: bonus.amount,
      group_action_id: bonus.groupActionId ?? null,
    })
    .execute();
}

/** Counts an action as participation. For the service. */
export async function insertParticipation(
  db: Db,
  participation: {
    userId: string;
    platform: string;
    activityType: string;
    actionId: string;
    points: number;
  },
): Promise<void> {
  await db
    .insertInto("participation")
    .values({
      user_id: participation.userId,
      platform: participation.platform,
      activity_type: participation.activityType,
      action_id: participation.actionId,
      points: participation.points,
    })
    .execute();
}

/** Sets the points that an action counts for: none once it was taken back. For the service. */
export async function updateParticipationPoints(
  db: Db,
  actionId: string,
  points: number,
): Promise<void> {
  await db.updateTable("participation").set({ points }).where("action_id", "=", actionId).execute();
}
