import { listPublicTopics } from "@neothink/db/community/public-reading";
import { router, visitorProcedure } from "../core/trpc.ts";
import {
  ListPublicPosts,
  ListPublicTopics,
  newsSize,
  PublicId,
  ReadMapPart,
} from "./public.schema.ts";
import {
  readMap,
  readMapPart,
  readPublicPost,
  readPublicPosts,
  readPublicTopic,
} from "./public-reading.ts";

/** What everybody may read, the same for members and visitors. */
export const publicRouter = router({
  post: visitorProcedure.input(PublicId).query(({ ctx, input }) => readPublicPost(ctx, input.id)),

  posts: visitorProcedure
    .input(ListPublicPosts)
    .query(({ ctx, input }) => readPublicPosts(ctx, input)),

  topic: visitorProcedure.input(PublicId).query(({ ctx, input }) => readPublicTopic(ctx, input.id)),

  topics: visitorProcedure
    .input(ListPublicTopics)
    .query(({ ctx, input }) =>
      listPublicTopics(ctx.db, { ...input, platform: ctx.brand.slug, limit: newsSize }),
    ),

  /** The parts of the map of this app's site. */
  map: visitorProcedure.query(({ ctx }) => readMap(ctx)),

  mapPart: visitorProcedure.input(ReadMapPart).query(({ ctx, input }) => readMapPart(ctx, input)),
});
