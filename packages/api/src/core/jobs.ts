import { asJob } from "@neothink/db/core/identity";
import { claimJob, failJob, finishJob, insertJobs } from "@neothink/db/core/job-book";
import type { Job, JobResult } from "./job.ts";
import { jobs } from "./job-registry.ts";

/** How a run ended. */
export interface JobReport {
  readonly name: string;
  readonly ok: boolean;
  readonly result: JobResult;
}

/**
 * Runs one job by name even if it is not due, or with `due` all that are. A job that another process
 * is at is left out. Failures are noted in the book and reported, and stop no other job.
 * @throws Error when there is no such job.
 */
export async function runJobs(
  wanted: string,
  registry: readonly Job[] = jobs,
): Promise<readonly JobReport[]> {
  const force = wanted !== "due";
  const open = new Map(
    registry.filter((job) => !force || job.name === wanted).map((job) => [job.name, job]),
  );
  if (open.size === 0) {
    throw new Error(`There is no job called "${wanted}".`);
  }
  await asJob((db) => insertJobs(db, [...open.keys()]));
  const reports: JobReport[] = [];
  while (open.size > 0) {
    const job = await claim([...open.values()], force);
    if (!job) {
      break;
    }
    // Each at most once in one call, even if its next time has come meanwhile.
    open.delete(job.name);
    reports.push(await runOne(job));
  }
  return reports;
}

async function claim(open: readonly Job[], force: boolean): Promise<Job | undefined> {
  // The lease of each is its own, so candidates are asked for one by one.
  for (const job of open) {
    const { name, leaseSeconds } = job;
    if (await asJob((db) => claimJob(db, { names: [name], leaseSeconds, force }))) {
      return job;
    }
  }
  return undefined;
}

async function runOne(job: Job): Promise<JobReport> {
  const { name } = job;
  try {
    const result = await job.run({ now: new Date(), step: asJob });
    await asJob((db) => finishJob(db, name, { result, nextRunAt: job.next(new Date()) }));
    return { name, ok: true, result };
  } catch (error) {
    console.error(`The job ${name} failed:`, error);
    const message = error instanceof Error ? error.message : String(error);
    await asJob((db) => failJob(db, name, message));
    return { name, ok: false, result: {} };
  }
}
