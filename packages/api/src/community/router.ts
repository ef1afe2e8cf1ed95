import { router } from "../core/trpc.ts";
import { commentsRouter } from "./comments.router.ts";
import { postsRouter } from "./posts.router.ts";

export const communityRouter = router({ posts: postsRouter, comments: commentsRouter });
