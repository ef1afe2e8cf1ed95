import { listMembersAfter } from "@neothink/db/tokens/earning";
import { type Job, nightly } from "../core/job.ts";
import { grantEarned } from "./earning.ts";

const batch = 50;

/** Gives every member what the rules of badges and achievements say, also for what was done before. */
export const badgeGrants: Job = {
  name: "badge-grants",
  next: nightly(3),
  leaseSeconds: 1800,
  run: async ({ step }) => {
    let granted = 0;
    let after: string | null = null;
    for (;;) {
      const seen = await step(async (db) => {
        const members = await listMembersAfter(db, after, batch);
        for (const memberId of members) {
          const given = await grantEarned(db, { memberId, platform: "hub", actionType: null });
          granted += given.length;
        }
        return members;
      });
      after = seen.at(-1) ?? null;
      if (seen.length < batch) {
        return { granted };
      }
    }
  },
};
