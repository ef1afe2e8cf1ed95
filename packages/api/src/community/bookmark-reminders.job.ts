import { updateDueReminders } from "@neothink/db/community/bookmarks";
import { every, type Job } from "../core/job.ts";
import { tellOfReminder } from "./telling.ts";

/** Reminds members of posts that they keep, at the time they asked for. */
export const bookmarkReminders: Job = {
  name: "bookmark-reminders",
  next: every(60),
  leaseSeconds: 300,
  run: async ({ step }) => {
    let reminded = 0;
    for (;;) {
      const batch = await step(async (db) => {
        const due = await updateDueReminders(db, 50);
        for (const { content, note, platform, postId, remindAt, userId } of due) {
          const post = { id: postId, authorId: null, platform, content };
          await tellOfReminder(db, post, { userId, note, at: remindAt });
        }
        return due.length;
      });
      reminded += batch;
      if (batch === 0) {
        return { reminded };
      }
    }
  },
};
