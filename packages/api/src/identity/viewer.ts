import type { Platform } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import type { RoleRow } from "@neothink/db/identity/access";
import { listAccess, listRoles } from "@neothink/db/identity/access";
import { findOnboarding } from "@neothink/db/identity/onboarding";
import { findOwnProfile } from "@neothink/db/identity/profiles";
import type { Viewer } from "../core/context.ts";
import { NotFound } from "../core/errors.ts";
import type { PlatformAccess } from "./access.ts";
import { accessOf } from "./access.ts";
import type { OnboardingStatus } from "./onboarding-steps.ts";
import { progressOf } from "./onboarding-steps.ts";

/** Everything that frames and menus need to know of the signed-in member. */
export interface ViewerFacts {
  id: string;
  email: string | null;
  fullName: string | null;
  avatarUrl: string | null;
  tier: "premium" | "superachiever" | null;
  guardian: boolean;
  roles: RoleRow[];
  access: PlatformAccess[];
  /** The onboarding of the app that was asked. */
  onboarding: { status: OnboardingStatus; done: number; total: number };
}

/**
 * Who the viewer is, in one call.
 * @throws NotFound when the account has gone while its session lived on.
 */
export async function readViewer(db: Db, viewer: Viewer, brand: Platform): Promise<ViewerFacts> {
  const [profile, rows, roles, onboarding] = await Promise.all([
    findOwnProfile(db, viewer.id),
    listAccess(db, viewer.id),
    listRoles(db, viewer.id),
    findOnboarding(db, viewer.id, brand.slug),
  ]);
  if (profile === undefined) {
    throw new NotFound("account_gone", "This account does not exist any more.");
  }
  const progress = progressOf(brand, onboarding);
  return {
    id: viewer.id,
    email: viewer.claims.email ?? null,
    fullName: profile.full_name,
    avatarUrl: profile.avatar_url,
    tier: runningTier(profile),
    guardian: profile.is_guardian,
    roles,
    access: accessOf(rows, profile.is_guardian),
    onboarding: {
      status: progress.status,
      done: progress.completed.length,
      total: progress.steps.length,
    },
  };
}

interface Subscription {
  subscription_status: string | null;
  subscription_tier: string | null;
  subscription_period_end: Date | null;
}

function runningTier(subscription: Subscription): ViewerFacts["tier"] {
  const { subscription_status: status, subscription_tier: tier } = subscription;
  const end = subscription.subscription_period_end;
  const running = status === "active" || status === "trialing";
  if (!running || (end !== null && end.getTime() <= Date.now())) {
    return null;
  }
  return tier === "premium" || tier === "superachiever" ? tier : null;
}
