import { createHash, timingSafeEqual } from "node:crypto";
import { cronSecret } from "./env.ts";
import { jobs } from "./job-registry.ts";
import { runJobs } from "./jobs.ts";

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Whether the request shows the scheduler's secret; never while none is set. */
function isScheduler(request: Request): boolean {
  const secret = cronSecret();
  const shown = request.headers.get("authorization") ?? "";
  return secret !== null && timingSafeEqual(digest(shown), digest(`Bearer ${secret}`));
}

/**
 * Runs the job of this name for a scheduler, or with `due` all that are due, and answers how each
 * run ended: 200, or 500 when one failed.
 */
export async function answerCron(request: Request, name: string): Promise<Response> {
  if (!isScheduler(request)) {
    return Response.json({ reason: "scheduler_only" }, { status: 401 });
  }
  if (name !== "due" && !jobs.some((job) => job.name === name)) {
    return Response.json({ reason: "no_such_job" }, { status: 404 });
  }
  const reports = await runJobs(name);
  const status = reports.every((report) => report.ok) ? 200 : 500;
  return Response.json({ reports }, { status, headers: { "cache-control": "no-store" } });
}
