import type { Database } from "./database.ts";
import { row } from "./database.ts";
import { tooManyRequests } from "./errors.ts";
import { networkOf } from "./hosts.ts";

/** How often, per window. All figures are of the security design; a test run may raise them. */
export interface Limits {
  /** Sign-ups from one network per hour. */
  signUpsPerHour: number;
  /** Mails asked for (link, code, recovery, resend) from one network per hour. */
  mailsPerHour: number;
  /** Seconds between two mails of one kind to one address; 0 for no pause. */
  mailPauseSeconds: number;
  /** Codes and links tried from one network in five minutes. */
  verificationsPerFiveMinutes: number;
  /** Refreshes and code exchanges from one network in five minutes. */
  refreshesPerFiveMinutes: number;
  /** Second-factor codes tried by one account per minute. */
  factorChecksPerMinute: number;
  /** Wrong second-factor codes of one account per hour. */
  factorFailuresPerHour: number;
  /** Failed sign-ins from one network per hour. */
  failedSignInsPerHour: number;
  /** Failed sign-ins of one account per day, after which each further one locks its origin. */
  failedSignInsPerAccountDay: number;
}

/** The limits that hold unless the service is started with others. */
export const defaultLimits: Limits = {
  signUpsPerHour: 30,
  mailsPerHour: 30,
  mailPauseSeconds: 60,
  verificationsPerFiveMinutes: 30,
  refreshesPerFiveMinutes: 150,
  factorChecksPerMinute: 15,
  factorFailuresPerHour: 20,
  failedSignInsPerHour: 100,
  failedSignInsPerAccountDay: 50,
};

/** Counts one event in the fixed window that it falls into and returns the window's count. */
export async function countEvent(
  db: Database,
  identifier: string,
  windowSeconds: number,
): Promise<number> {
  const counted = await row<{ count: number }>(db, "select app.count_hit($1, $2) as count", [
    identifier,
    windowSeconds,
  ]);
  return counted?.count ?? 0;
}

/** The count of the running window, without adding to it. */
export async function currentCount(
  db: Database,
  identifier: string,
  windowSeconds: number,
): Promise<number> {
  const counted = await row<{ count: number }>(
    db,
    `select count from public.rate_limits
     where identifier = $1
       and window_start = to_timestamp(floor(extract(epoch from now()) / $2::int) * $2::int)`,
    [identifier, windowSeconds],
  );
  return counted?.count ?? 0;
}

/**
 * Counts a request of one network.
 * @throws {AuthError} over_request_rate_limit (429) past the limit
 */
export async function limitNetwork(
  db: Database,
  what: string,
  ip: string,
  windowSeconds: number,
  most: number,
): Promise<void> {
  if ((await countEvent(db, `auth:${what}:${networkOf(ip)}`, windowSeconds)) > most) {
    throw tooManyRequests();
  }
}

/** True when a mail of this kind may go to this address now; one pause per kind and address. */
export async function takeMailTurn(
  db: Database,
  kind: string,
  email: string,
  pauseSeconds: number,
): Promise<boolean> {
  return (
    pauseSeconds <= 0 || (await countEvent(db, `auth:mail:${kind}:${email}`, pauseSeconds)) === 1
  );
}
