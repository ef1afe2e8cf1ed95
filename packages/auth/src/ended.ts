import type { NextResponse } from "next/server";
import { sessionCookieName } from "./config.ts";
import { redirectTo } from "./route-response.ts";
import { safeNext } from "./safe-next.ts";
import { createWritableClient, forgetCookies } from "./server.ts";
import { owesSecondFactor } from "./sign-in.ts";

/** The address that clears a session which the service does not know any more. */
export function endedPath(next: string): string {
  return `/auth/ended?next=${encodeURIComponent(next)}`;
}

/**
 * `GET /auth/ended?next=`: a page has seen that the session was ended elsewhere, which its token
 * does not show until it runs out. Asks the service; only a dead or half session loses its cookie,
 * so the address can be opened by anybody without harm.
 */
export async function clearEnded(request: Request): Promise<NextResponse> {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  const client = await createWritableClient();
  const { data: stored } = await client.auth.getSession();
  const { data, error } = await client.auth.getUser();
  const unreachable = error !== null && (error.status === undefined || error.status >= 500);
  if (unreachable) {
    return redirectTo("/sign-in?error=unreachable");
  }
  const { session } = stored;
  const whole =
    session !== null &&
    data.user !== null &&
    !owesSecondFactor({
      access_token: session.access_token,
      refresh_token: session.refresh_token,
      user: data.user,
    });
  if (whole) {
    return redirectTo(next);
  }
  await forgetCookies(sessionCookieName);
  return redirectTo(`/sign-in?error=ended&next=${encodeURIComponent(next)}`);
}
