import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { Keyset } from "../core/pagination.ts";
import { afterKeyset } from "../core/pagination.ts";

/** One event of an account. */
export interface AuthLogRow {
  id: string;
  action: string;
  platform: string | null;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  /** Postgres' own text of `created_at`, for the cursor. */
  cursorAt: string;
}

/** What happened to the member's account, newest first; one row more than a page holds. */
export async function listAuthLogs(
  db: Db,
  { userId, limit, after }: { userId: string; limit: number; after: Keyset | null },
): Promise<AuthLogRow[]> {
  return db
    .selectFrom("auth_logs")
    .select(["id", "action", "platform", "ip_address", "user_agent", "created_at"])
    .select(sql<string>`created_at::text`.as("cursorAt"))
    .where("user_id", "=", userId)
    .$if(after !== null, (query) =>
      after === null ? query : query.where(afterKeyset("created_at", "id", after)),
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}
