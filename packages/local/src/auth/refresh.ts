import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import { row, run } from "./database.ts";
import { AuthError } from "./errors.ts";
import { logAuth, logSecurity } from "./history.ts";
import type { AuthRequest, Reply } from "./http.ts";
import { ok } from "./http.ts";
import { parseBody } from "./inputs.ts";
import { limitNetwork } from "./rate-limits.ts";
import type { SessionRow } from "./sessions.ts";
import { findSession, refreshKeyOf, sessionColumns, sessionEnd, sessionJson } from "./sessions.ts";
import { lifetimes } from "./settings.ts";
import type { RefreshToken } from "./tokens.ts";
import { isSignedBy, readRefreshToken } from "./tokens.ts";
import type { UserRow } from "./users.ts";
import { findUser, isBanned } from "./users.ts";

const RefreshGrant = z.object({ refresh_token: z.string().min(1) });

/**
 * `POST /token?grant_type=refresh_token`. The token that is valid now rotates; the one before it,
 * or any used within ten seconds of the last rotation, is answered with the current one (answers
 * get lost, tabs race); an older one ends the session, since it must have been copied.
 */
export async function refresh(auth: AuthContext, request: AuthRequest): Promise<Reply> {
  const input = parseBody(RefreshGrant, request.body);
  const { refreshesPerFiveMinutes } = auth.settings.limits;
  const presented = readRefreshToken(input.refresh_token);
  const session = presented ? await findSession(auth.db, presented.sessionId) : null;
  const key = session ? refreshKeyOf(auth, session) : null;
  if (!presented || !session || !key || !isSignedBy(presented, key)) {
    await limitNetwork(auth.db, "refresh", request.caller.ip, 300, refreshesPerFiveMinutes);
    throw notFound();
  }
  // A good token counts for its session: behind one address there may be a whole office.
  await limitNetwork(auth.db, "refresh", session.id, 300, refreshesPerFiveMinutes);
  const user = await findUser(auth.db, session.user_id);
  if (!user) {
    throw notFound();
  }
  if (isBanned(user)) {
    throw new AuthError(400, "user_banned", "User is banned");
  }
  const ended = sessionEnd(session);
  if (ended) {
    await run(auth.db, "delete from auth_local.sessions where id = $1", [session.id]);
    throw ended;
  }
  return ok(await sessionJson(auth, await rotate(auth, request, session, presented, user), user));
}

function notFound(): AuthError {
  return new AuthError(
    400,
    "refresh_token_not_found",
    "Invalid Refresh Token: Refresh Token Not Found",
  );
}

async function rotate(
  auth: AuthContext,
  request: AuthRequest,
  session: SessionRow,
  presented: RefreshToken,
  user: UserRow,
): Promise<SessionRow> {
  const behind = Number(session.refresh_counter) - presented.counter;
  if (behind < 0) {
    throw notFound();
  }
  if (behind === 0) {
    const { ip, userAgent } = request.caller;
    const rotated = await row<SessionRow>(
      auth.db,
      `update auth_local.sessions
       set refresh_counter = refresh_counter + 1, refreshed_at = now(),
         ip_address = $3, user_agent = coalesce($4, user_agent)
       where id = $1 and refresh_counter = $2
       returning ${sessionColumns}`,
      [session.id, presented.counter, ip, userAgent],
    );
    if (rotated) {
      return rotated;
    }
    return reissue(auth, session.id);
  }
  const sinceRotation = Date.now() - session.refreshed_at.getTime();
  const { caller, path, method } = request;
  const details = { session_id: session.id, behind };
  const inTime = sinceRotation <= lifetimes.refreshReuse * 1000;
  if (behind === 1 && !inTime) {
    const event = { type: "suspicious_activity", severity: "low", userId: user.id } as const;
    await logSecurity(auth.db, { ...event, caller, path, method, details });
  }
  if (behind === 1 || inTime) {
    return reissue(auth, session.id);
  }
  await run(auth.db, "delete from auth_local.sessions where id = $1", [session.id]);
  await logAuth(auth.db, { userId: user.id, action: "refresh_token_reused", caller, details });
  await logSecurity(auth.db, {
    type: "session_hijacking_attempt",
    severity: "high",
    userId: user.id,
    caller,
    path,
    method,
    details,
  });
  throw new AuthError(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used");
}

/** The session as it is now, for a caller that lost a race or an answer. */
async function reissue(auth: AuthContext, sessionId: string): Promise<SessionRow> {
  const current = await row<SessionRow>(
    auth.db,
    `update auth_local.sessions set reissues = reissues + 1 where id = $1
     returning ${sessionColumns}`,
    [sessionId],
  );
  if (!current) {
    throw notFound();
  }
  return current;
}
