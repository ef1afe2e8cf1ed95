import { sql } from "kysely";
import type { Db } from "./identity.ts";

/** Enters jobs that the book does not know yet; they are due at once. */
export async function insertJobs(db: Db, names: readonly string[]): Promise<void> {
  await sql`
    insert into jobs (name) select unnest(${[...names]}::text[]) on conflict do nothing`.execute(
    db,
  );
}

/**
 * Takes the job that has been due longest of these, for `leaseSeconds`, and gives its name; undefined
 * when nothing is due or others are at it. Of many that ask at once, one gets it. With `force` it
 * need not be due, but still nobody else may be at it.
 */
export async function claimJob(
  db: Db,
  claim: {
    readonly names: readonly string[];
    readonly leaseSeconds: number;
    readonly force?: boolean;
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update jobs set started_at = now(), leased_until = now() + make_interval(secs => ${claim.leaseSeconds})
    where name = (
      select name from jobs
      where name = any (${[...claim.names]}::text[])
        and (${claim.force ?? false} or next_run_at <= now())
        and (leased_until is null or leased_until <= now())
      order by next_run_at for update skip locked limit 1)
    returning name`.execute(db);
  return rows[0]?.name;
}

/** Notes a good run and when the next one is due. */
export async function finishJob(
  db: Db,
  name: string,
  run: { readonly result: Readonly<Record<string, unknown>>; readonly nextRunAt: Date },
): Promise<void> {
  await db
    .updateTable("jobs")
    .set({
      finished_at: sql<Date>`now()`,
      leased_until: null,
      failures: 0,
      last_error: null,
      last_result: JSON.stringify(run.result),
      next_run_at: run.nextRunAt,
    })
    .where("name", "=", name)
    .execute();
}

/** Notes a failed run: it is tried again, each time after a longer wait, an hour at most. */
export async function failJob(db: Db, name: string, error: string): Promise<void> {
  await sql`
    update jobs set leased_until = null, failures = failures + 1, last_error = ${error.slice(0, 2000)},
      next_run_at = now() + least(interval '1 hour', interval '1 minute' * power(2, least(failures, 10)))
    where name = ${name}`.execute(db);
}

/** Removes what nobody can resume from any more; gives how much it was. */
export async function deleteOldOutbox(db: Db, keepHours: number): Promise<number> {
  const { rows } = await sql<{ removed: string }>`
    with gone as (
      delete from outbox where created_at < now() - make_interval(hours => ${keepHours}) returning 1
    )
    select count(*) as removed from gone`.execute(db);
  return Number(rows[0]?.removed ?? 0);
}
