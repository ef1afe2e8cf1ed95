import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One row of access: which platform, how far, since when and until when. */
export interface AccessRow {
  platform_slug: string;
  access_level: string;
  source: string;
  granted_at: Date;
  expires_at: Date | null;
  /** False once the access has run out or was taken. */
  open: boolean;
}

/** Access rows of a member, also those that have run out. */
export async function listAccess(db: Db, userId: string): Promise<AccessRow[]> {
  return db
    .selectFrom("platform_access")
    .select(["platform_slug", "access_level", "source", "granted_at", "expires_at"])
    .select(
      sql<boolean>`access_level <> 'none' and (expires_at is null or expires_at > now())`.as(
        "open",
      ),
    )
    .where("user_id", "=", userId)
    .orderBy("platform_slug")
    .execute();
}

/**
 * Opens a platform to a member where nothing is open yet; what is open, or was taken by an
 * operator (`none`), stays. Needs the service's rights.
 * @returns whether a row was written.
 */
export async function insertAccess(
  db: Db,
  grant: { userId: string; platform: string; source: "onboarding" | "invite"; grantedBy?: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("platform_access")
    .values({
      user_id: grant.userId,
      platform_slug: grant.platform,
      source: grant.source,
      granted_by: grant.grantedBy ?? null,
    })
    .onConflict((oc) => oc.columns(["user_id", "platform_slug"]).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A role that a member holds in a community. */
export interface RoleRow {
  tenant: string;
  role: string;
  name: string;
}

/** The viewer's active roles, weightiest first. */
export async function listRoles(db: Db, userId: string): Promise<RoleRow[]> {
  return db
    .selectFrom("tenant_users")
    .innerJoin("tenants", "tenants.id", "tenant_users.tenant_id")
    .innerJoin("tenant_roles", "tenant_roles.id", "tenant_users.tenant_role_id")
    .select(["tenants.slug as tenant", "tenant_roles.slug as role", "tenant_roles.name as name"])
    .where("tenant_users.user_id", "=", userId)
    .where("tenant_users.status", "=", "active")
    .orderBy("tenant_roles.priority", "desc")
    .orderBy("tenants.slug")
    .execute();
}
