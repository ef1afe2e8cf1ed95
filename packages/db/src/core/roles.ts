import { sql } from "kysely";
import type { Db } from "./identity.ts";

/** What the current identity may do across the network, as the tables say. */
export interface Roles {
  readonly guardian: boolean;
  readonly editor: boolean;
  readonly moderator: boolean;
  readonly operator: boolean;
}

/** Reads the roles of the identity that `db` runs as, in one statement. */
export async function findRoles(db: Db): Promise<Roles> {
  const { rows } = await sql<Roles>`
    select app.is_guardian() as guardian, app.is_editor() as editor,
      app.is_moderator() as moderator, app.is_operator() as operator`.execute(db);
  const [roles] = rows;
  if (!roles) {
    throw new Error("A select without a table gave no row.");
  }
  return roles;
}
