import type { Db } from "../core/identity.ts";

/** How far a member is in the onboarding of one app. */
export interface OnboardingRow {
  platform: string;
  current_step: string;
  completed_steps: string[];
  skipped_at: Date | null;
  completed_at: Date | null;
}

const columns = [
  "platform",
  "current_step",
  "completed_steps",
  "skipped_at",
  "completed_at",
] as const;

/** The onboarding of one app, or undefined before its first step. */
export async function findOnboarding(
  db: Db,
  userId: string,
  platform: string,
): Promise<OnboardingRow | undefined> {
  return db
    .selectFrom("user_onboarding")
    .select(columns)
    .where("user_id", "=", userId)
    .where("platform", "=", platform)
    .executeTakeFirst();
}

/** As {@link findOnboarding}, holding the row until the transaction ends. Needs the service's rights. */
export async function findOnboardingForUpdate(
  db: Db,
  userId: string,
  platform: string,
): Promise<OnboardingRow | undefined> {
  return db
    .selectFrom("user_onboarding")
    .select(columns)
    .where("user_id", "=", userId)
    .where("platform", "=", platform)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes where a member stands; begins the onboarding when there is no row. */
export async function upsertOnboarding(
  db: Db,
  userId: string,
  state: Pick<OnboardingRow, "platform" | "current_step" | "completed_steps" | "skipped_at">,
): Promise<void> {
  const { platform, ...change } = state;
  await db
    .insertInto("user_onboarding")
    .values({ user_id: userId, platform, ...change })
    .onConflict((oc) => oc.columns(["user_id", "platform"]).doUpdateSet(change))
    .execute();
}

/**
 * Stamps the onboarding of an app as complete. Needs the service's rights.
 * @returns false when it was complete before.
 */
export async function updateOnboardingCompleted(
  db: Db,
  userId: string,
  platform: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("user_onboarding")
    .set({ completed_at: new Date(), skipped_at: null, current_step: "community" })
    .where("user_id", "=", userId)
    .where("platform", "=", platform)
    .where("completed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Marks the profile as onboarded, at the first app only. Needs the service's rights. */
export async function updateProfileOnboarded(db: Db, userId: string): Promise<void> {
  await db
    .updateTable("profiles")
    .set({ onboarding_completed: true, onboarding_completed_at: new Date() })
    .where("id", "=", userId)
    .where("onboarding_completed", "=", false)
    .execute();
}

/** Answers to an assessment and what was worked out; `results` is null while it is unfinished. */
export interface AssessmentRow {
  answers: unknown;
  results: unknown;
  completed_at: Date;
}

/** The viewer's assessment of one kind in one app. */
export async function findAssessment(
  db: Db,
  key: { userId: string; platform: string; type: string },
): Promise<AssessmentRow | undefined> {
  return db
    .selectFrom("user_assessments")
    .select(["answers", "results", "completed_at"])
    .where("user_id", "=", key.userId)
    .where("platform", "=", key.platform)
    .where("assessment_type", "=", key.type)
    .executeTakeFirst();
}

/** Writes answers and results of an assessment. */
export async function upsertAssessment(
  db: Db,
  key: { userId: string; platform: string; type: string },
  value: { answers: object; results: object },
): Promise<void> {
  const change = {
    answers: JSON.stringify(value.answers),
    results: JSON.stringify(value.results),
  };
  await db
    .insertInto("user_assessments")
    .values({
      user_id: key.userId,
      platform: key.platform,
      assessment_type: key.type,
      ...change,
    })
    .onConflict((oc) =>
      oc
        .columns(["user_id", "platform", "assessment_type"])
        .doUpdateSet({ ...change, completed_at: new Date() }),
    )
    .execute();
}

/** Keeps the answers of an assessment that is still open; a finished one stays as it is. */
export async function upsertAnswers(
  db: Db,
  key: { userId: string; platform: string; type: string },
  answers: object,
): Promise<void> {
  const json = JSON.stringify(answers);
  await db
    .insertInto("user_assessments")
    .values({
      user_id: key.userId,
      platform: key.platform,
      assessment_type: key.type,
      answers: json,
    })
    .onConflict((oc) =>
      oc
        .columns(["user_id", "platform", "assessment_type"])
        .doUpdateSet({ answers: json })
        .where("user_assessments.results", "is", null),
    )
    .execute();
}

/** The community tools that the viewer joined in one app. */
export async function findCommunityChoice(
  db: Db,
  userId: string,
  platform: string,
): Promise<string[]> {
  const row = await db
    .selectFrom("user_community")
    .select("joined_features")
    .where("user_id", "=", userId)
    .where("platform", "=", platform)
    .executeTakeFirst();
  return row?.joined_features ?? [];
}

/** Writes the community tools that the viewer joins in one app. */
export async function upsertCommunityChoice(
  db: Db,
  userId: string,
  platform: string,
  features: string[],
): Promise<void> {
  await db
    .insertInto("user_community")
    .values({ user_id: userId, platform, joined_features: features })
    .onConflict((oc) =>
      oc.columns(["user_id", "platform"]).doUpdateSet({ joined_features: features }),
    )
    .execute();
}

/** A small thing that an app remembers for the viewer, or undefined. */
export async function findPlatformState(
  db: Db,
  key: { userId: string; platform: string; key: string },
): Promise<unknown> {
  const row = await db
    .selectFrom("platform_state")
    .select("value")
    .where("user_id", "=", key.userId)
    .where("platform", "=", key.platform)
    .where("key", "=", key.key)
    .executeTakeFirst();
  return row?.value;
}

/** Remembers a small thing for the viewer. */
export async function upsertPlatformState(
  db: Db,
  key: { userId: string; platform: string; key: string },
  value: object,
): Promise<void> {
  const json = JSON.stringify(value);
  await db
    .insertInto("platform_state")
    .values({ user_id: key.userId, platform: key.platform, key: key.key, value: json })
    .onConflict((oc) => oc.columns(["user_id", "platform", "key"]).doUpdateSet({ value: json }))
    .execute();
}

/**
 * Gives a member an achievement of a platform. Needs the service's rights.
 * @returns false when the member has it already, or there is none of this name.
 */
export async function insertAchieved(
  db: Db,
  { userId, platform, name }: { userId: string; platform: string; name: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("user_achievements")
    .columns(["user_id", "achievement_id", "platform"])
    .expression((eb) =>
      eb
        .selectFrom("achievements")
        .select((select) => [
          select.val(userId).$castTo<string>().as("user_id"),
          "achievements.id",
          "achievements.platform",
        ])
        .where("achievements.platform", "=", platform)
        .where("achievements.name", "=", name),
    )
    .onConflict((oc) => oc.columns(["user_id", "achievement_id"]).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
