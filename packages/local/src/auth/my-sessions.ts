import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import { run } from "./database.ts";
import { AuthError, validationFailed } from "./errors.ts";
import { logAuth } from "./history.ts";
import type { Handler } from "./http.ts";
import { noContent, ok } from "./http.ts";
import type { SessionRow } from "./sessions.ts";
import { endSessions, listSessions } from "./sessions.ts";
import { forMember } from "./viewer.ts";

const Scope = z.enum(["global", "local", "others"]);

/** `POST /logout?scope=`: ends all sessions, this one, or all others. */
export function logout(auth: AuthContext): Handler {
  return forMember(auth, async (request, { user, session }) => {
    const scope = Scope.safeParse(request.query.get("scope") ?? "global");
    if (!scope.success) {
      throw validationFailed("scope must be global, local or others");
    }
    const ended = await endSessions(auth.db, user.id, scope.data, session.id);
    await logAuth(auth.db, {
      userId: user.id,
      action: "logout",
      caller: request.caller,
      details: { scope: scope.data, sessions: ended },
    });
    return noContent;
  });
}

/** A signed-in device as its owner sees it. Times are ISO 8601. */
export interface MySession {
  id: string;
  created_at: string;
  last_used_at: string;
  user_agent: string | null;
  ip: string | null;
  aal: "aal1" | "aal2";
  current: boolean;
}

/** `GET /sessions` (ours): the member's signed-in devices, last used first. */
export function mySessions(auth: AuthContext): Handler {
  return forMember(auth, async (_, { user, session }) => {
    const sessions = await listSessions(auth.db, user.id);
    return ok(sessions.map((entry) => mySession(entry, session.id)));
  });
}

function mySession(entry: SessionRow, currentId: string): MySession {
  return {
    id: entry.id,
    created_at: entry.created_at.toISOString(),
    last_used_at: entry.refreshed_at.toISOString(),
    user_agent: entry.user_agent,
    ip: entry.ip_address,
    aal: entry.aal,
    current: entry.id === currentId,
  };
}

/** `DELETE /sessions/:id` (ours): signs one device out. */
export function endMySession(auth: AuthContext): Handler {
  return forMember(auth, async (request, { user }) => {
    const id = z.uuid().safeParse(request.params.id);
    const ended = id.success
      ? await run(auth.db, "delete from auth_local.sessions where id = $1 and user_id = $2", [
          id.data,
          user.id,
        ])
      : 0;
    if (ended === 0) {
      // Not session_not_found: the client library would take that for the caller's own session.
      throw new AuthError(404, "not_found", "There is no such session");
    }
    await logAuth(auth.db, {
      userId: user.id,
      action: "session_revoked",
      caller: request.caller,
      details: { session_id: id.data },
    });
    return noContent;
  });
}
