import { every, type Job } from "../core/job.ts";
import { keepPreview } from "./link-previews.ts";
import { releaseDuePosts } from "./scheduled-posts.ts";

/** Rewards and tells of scheduled posts once they have appeared, and reads the pages they link to. */
export const releasePosts: Job = {
  name: "release-posts",
  next: every(60),
  leaseSeconds: 300,
  run: async ({ step }) => {
    let released = 0;
    for (;;) {
      const posts = await step(releaseDuePosts);
      released += posts.length;
      for (const { linkUrl } of posts) {
        if (linkUrl !== null) {
          await keepPreview(step, linkUrl);
        }
      }
      if (posts.length === 0) {
        return { released };
      }
    }
  },
};
