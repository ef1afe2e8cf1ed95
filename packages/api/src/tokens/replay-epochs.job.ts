import { every, type Job } from "../core/job.ts";
import { closeEpochs } from "./replay-epochs.ts";

/** Closes weeks of the ledger that are over, so that their hashes stand in the public record. */
export const ledgerEpochs: Job = {
  name: "ledger-epochs",
  next: every(3600),
  leaseSeconds: 1800,
  run: async ({ now, step }) => ({ closed: (await closeEpochs(step, now)).length }),
};
