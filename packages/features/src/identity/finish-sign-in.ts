import "server-only";
import { type Caller, createCaller } from "@neothink/api/core/caller";
import { FullName, InviteCode, ReferrerId } from "@neothink/api/identity/profile.schema";
import { issuerOf, memberClaims } from "@neothink/auth/claims";
import { authEnv } from "@neothink/auth/env";
import { createTransientClient } from "@neothink/auth/server";
import type { SessionTokens } from "@neothink/auth/sign-in";
import { adoptSession } from "@neothink/auth/sign-in";
import { brand } from "@neothink/brand/current";
import { headers } from "next/headers";
import { requestIdOf } from "../shell/request-id.ts";

/**
 * Takes over what a newcomer entered when signing up: name, invitation, who brought them. It rides
 * in the account's own metadata, so that it survives confirming on another device; the owner can
 * edit that, hence each part is checked here as any input. Repeating it changes nothing.
 * @returns false when the invitation could not be used.
 */
export async function welcomeNewcomer(session: SessionTokens): Promise<boolean> {
  const data: Record<string, unknown> = { ...session.user.user_metadata };
  const name = FullName.safeParse(data.name ?? data.full_name);
  const invite = InviteCode.safeParse(data.invite);
  const referrer = ReferrerId.safeParse(data.ref);
  if (!name.success && !invite.success && !referrer.success) {
    return true;
  }
  const caller = await callerOf(session);
  if (caller === null) {
    return true;
  }
  if (name.success) {
    await attempt(caller.identity.profile.adoptName({ fullName: name.data }));
  }
  const invited = invite.success
    ? await attempt(caller.identity.invite.redeem({ code: invite.data }))
    : true;
  if (referrer.success) {
    await attempt(caller.identity.referral.create({ referrerId: referrer.data }));
  }
  return invited;
}

/** The new session's cookie is only on its way out, so the caller is made from its token. */
async function callerOf(session: SessionTokens): Promise<Caller | null> {
  const client = await createTransientClient();
  const { data } = await client.auth.getClaims(session.access_token);
  const claims = memberClaims(data?.claims, issuerOf(authEnv().supabaseUrl));
  const requestId = requestIdOf(await headers());
  return claims === null ? null : createCaller({ claims, brand, requestId });
}

/** A refused extra must not keep anybody out. */
async function attempt(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch {
    return false;
  }
}

/**
 * Ends a sign-in: stores the session, welcomes a newcomer.
 * @returns the path to go to.
 */
export async function finishSignIn(session: SessionTokens, next: string): Promise<string> {
  const outcome = await adoptSession(session);
  if (outcome === "second-factor") {
    return `/sign-in?step=second-factor&next=${encodeURIComponent(next)}`;
  }
  const invited = await welcomeNewcomer(session);
  return invited || next !== "/onboarding" ? next : "/onboarding?invite=closed";
}
