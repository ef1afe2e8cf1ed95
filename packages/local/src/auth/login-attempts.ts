import type { AuthContext } from "./auth-context.ts";
import { row, run } from "./database.ts";
import { tooManyRequests } from "./errors.ts";
import { logAuth, logSecurity } from "./history.ts";
import { networkOf } from "./hosts.ts";
import type { AuthRequest } from "./http.ts";
import { sendNotice } from "./mail-flows.ts";
import { countEvent, currentCount } from "./rate-limits.ts";
import type { UserRow } from "./users.ts";

/** Failures of one address from one origin that are forgiven. */
const firstLock = 5;
/** From here on the locks double. */
const longLock = 10;

/**
 * How long a pair of address and origin is locked after its nth failure, in seconds: 1 minute from
 * the 5th, 15 minutes at the 10th, then doubling up to a day.
 */
export function lockSeconds(failures: number): number {
  if (failures < firstLock) {
    return 0;
  }
  return failures < longLock ? 60 : Math.min(86_400, 900 * 2 ** (failures - longLock));
}

/**
 * Whether this address may be tried from this origin now.
 * @throws {AuthError} over_request_rate_limit (429) when the origin failed too often in this hour
 */
export async function isLocked(
  auth: AuthContext,
  request: AuthRequest,
  email: string,
): Promise<boolean> {
  const network = networkOf(request.caller.ip);
  const failed = await currentCount(auth.db, `auth:failed:${network}`, 3600);
  if (failed >= auth.settings.limits.failedSignInsPerHour) {
    throw tooManyRequests();
  }
  const attempt = await row<{ locked: boolean }>(
    auth.db,
    `select coalesce(locked_until > now(), false) as locked from public.login_attempts
     where email = $1 and ip_address = $2`,
    [email, network],
  );
  return attempt?.locked ?? false;
}

/** Counts a failure, locks the pair when there were too many, and tells owner and operators. */
export async function recordFailure(
  auth: AuthContext,
  request: AuthRequest,
  email: string,
  user: UserRow | null,
): Promise<void> {
  const { caller, path, method } = request;
  const network = networkOf(caller.ip);
  const inHour = await countEvent(auth.db, `auth:failed:${network}`, 3600);
  const inDay = await countEvent(auth.db, `auth:failed:${email}`, 86_400);
  const { failedSignInsPerAccountDay, failedSignInsPerHour } = auth.settings.limits;
  // An account under attack from many places: each place gets one try, but none locks the owner out.
  const floor = inDay > failedSignInsPerAccountDay ? longLock : 0;
  const attempt = await row<{ count: number }>(
    auth.db,
    `insert into public.login_attempts as l (email, ip_address, attempt_count, last_attempt_at)
     values ($1, $2, greatest(1, $3::int), now())
     on conflict (email, ip_address) do update set last_attempt_at = now(),
       attempt_count = greatest($3::int,
         case when l.last_attempt_at < now() - interval '1 day' then 1 else l.attempt_count + 1 end)
     returning attempt_count as count`,
    [email, network, floor],
  );
  const failures = attempt?.count ?? 0;
  const lock = lockSeconds(failures);
  const userId = user?.id ?? null;
  const details = { failures, locked_seconds: lock };
  if (lock > 0) {
    await run(
      auth.db,
      `update public.login_attempts
       set locked_until = greatest(locked_until, now() + make_interval(secs => $3))
       where email = $1 and ip_address = $2`,
      [email, network, lock],
    );
    await logAuth(auth.db, { userId, action: "account_locked", caller, details });
    const severity = failures >= longLock ? "high" : "medium";
    await logSecurity(auth.db, {
      type: "account_lockout",
      severity,
      userId,
      caller,
      path,
      method,
      details,
    });
  }
  await logAuth(auth.db, { userId, action: "login_failure", caller, details: { failures } });
  if (inHour === failedSignInsPerHour) {
    const more = { type: "rate_limit_exceeded", severity: "high", userId: null } as const;
    await logSecurity(auth.db, { ...more, caller, path, method, details: { what: "sign_in" } });
  }
  if (user && inDay === failedSignInsPerAccountDay) {
    sendNotice(auth, user, "There were many failed attempts to sign in to your account today");
  }
}

/** Forgets the failures of a pair after a success, or of an address after a recovery. */
export async function forgetFailures(
  auth: AuthContext,
  email: string,
  ip: string | null,
): Promise<void> {
  await run(
    auth.db,
    `delete from public.login_attempts where email = $1 and ($2::text is null or ip_address = $2)`,
    [email, ip === null ? null : networkOf(ip)],
  );
}
