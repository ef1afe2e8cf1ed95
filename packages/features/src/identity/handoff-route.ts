import { noContent } from "@neothink/auth/callback";
import {
  digestOf,
  handoffCookieName,
  isChallenge,
  randomSecret,
  sameSecret,
} from "@neothink/auth/handoff";
import { redirectTo, sendTo } from "@neothink/auth/route-response";
import { safeNext } from "@neothink/auth/safe-next";
import { openSessionFor } from "@neothink/auth/sign-in";
import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { cookies } from "next/headers";
import type { NextResponse } from "next/server";
import { caller } from "../shell/trpc-server.tsx";
import { finishSignIn } from "./finish-sign-in.ts";

const lifeSeconds = 10 * 60;

/**
 * `GET /auth/handoff`: without a ticket it begins a hand-off from the hub, with one it ends it.
 * State and verifier stay in this browser, so a ticket that strays is worth nothing elsewhere.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const { searchParams } = new URL(request.url);
  const ticket = searchParams.get("ticket");
  return ticket === null
    ? begin(safeNext(searchParams.get("next")))
    : finish(ticket, searchParams.get("state"));
}

async function begin(next: string): Promise<NextResponse> {
  const state = randomSecret();
  const verifier = randomSecret();
  const secure = appOrigins()[brand.slug].startsWith("https:");
  (await cookies()).set(handoffCookieName, `${state}.${verifier}`, {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/auth/handoff",
    maxAge: lifeSeconds,
  });
  const target = new URL("/sso/authorize", appOrigins().hub);
  target.searchParams.set("app", brand.slug);
  target.searchParams.set("state", state);
  target.searchParams.set("code_challenge", digestOf(verifier));
  target.searchParams.set("next", next);
  return sendTo(target);
}

async function finish(ticket: string, state: string | null): Promise<NextResponse> {
  const jar = await cookies();
  const [expected, verifier] = jar.get(handoffCookieName)?.value.split(".") ?? [];
  jar.set(handoffCookieName, "", { path: "/auth/handoff", maxAge: 0 });
  const ours =
    isChallenge(ticket) &&
    isChallenge(state) &&
    expected !== undefined &&
    verifier !== undefined &&
    sameSecret(state, expected);
  if (!ours) {
    return redirectTo("/sign-in?error=handoff");
  }
  const api = await caller();
  const redeemed = await api.identity.handoff.redeem({ ticket, verifier }).catch(() => null);
  const session = redeemed === null ? null : await openSessionFor(redeemed.email);
  if (redeemed === null || session === null) {
    return redirectTo("/sign-in?error=handoff");
  }
  return redirectTo(await finishSignIn(session, safeNext(redeemed.returnTo)));
}

export const HEAD = noContent;
