import type { Job } from "./job.ts";
import { outboxRetention } from "./outbox-retention.job.ts";

/** Every job, in the order in which they run when several are due. See `Job` for how to add one. */
export const jobs: readonly Job[] = [outboxRetention];
