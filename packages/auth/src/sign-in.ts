import "server-only";
import type { User } from "@supabase/supabase-js";
import { z } from "zod";
import { pendingCookieName, sessionCookieName } from "./config.ts";
import {
  createPendingClient,
  createServiceClient,
  createTransientClient,
  createWritableClient,
  forgetCookies,
  forgetVerifiers,
} from "./server.ts";
import { callService } from "./service-call.ts";

const Tokens = z.object({ access_token: z.string(), refresh_token: z.string() });

/** What a sign-in needs next. */
export type SignInOutcome = "signed-in" | "second-factor";

/** The parts of a session that this file moves about. */
export interface SessionTokens {
  access_token: string;
  refresh_token: string;
  user: User;
}

/** Whether the account has a verified second factor that this session has not passed. */
export function owesSecondFactor(session: SessionTokens): boolean {
  const enrolled = session.user.factors?.some((factor) => factor.status === "verified") ?? false;
  return enrolled && assuranceOf(session.access_token) !== "aal2";
}

/** Only for a token that the auth service handed us in this very call: nothing is verified. */
function assuranceOf(accessToken: string): unknown {
  const body = Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString("utf8");
  const payload: unknown = JSON.parse(body === "" ? "null" : body);
  return typeof payload === "object" && payload !== null && "aal" in payload ? payload.aal : null;
}

/**
 * Puts a new session where it belongs: into the session cookie, or, while the second factor is
 * owed, into the pending one, so that half a sign-in never opens a page.
 * @throws {AuthError} when the auth service does not know the session.
 */
export async function adoptSession(session: SessionTokens): Promise<SignInOutcome> {
  const owes = owesSecondFactor(session);
  await forgetCookies(owes ? sessionCookieName : pendingCookieName);
  await forgetVerifiers();
  const client = owes ? await createPendingClient() : await createWritableClient();
  const { error } = await client.auth.setSession({
    access_token: session.access_token,
    refresh_token: session.refresh_token,
  });
  if (error) {
    throw error;
  }
  return owes ? "second-factor" : "signed-in";
}

/** The half-finished sign-in of this browser, or null. Its tokens are checked at their use. */
export async function pendingSession(): Promise<SessionTokens | null> {
  const { data } = await (await createPendingClient()).auth.getSession();
  return data.session;
}

/** What came of a second factor's code. */
export type SecondFactorOutcome =
  | { status: "signed-in"; session: SessionTokens }
  | { status: "wrong-code" | "too-many" | "no-sign-in" };

/** Finishes the pending sign-in with a code of the authenticator. */
export async function verifySecondFactor(code: string): Promise<SecondFactorOutcome> {
  const pending = await pendingSession();
  if (pending === null) {
    return { status: "no-sign-in" };
  }
  const client = await createTransientClient();
  const { data: restored } = await client.auth.setSession({
    access_token: pending.access_token,
    refresh_token: pending.refresh_token,
  });
  const factor = restored.user?.factors?.find(
    ({ status, factor_type }) => status === "verified" && factor_type === "totp",
  );
  if (factor === undefined) {
    return { status: "no-sign-in" };
  }
  const { data, error } = await client.auth.mfa.challengeAndVerify({ factorId: factor.id, code });
  if (error) {
    return { status: error.status === 429 ? "too-many" : "wrong-code" };
  }
  await adoptSession(data);
  return { status: "signed-in", session: data };
}

/** Finishes the pending sign-in with one of the account's recovery codes. */
export async function redeemRecoveryCode(code: string): Promise<SecondFactorOutcome> {
  const pending = await pendingSession();
  if (pending === null) {
    return { status: "no-sign-in" };
  }
  const answer = await callService("/factors/recovery-codes/verify", {
    method: "POST",
    accessToken: pending.access_token,
    body: { code },
  });
  if (!answer.ok) {
    return { status: answer.status === 429 ? "too-many" : "wrong-code" };
  }
  const client = await createTransientClient();
  const { data } = await client.auth.setSession(Tokens.parse(answer.body));
  if (data.session === null) {
    return { status: "no-sign-in" };
  }
  await adoptSession(data.session);
  return { status: "signed-in", session: data.session };
}

/**
 * Opens a session for an account whose holder has proved themself on the hub, on this server's own
 * authority. The new session is aal1: a second factor is asked for again.
 * @returns null when the auth service refuses.
 */
export async function openSessionFor(email: string): Promise<SessionTokens | null> {
  const { data: link } = await createServiceClient().auth.admin.generateLink({
    type: "magiclink",
    email,
  });
  if (!link.properties) {
    return null;
  }
  const client = await createTransientClient();
  const { data } = await client.auth.verifyOtp({
    token_hash: link.properties.hashed_token,
    type: "magiclink",
  });
  return data.session;
}
