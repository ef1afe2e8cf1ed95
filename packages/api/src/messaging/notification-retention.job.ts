import { deleteOldNotifications } from "@neothink/db/messaging/notifications";
import { type Job, nightly } from "../core/job.ts";

// Our figures: read ones are history after half a year; a batch holds no lock for long.
const readDays = 180;
const limit = 5000;

/** Removes notifications that were read long ago. What was never read stays. */
export const notificationRetention: Job = {
  name: "notification-retention",
  next: nightly(3),
  leaseSeconds: 900,
  run: async ({ step }) => {
    let removed = 0;
    for (;;) {
      const some = await step((db) => deleteOldNotifications(db, { readDays, limit }));
      removed += some;
      if (some < limit) {
        return { removed };
      }
    }
  },
};
