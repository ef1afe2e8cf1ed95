import { deleteOldOutbox } from "@neothink/db/core/job-book";
import { type Job, nightly } from "./job.ts";

// Our figure: who was away longer reads the page anew anyway.
const keepHours = 48;

/** Removes live news that are too old to be resumed from. */
export const outboxRetention: Job = {
  name: "outbox-retention",
  next: nightly(3),
  leaseSeconds: 600,
  run: async ({ step }) => ({ removed: await step((db) => deleteOldOutbox(db, keepHours)) }),
};
