import { noContent } from "@neothink/auth/callback";
import { endedPath } from "@neothink/auth/ended";
import { isChallenge } from "@neothink/auth/handoff";
import { redirectTo, refuse, sendTo } from "@neothink/auth/route-response";
import { safeNext } from "@neothink/auth/safe-next";
import { createReadOnlyClient, getViewerClaims } from "@neothink/auth/server";
import { appOrigins } from "@neothink/brand/origins";
import { isPlatformSlug } from "@neothink/brand/platforms";
import type { NextResponse } from "next/server";
import { caller } from "../shell/trpc-server.tsx";

/**
 * `GET /sso/authorize?app=&state=&code_challenge=&next=` on the hub: gives a signed-in member a
 * ticket for another app. It only ever leads to that app's own origin.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const { searchParams, pathname, search } = new URL(request.url);
  const app = searchParams.get("app");
  const state = searchParams.get("state");
  const challenge = searchParams.get("code_challenge");
  if (!isPlatformSlug(app) || !isChallenge(challenge) || !isChallenge(state)) {
    return refuse(400, "This address is incomplete.");
  }
  const here = `${pathname}${search}`;
  if ((await getViewerClaims()) === null) {
    return redirectTo(`/sign-in?next=${encodeURIComponent(here)}`);
  }
  if (!(await stillSignedIn())) {
    return redirectTo(endedPath(here));
  }
  const api = await caller();
  const { ticket } = await api.identity.handoff.issue({
    app,
    challenge,
    returnTo: safeNext(searchParams.get("next")),
  });
  const target = new URL("/auth/handoff", appOrigins()[app]);
  target.searchParams.set("ticket", ticket);
  target.searchParams.set("state", state);
  return sendTo(target);
}

/** Asks the auth service: a session that was ended elsewhere must not open another app. */
async function stillSignedIn(): Promise<boolean> {
  const { data } = await (await createReadOnlyClient()).auth.getUser();
  return data.user !== null;
}

export const HEAD = noContent;
