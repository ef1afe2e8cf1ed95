import { type Job, nightly } from "../core/job.ts";
import { takeCensus } from "./census.ts";

/** Counts people, tokens and activity of every scope once a day. */
export const census: Job = {
  name: "census",
  next: nightly(0),
  leaseSeconds: 1800,
  run: async ({ now, step }) => ({ counted: await takeCensus(step, now) }),
};
