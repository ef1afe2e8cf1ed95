import type { PlatformSlug } from "@neothink/brand/platforms";
import { platformSlugs } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import type { AccessRow } from "@neothink/db/identity/access";
import { listAccess } from "@neothink/db/identity/access";

/** Why a platform is open to somebody, or is not. */
export type AccessReason = "guardian" | "member" | "trial" | "expired" | "taken" | "not_joined";

/** Whether a member may enter a platform, and why. */
export interface PlatformAccess {
  platform: PlatformSlug;
  open: boolean;
  reason: AccessReason;
  expiresAt: Date | null;
}

function reasonOf(row: AccessRow | undefined, guardian: boolean): AccessReason {
  if (guardian) {
    return "guardian";
  }
  if (row === undefined) {
    return "not_joined";
  }
  if (row.access_level === "none") {
    return "taken";
  }
  if (!row.open) {
    return "expired";
  }
  return row.access_level === "trial" ? "trial" : "member";
}

/** Turns access rows into an answer for each platform; guardians enter everywhere. */
export function accessOf(rows: readonly AccessRow[], guardian: boolean): PlatformAccess[] {
  return platformSlugs.map((platform) => {
    const row = rows.find(({ platform_slug }) => platform_slug === platform);
    const reason = reasonOf(row, guardian);
    return {
      platform,
      open: guardian || row?.open === true,
      reason,
      expiresAt: guardian ? null : (row?.expires_at ?? null),
    };
  });
}

/** The viewer's access to each of the four platforms. */
export async function readAccess(
  db: Db,
  userId: string,
  guardian: boolean,
): Promise<PlatformAccess[]> {
  return accessOf(await listAccess(db, userId), guardian);
}
