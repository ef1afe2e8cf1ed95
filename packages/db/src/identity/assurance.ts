import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Whether the account has a second factor that the session of `db` has not passed. */
export async function findOwesSecondFactor(db: Db): Promise<boolean> {
  const { rows } = await sql<{ owes: boolean }>`select app.owes_second_factor() as owes`.execute(
    db,
  );
  return rows[0]?.owes ?? true;
}
