import { rollUpSearches } from "@neothink/db/search/searches";
import { every, type Job } from "../core/job.ts";

/** Counts anew what many members ask, and learns from it what to suggest. */
export const popularSearches: Job = {
  name: "popular-searches",
  next: every(3600),
  leaseSeconds: 120,
  run: async ({ step }) => ({ popular: await step(rollUpSearches) }),
};
