import { claimMail, releaseMail } from "@neothink/db/messaging/mail";
import { mailSettings } from "../core/env.ts";
import { every, type Job } from "../core/job.ts";
import { postMail } from "./post-mail.ts";

// Our figure: who is in the app has seen it by then, and gets no mail.
const waitMinutes = 5;
const batch = 100;

/** Tells by mail what was not seen in the app, one mail for each member however much it is. */
export const notificationMail: Job = {
  name: "notification-mail",
  next: every(60),
  leaseSeconds: 300,
  run: async (run) => {
    if (!mailSettings()) {
      return { sent: 0, failed: 0 };
    }
    const claimed = await run.step((db) => claimMail(db, { waitMinutes, limit: batch }));
    let failed = 0;
    for (const job of claimed) {
      // A crash in between loses a mail rather than sending it twice; the app still shows it.
      const template = job.items.length === 1 ? "notification" : "digest";
      if (!(await postMail(run, job, template))) {
        failed += 1;
        await run.step((db) =>
          releaseMail(
            db,
            job.items.map(({ id }) => id),
          ),
        );
      }
    }
    return { sent: claimed.length - failed, failed };
  },
};
