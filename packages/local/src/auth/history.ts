import type { Database } from "./database.ts";
import { run } from "./database.ts";
import type { Caller } from "./http.ts";

/** What the member's sign-in history can say. */
export type AuthAction =
  | "signup"
  | "login_success"
  | "login_failure"
  | "logout"
  | "session_revoked"
  | "refresh_token_reused"
  | "email_confirmed"
  | "email_change_requested"
  | "email_changed"
  | "password_changed"
  | "password_reset_requested"
  | "account_locked"
  | "mfa_enrolled"
  | "mfa_removed"
  | "mfa_failure"
  | "recovery_codes_made"
  | "recovery_code_used"
  | "user_invited"
  | "user_banned"
  | "user_unbanned";

/** An entry of the history; `details` never holds a password or a token. */
export interface AuthLogEntry {
  userId: string | null;
  action: AuthAction;
  caller: Caller;
  details?: Record<string, unknown>;
}

/** Writes one entry of the sign-in history. */
export async function logAuth(db: Database, entry: AuthLogEntry): Promise<void> {
  await run(
    db,
    `insert into public.auth_logs (user_id, action, ip_address, user_agent, details)
     values ($1, $2, $3, $4, $5)`,
    [
      entry.userId,
      entry.action,
      entry.caller.ip,
      entry.caller.userAgent,
      JSON.stringify(entry.details ?? {}),
    ],
  );
}

/** What operators watch for. */
export interface SecurityEvent {
  type:
    | "login_failure"
    | "rate_limit_exceeded"
    | "password_change"
    | "account_lockout"
    | "account_recovery"
    | "session_hijacking_attempt"
    | "suspicious_activity"
    | "admin_action";
  severity: "low" | "medium" | "high" | "critical";
  userId: string | null;
  caller: Caller;
  path: string;
  method: string;
  details?: Record<string, unknown>;
}

/** Writes one security event. */
export async function logSecurity(db: Database, event: SecurityEvent): Promise<void> {
  await run(
    db,
    `insert into public.security_events
       (event_type, severity, user_id, ip_address, user_agent, request_path, request_method, details)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      event.type,
      event.severity,
      event.userId,
      event.caller.ip,
      event.caller.userAgent,
      event.path,
      event.method,
      JSON.stringify(event.details ?? {}),
    ],
  );
}
