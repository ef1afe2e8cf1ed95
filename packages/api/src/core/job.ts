import type { Db } from "@neothink/db/core/identity";

/** What a run did, as figures for the system page: `{ removed: 12 }`. */
export type JobResult = Readonly<Record<string, number | string>>;

/**
 * Work that is done by the clock. To add one: write a file `<room>/<name>.job.ts` that exports a
 * `Job`, and name it in `job-registry.ts`. Nothing else is needed: the book of jobs enters it by
 * itself, it is due at once, and again after each run.
 *
 * A job must be safe to run twice and to be cut off anywhere: it may be killed with its process and
 * is then taken up again when its lease is over. So it works in steps that each commit, with
 * `step`, each under an idempotency key or `for update skip locked`. It runs in no
 * transaction of its own and as nobody in particular.
 */
export interface Job {
  /** Name in the book and in `/api/cron/<name>`, such as `outbox-retention`. */
  readonly name: string;
  /** When it is due again after a run that ended at `now`; `every` and `nightly` make such rules. */
  readonly next: (now: Date) => Date;
  /** Longest run; past this another process may take it over. */
  readonly leaseSeconds: number;
  readonly run: (job: JobRun) => Promise<JobResult>;
}

/** What a job is given. */
export interface JobRun {
  readonly now: Date;
  /** Runs `fn` in one transaction with the service's rights; the book of jobs is its record. */
  readonly step: <T>(fn: (db: Db) => Promise<T>) => Promise<T>;
}

/** Due again so many seconds after each run. */
export function every(seconds: number): Job["next"] {
  return (now) => new Date(now.getTime() + seconds * 1000);
}

/** Due each night at this hour UTC. */
export function nightly(hour: number): Job["next"] {
  return (now) => {
    const next = new Date(now);
    next.setUTCHours(hour, 0, 0, 0);
    if (next <= now) {
      next.setUTCDate(next.getUTCDate() + 1);
    }
    return next;
  };
}
