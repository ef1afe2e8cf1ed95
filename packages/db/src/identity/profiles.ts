import type { Db } from "../core/identity.ts";

/** A member's own profile, as the member may read it. */
export interface OwnProfile {
  id: string;
  full_name: string | null;
  first_name: string | null;
  avatar_url: string | null;
  bio: string | null;
  is_guardian: boolean;
  subscription_status: string | null;
  subscription_tier: string | null;
  subscription_period_end: Date | null;
  platforms: string[];
  value_paths: string[];
  onboarding_completed: boolean;
  created_at: Date;
}

const ownProfileColumns = [
  "id",
  "full_name",
  "first_name",
  "avatar_url",
  "bio",
  "is_guardian",
  "subscription_status",
  "subscription_tier",
  "subscription_period_end",
  "platforms",
  "value_paths",
  "onboarding_completed",
  "created_at",
] as const;

/** The viewer's own profile, or undefined when the account has none yet. */
export async function findOwnProfile(db: Db, userId: string): Promise<OwnProfile | undefined> {
  return db
    .selectFrom("profiles")
    .select(ownProfileColumns)
    .where("id", "=", userId)
    .executeTakeFirst();
}

/** What a member may change about themself. */
export interface ProfileChange {
  full_name?: string | null;
  first_name?: string | null;
  bio?: string | null;
  avatar_url?: string | null;
  value_paths?: string[];
}

/** Changes the viewer's profile; false when there is none. */
export async function updateProfile(
  db: Db,
  userId: string,
  change: ProfileChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("profiles")
    .set(change)
    .where("id", "=", userId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The viewer's IANA time zone. */
export async function findTimezone(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("users")
    .select("timezone")
    .where("id", "=", userId)
    .executeTakeFirst();
  return row?.timezone;
}

/** Sets the viewer's IANA time zone. */
export async function updateTimezone(db: Db, userId: string, timezone: string): Promise<void> {
  await db.updateTable("users").set({ timezone }).where("id", "=", userId).execute();
}

/** What a member tells the others of one app. */
export interface PlatformProfile {
  display_name: string | null;
  bio: string | null;
  interests: string[];
  expertise: string[];
}

/** The viewer's profile in one app. */
export async function findPlatformProfile(
  db: Db,
  userId: string,
  platform: string,
): Promise<PlatformProfile | undefined> {
  return db
    .selectFrom("user_profiles")
    .select(["display_name", "bio", "interests", "expertise"])
    .where("user_id", "=", userId)
    .where("platform", "=", platform)
    .executeTakeFirst();
}

/** Writes the viewer's profile in one app. */
export async function upsertPlatformProfile(
  db: Db,
  userId: string,
  platform: string,
  profile: PlatformProfile,
): Promise<void> {
  await db
    .insertInto("user_profiles")
    .values({ user_id: userId, platform, ...profile })
    .onConflict((oc) => oc.columns(["user_id", "platform"]).doUpdateSet(profile))
    .execute();
}
