import { brand } from "@neothink/brand/current";
import type { NextResponse } from "next/server";
import { pendingCookieName, sessionCookieName } from "./config.ts";
import { appsShareCookie } from "./domains.ts";
import { isSameOrigin } from "./origin.ts";
import { redirectTo, refuse } from "./route-response.ts";
import { createWritableClient, forgetCookies, forgetVerifiers } from "./server.ts";

type Scope = "local" | "global" | "others";

function isScope(value: unknown): value is Scope {
  return value === "local" || value === "global" || value === "others";
}

/**
 * `POST /auth/sign-out` with an optional `scope` field (local, global, others).
 * The apps share one session cookie, so ending this session ends all four; where they are on
 * separate domains each holds a session of its own, and only `global` reaches them.
 */
export async function endSession(request: Request): Promise<NextResponse> {
  if (!isSameOrigin(request, brand.slug)) {
    return refuse(403, "This form was not sent by this site.");
  }
  const form = await request.formData().catch(() => null);
  const asked = form?.get("scope");
  const scope = isScope(asked) ? asked : defaultScope();
  const client = await createWritableClient();
  const { error } = await client.auth.signOut({ scope });
  if (scope === "others") {
    return redirectTo(
      error ? "/settings/sessions?error=others" : "/settings/sessions?ended=others",
    );
  }
  // The service may be out of reach, or know the session no more: this browser forgets it anyway.
  await forgetCookies(sessionCookieName);
  await forgetCookies(pendingCookieName);
  await forgetVerifiers();
  return redirectTo(error ? "/sign-in?signed-out=here" : "/sign-in?signed-out=1");
}

function defaultScope(): Scope {
  return appsShareCookie() ? "local" : "global";
}
