import type { AuthContext } from "./auth-context.ts";
import { AuthError } from "./errors.ts";
import type { AuthRequest, Handler, Reply } from "./http.ts";
import type { SessionRow } from "./sessions.ts";
import { findSession, sessionEnd } from "./sessions.ts";
import type { UserRow } from "./users.ts";
import { findUser, hasVerifiedFactor, isBanned } from "./users.ts";

/** Who shows an access token, with the session that it belongs to. */
export interface Viewer {
  user: UserRow;
  session: SessionRow;
}

/** What a route for members does. */
export type MemberHandler = (request: AuthRequest, viewer: Viewer) => Promise<Reply> | Reply;

/** Lets only holders of a valid access token through whose session still exists. */
export function forMember(auth: AuthContext, handler: MemberHandler): Handler {
  return async (request) => handler(request, await requireViewer(auth, request));
}

/** Lets only the service role through. */
export function forService(handler: Handler): Handler {
  return (request) => {
    if (!request.isService) {
      throw request.bearer
        ? new AuthError(403, "not_admin", "User not allowed")
        : new AuthError(401, "no_authorization", "This endpoint requires a valid Bearer token");
    }
    return handler(request);
  };
}

async function requireViewer(auth: AuthContext, request: AuthRequest): Promise<Viewer> {
  if (request.bearer === null) {
    throw request.isService
      ? new AuthError(403, "bad_jwt", "invalid claim: missing sub claim")
      : new AuthError(401, "no_authorization", "This endpoint requires a valid Bearer token");
  }
  const claims = await auth.tokens.verify(request.bearer);
  if (!claims) {
    throw new AuthError(
      403,
      "bad_jwt",
      "invalid JWT: unable to parse or verify signature, or expired",
    );
  }
  const user = await findUser(auth.db, claims.sub);
  if (!user) {
    throw new AuthError(403, "user_not_found", "User from sub claim in JWT does not exist");
  }
  if (isBanned(user)) {
    throw new AuthError(403, "user_banned", "User is banned");
  }
  const session = await findSession(auth.db, claims.session_id);
  if (!session || session.user_id !== user.id || sessionEnd(session)) {
    throw new AuthError(
      403,
      "session_not_found",
      "Session from session_id claim in JWT does not exist",
    );
  }
  return { user, session };
}

/**
 * Demands the second factor of those who have one.
 * @throws {AuthError} insufficient_aal with the status that the client library expects here
 */
export function demandSecondFactor({ user, session }: Viewer, status: 401 | 403 | 422): void {
  if (hasVerifiedFactor(user) && session.aal !== "aal2") {
    throw new AuthError(status, "insufficient_aal", "AAL2 session is required for this action.");
  }
}
