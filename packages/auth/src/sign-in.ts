import "server-only";
import type { User } from "@supabase/supabase-js";
import { pendingCookieName, sessionCookieName } from "./config.ts";
import {
  createPendingClient,
  createTransientClient,
  createWritableClient,
  forgetCookies,
} from "./server.ts";

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

/**
 * Signs in with a second factor's code.
 * @returns false when there is no pending sign-in, no factor, or the code is wrong.
 */
export async function verifySecondFactor(code: string): Promise<boolean> {
  const pending = await pendingSession();
  if (pending === null) {
    return false;
  }
  const client = await createTransientClient();
  const { data: restored } = await client.auth.setSession(pending);
  const factor = restored.user?.factors?.find(
    ({ status, factor_type }) => status === "verified" && factor_type === "totp",
  );
  if (factor === undefined) {
    return false;
  }
  const { data, error } = await client.auth.mfa.challengeAndVerify({ factorId: factor.id, code });
  if (error) {
    return false;
  }
  return (await adoptSession(data)) === "signed-in";
}
