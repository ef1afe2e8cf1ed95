import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Remembers a choice of the member for this app. */
export async function upsertChoice(
  db: Db,
  choice: {
    readonly userId: string;
    readonly platform: string;
    readonly key: string;
    readonly value: string;
  },
): Promise<void> {
  const value = JSON.stringify(choice.value);
  await db
    .insertInto("platform_state")
    .values({ user_id: choice.userId, platform: choice.platform, key: choice.key, value })
    .onConflict((conflict) =>
      conflict.columns(["user_id", "platform", "key"]).doUpdateSet({
        value: sql`excluded.value`,
      }),
    )
    .execute();
}
