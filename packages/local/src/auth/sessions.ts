import { randomBytes, randomUUID } from "node:crypto";
import type { AuthContext } from "./auth-context.ts";
import type { Database } from "./database.ts";
import { row, rows, run } from "./database.ts";
import { AuthError } from "./errors.ts";
import type { Caller } from "./http.ts";
import { lifetimes } from "./settings.ts";
import type { Proof } from "./tokens.ts";
import { writeRefreshToken } from "./tokens.ts";
import type { UserRow } from "./users.ts";
import { requireUser, userJson } from "./users.ts";

/** A session as stored. */
export interface SessionRow {
  id: string;
  user_id: string;
  aal: "aal1" | "aal2";
  amr: Proof[];
  refresh_key: string;
  refresh_counter: string;
  refreshed_at: Date;
  not_after: Date;
  user_agent: string | null;
  ip_address: string | null;
  created_at: Date;
}

export const sessionColumns =
  "id, user_id, aal, amr, refresh_key, refresh_counter, refreshed_at, not_after, user_agent, ip_address, created_at";

/** A session as clients see it. */
export interface SessionJson {
  access_token: string;
  token_type: "bearer";
  /** Seconds. */
  expires_in: number;
  /** Unix seconds. */
  expires_at: number;
  refresh_token: string;
  user: Record<string, unknown>;
}

const sealPurpose = (sessionId: string) => `refresh key of ${sessionId}`;

/** The time in Unix seconds. */
export function unixNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** Begins a session and answers its tokens. */
export async function startSession(
  auth: AuthContext,
  db: Database,
  userId: string,
  method: string,
  caller: Caller,
): Promise<SessionJson> {
  const key = randomBytes(32);
  const id = randomUUID();
  const amr: Proof[] = [{ method, timestamp: unixNow() }];
  const session = await row<SessionRow>(
    db,
    `insert into auth_local.sessions
       (id, user_id, amr, refresh_key, not_after, user_agent, ip_address)
     values ($1, $2, $3, $4, now() + make_interval(secs => $5), $6, $7)
     returning ${sessionColumns}`,
    [
      id,
      userId,
      JSON.stringify(amr),
      auth.vault.seal(sealPurpose(id), key),
      lifetimes.session,
      caller.userAgent,
      caller.ip,
    ],
  );
  if (!session) {
    throw new Error("The session was not stored.");
  }
  await run(db, "update auth_local.accounts set last_sign_in_at = now() where user_id = $1", [
    userId,
  ]);
  await run(db, "update auth_local.identities set last_sign_in_at = now() where user_id = $1", [
    userId,
  ]);
  return sessionJson(auth, session, await requireUser(db, userId));
}

/** The tokens of a session as it is now: the current refresh token and a fresh access token. */
export async function sessionJson(
  auth: AuthContext,
  session: SessionRow,
  user: UserRow,
): Promise<SessionJson> {
  const key = refreshKeyOf(auth, session);
  if (!key) {
    throw new Error("A session's key cannot be opened with this master key.");
  }
  const { token, expiresAt } = await auth.tokens.sign({
    sub: user.id,
    email: user.email,
    app_metadata: user.app_metadata,
    user_metadata: user.user_metadata,
    aal: session.aal,
    amr: session.amr,
    session_id: session.id,
  });
  return {
    access_token: token,
    token_type: "bearer",
    expires_in: auth.tokens.lifetime,
    expires_at: expiresAt,
    refresh_token: writeRefreshToken(session.id, Number(session.refresh_counter), key),
    user: userJson(user),
  };
}

/** The key that signs a session's refresh tokens; null when it was sealed with another master key. */
export function refreshKeyOf(auth: AuthContext, session: SessionRow): Buffer | null {
  return auth.vault.open(sealPurpose(session.id), session.refresh_key);
}

/** The session with this id, or null. */
export function findSession(db: Database, id: string): Promise<SessionRow | null> {
  return row<SessionRow>(db, `select ${sessionColumns} from auth_local.sessions where id = $1`, [
    id,
  ]);
}

/** Why a session may not be used any more, or null. */
export function sessionEnd(session: SessionRow): AuthError | null {
  const idleSince = session.refreshed_at.getTime() + lifetimes.idleSession * 1000;
  if (session.not_after.getTime() <= Date.now() || idleSince <= Date.now()) {
    return new AuthError(400, "session_expired", "Invalid Refresh Token: Session Expired");
  }
  return null;
}

/** Which of a member's sessions to end. */
export type LogoutScope = "global" | "local" | "others";

/** Ends sessions of an account; returns how many. */
export async function endSessions(
  db: Database,
  userId: string,
  scope: LogoutScope,
  currentId: string | null,
): Promise<number> {
  switch (scope) {
    case "global":
      return run(db, "delete from auth_local.sessions where user_id = $1", [userId]);
    case "local":
      return run(db, "delete from auth_local.sessions where user_id = $1 and id = $2", [
        userId,
        currentId,
      ]);
    case "others":
      return run(db, "delete from auth_local.sessions where user_id = $1 and id <> $2", [
        userId,
        currentId,
      ]);
  }
}

/** The sessions of an account that can still be used, last used first. */
export function listSessions(db: Database, userId: string): Promise<SessionRow[]> {
  return rows<SessionRow>(
    db,
    `select ${sessionColumns} from auth_local.sessions
     where user_id = $1 and not_after > now()
       and refreshed_at > now() - make_interval(secs => $2)
     order by refreshed_at desc, id`,
    [userId, lifetimes.idleSession],
  );
}

/** Removes what has expired; called now and then. */
export async function sweep(db: Database): Promise<void> {
  await run(
    db,
    `delete from auth_local.sessions
     where not_after < now() or refreshed_at < now() - make_interval(secs => $1)`,
    [lifetimes.idleSession],
  );
  await run(db, "delete from auth_local.one_time_tokens where expires_at < now()");
  await run(db, "delete from auth_local.mfa_challenges where expires_at < now()");
  await run(
    db,
    "delete from auth_local.flow_state where created_at < now() - make_interval(secs => $1)",
    [lifetimes.invite + lifetimes.authCode],
  );
}
