import { claimDigests, releaseDigest, updateEmailed } from "@neothink/db/messaging/mail";
import { mailSettings } from "../core/env.ts";
import { every, type Job } from "../core/job.ts";
import { postMail } from "./post-mail.ts";

// Eight in the morning, by the member's own clock.
const hour = 8;
const batch = 200;

/** Sends each member who wants one the summary of what they have not seen. */
export const notificationDigest: Job = {
  name: "notification-digest",
  // More often than hourly, so that no zone's morning is missed.
  next: every(15 * 60),
  leaseSeconds: 900,
  run: async (run) => {
    if (!mailSettings()) {
      return { sent: 0, failed: 0 };
    }
    const claimed = await run.step((db) => claimDigests(db, { hour, limit: batch }));
    let failed = 0;
    for (const job of claimed) {
      if (await postMail(run, job, "digest")) {
        await run.step((db) =>
          updateEmailed(
            db,
            job.items.map(({ id }) => id),
          ),
        );
      } else {
        failed += 1;
        await run.step((db) => releaseDigest(db, job.userId, job.platform));
      }
    }
    return { sent: claimed.length - failed, failed };
  },
};
