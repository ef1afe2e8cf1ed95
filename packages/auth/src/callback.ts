import { NextResponse } from "next/server";
import { noStore, redirectTo } from "./route-response.ts";
import { safeNext } from "./safe-next.ts";
import { createWritableClient } from "./server.ts";
import type { SessionTokens } from "./sign-in.ts";
import { adoptSession, owesSecondFactor } from "./sign-in.ts";

/**
 * `GET /auth/callback?code=`: turns the code of a mail link or provider into a session.
 * `onSignIn` runs before the person is sent on.
 */
export async function exchangeCode(
  request: Request,
  onSignIn: (session: SessionTokens) => Promise<void>,
): Promise<NextResponse> {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get("next"));
  const code = searchParams.get("code");
  if (code === null) {
    return redirectTo("/sign-in?error=link");
  }
  const client = await createWritableClient();
  const { data, error } = await client.auth.exchangeCodeForSession(code);
  if (error) {
    // The verifier stayed in the browser that asked for the mail.
    const reason = error.code === "pkce_code_verifier_not_found" ? "other-browser" : "link";
    return redirectTo(`/sign-in?error=${reason}`);
  }
  if (owesSecondFactor(data.session)) {
    await adoptSession(data.session);
    return redirectTo(`/sign-in?step=second-factor&next=${encodeURIComponent(next)}`);
  }
  await onSignIn(data.session);
  return redirectTo(next);
}

/** Mail scanners ask by HEAD first: nothing may be consumed by that. */
export function noContent(): NextResponse {
  return noStore(new NextResponse(null, { status: 204 }));
}
