import type { Db } from "../core/identity.ts";

/** What a member lets others see and do. */
export interface PrivacyRow {
  readonly publicProfile: boolean;
  readonly showInDirectory: boolean;
  readonly showAchievements: boolean;
  readonly showActivity: boolean;
  readonly allowMentions: boolean;
  readonly allowMessages: boolean;
}

/** The member's own choices; undefined before the account has any. */
export async function findPrivacy(db: Db, userId: string): Promise<PrivacyRow | undefined> {
  return db
    .selectFrom("privacy_settings")
    .select([
      "public_profile as publicProfile",
      "show_in_directory as showInDirectory",
      "show_achievements as showAchievements",
      "show_activity as showActivity",
      "allow_mentions as allowMentions",
      "allow_messages as allowMessages",
    ])
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

/** Changes some of the member's own choices. */
export async function updatePrivacy(
  db: Db,
  userId: string,
  change: Partial<PrivacyRow>,
): Promise<void> {
  const set = {
    ...(change.publicProfile === undefined ? {} : { public_profile: change.publicProfile }),
    ...(change.showInDirectory === undefined ? {} : { show_in_directory: change.showInDirectory }),
    ...(change.showAchievements === undefined
      ? {}
      : { show_achievements: change.showAchievements }),
    ...(change.showActivity === undefined ? {} : { show_activity: change.showActivity }),
    ...(change.allowMentions === undefined ? {} : { allow_mentions: change.allowMentions }),
    ...(change.allowMessages === undefined ? {} : { allow_messages: change.allowMessages }),
  };
  if (Object.keys(set).length > 0) {
    await db.updateTable("privacy_settings").set(set).where("user_id", "=", userId).execute();
  }
}
