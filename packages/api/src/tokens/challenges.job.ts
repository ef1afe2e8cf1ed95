import { listEndedChallenges } from "@neothink/db/tokens/challenges";
import { PreconditionFailed } from "../core/errors.ts";
import { every, type Job } from "../core/job.ts";
import { finishChallenge } from "./challenge.ts";

/** Closes challenges whose end has passed and splits their prizes. */
export const challengeEnds: Job = {
  name: "challenge-ends",
  next: every(300),
  leaseSeconds: 300,
  run: async ({ step }) => {
    const due = await step((db) => listEndedChallenges(db, 100));
    let finished = 0;
    let short = 0;
    for (const id of due) {
      try {
        await step((db) => finishChallenge(db, id));
        finished += 1;
      } catch (error) {
        if (!(error instanceof PreconditionFailed)) {
          throw error;
        }
        // It stays open until the treasury can pay; the others must not wait for it.
        short += 1;
      }
    }
    return { finished, short };
  },
};
