import { router } from "../core/trpc.ts";
import { activityRouter } from "./activity.router.ts";
import { answersRouter } from "./answers.router.ts";
import { bookmarksRouter } from "./bookmarks.router.ts";
import { commentsRouter } from "./comments.router.ts";
import { draftsRouter } from "./drafts.router.ts";
import { membersRouter } from "./members.router.ts";
import { mentionsRouter } from "./mentions.router.ts";
import { moderationRouter } from "./moderation.router.ts";
import { postsRouter } from "./posts.router.ts";
import { publicRouter } from "./public.router.ts";
import { reportsRouter } from "./reports.router.ts";
import { topicsRouter } from "./topics.router.ts";

export const communityRouter = router({
  posts: postsRouter,
  comments: commentsRouter,
  drafts: draftsRouter,
  bookmarks: bookmarksRouter,
  mentions: mentionsRouter,
  members: membersRouter,
  activity: activityRouter,
  reports: reportsRouter,
  moderation: moderationRouter,
  public: publicRouter,
  topics: topicsRouter,
  answers: answersRouter,
});
