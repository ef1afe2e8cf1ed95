import type { Db } from "@neothink/db/core/identity";
import type { ProfileChange } from "@neothink/db/identity/profiles";
import {
  findOwnProfile,
  findTimezone,
  updateProfile,
  updateTimezone,
} from "@neothink/db/identity/profiles";
import type { Viewer } from "../core/context.ts";
import { NotFound } from "../core/errors.ts";
import type { ProfileUpdate } from "./profile.schema.ts";

/** A member's own profile, as the settings show it. */
export interface Profile {
  id: string;
  email: string | null;
  fullName: string;
  bio: string;
  avatarUrl: string | null;
  timezone: string;
  valuePaths: string[];
  joinedAt: Date;
}

function accountGone(): NotFound {
  return new NotFound("account_gone", "This account does not exist any more.");
}

/**
 * The viewer's profile.
 * @throws NotFound when the account has gone while its session lived on.
 */
export async function readProfile(db: Db, viewer: Viewer): Promise<Profile> {
  const [profile, timezone] = await Promise.all([
    findOwnProfile(db, viewer.id),
    findTimezone(db, viewer.id),
  ]);
  if (profile === undefined) {
    throw accountGone();
  }
  return {
    id: viewer.id,
    email: viewer.claims.email ?? null,
    fullName: profile.full_name ?? "",
    bio: profile.bio ?? "",
    avatarUrl: profile.avatar_url,
    timezone: timezone ?? "UTC",
    valuePaths: profile.value_paths,
    joinedAt: profile.created_at,
  };
}

/** The name to greet with: the first word of the full name. */
export function firstNameOf(fullName: string): string {
  return fullName.trim().split(/\s+/u)[0]?.slice(0, 100) ?? "";
}

/**
 * Changes what the viewer sent and leaves the rest.
 * @throws NotFound when the account has gone.
 */
export async function changeProfile(db: Db, userId: string, input: ProfileUpdate): Promise<void> {
  const change: ProfileChange = {
    ...(input.fullName === undefined
      ? {}
      : { full_name: input.fullName, first_name: firstNameOf(input.fullName) }),
    ...(input.bio === undefined ? {} : { bio: input.bio === "" ? null : input.bio }),
    ...(input.valuePaths === undefined ? {} : { value_paths: [...new Set(input.valuePaths)] }),
  };
  if (Object.keys(change).length > 0 && !(await updateProfile(db, userId, change))) {
    throw accountGone();
  }
  if (input.timezone !== undefined) {
    await updateTimezone(db, userId, input.timezone);
  }
}

/** Takes over the name given at sign-up, unless the member has one already. */
export async function adoptName(db: Db, userId: string, fullName: string): Promise<void> {
  const profile = await findOwnProfile(db, userId);
  if (profile && (profile.full_name ?? "") === "") {
    await changeProfile(db, userId, { fullName });
  }
}
