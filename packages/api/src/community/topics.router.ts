import { listLevels } from "@neothink/db/community/topic-levels";
import { findForumRights, listConceptTitles } from "@neothink/db/community/topic-writing";
import { listForumTags, listRelatedTopics } from "@neothink/db/community/topics";
import { memberProcedure, router } from "../core/trpc.ts";
import { answerViews } from "./answers.schema.ts";
import { markForumRead, noteRead, setLevel, unmarkForumRead } from "./topic-following.ts";
import {
  CreateTopic,
  FindConcepts,
  ListTopics,
  PinTopic,
  ReadTopic,
  SetLevel,
  SetTopicStatus,
  TopicId,
  UpdateTopic,
} from "./topics.schema.ts";
import {
  bringBackTopic,
  editTopic,
  openTopic,
  pinTopic,
  readTopic,
  readTopics,
  removeTopic,
  setTopicStatus,
} from "./topics.ts";

export const topicsRouter = router({
  /** One page of the topics in this app's forum, with the cursor of the next. */
  list: memberProcedure.input(ListTopics).query(({ ctx, input }) => readTopics(ctx, input)),

  get: memberProcedure.input(TopicId).query(({ ctx, input }) => readTopic(ctx, input.id)),

  related: memberProcedure
    .input(TopicId)
    .query(({ ctx, input }) => listRelatedTopics(ctx.db, input.id)),

  tags: memberProcedure.query(({ ctx }) => listForumTags(ctx.db, ctx.brand.slug)),

  /** Titles of concepts that hold these words. */
  concepts: memberProcedure
    .input(FindConcepts)
    .query(({ ctx, input }) => listConceptTitles(ctx.db, input.words)),

  /** What the viewer may do in this app's forum, and how they read answers. */
  rights: memberProcedure.query(async ({ ctx }) => {
    const { entered, moderator, view } = await findForumRights(ctx.db, ctx.brand.slug);
    return { entered, moderator, view: answerViews.find((known) => known === view) ?? "nested" };
  }),

  create: memberProcedure.input(CreateTopic).mutation(({ ctx, input }) => openTopic(ctx, input)),

  update: memberProcedure.input(UpdateTopic).mutation(({ ctx, input }) => editTopic(ctx, input)),

  delete: memberProcedure.input(TopicId).mutation(({ ctx, input }) => removeTopic(ctx, input.id)),

  restore: memberProcedure
    .input(TopicId)
    .mutation(({ ctx, input }) => bringBackTopic(ctx, input.id)),

  setStatus: memberProcedure
    .input(SetTopicStatus)
    .mutation(({ ctx, input }) => setTopicStatus(ctx, input)),

  pin: memberProcedure.input(PinTopic).mutation(({ ctx, input }) => pinTopic(ctx, input)),

  /** Notes how far the viewer has read a topic. */
  read: memberProcedure.input(ReadTopic).mutation(({ ctx, input }) => noteRead(ctx, input)),

  markAllRead: memberProcedure.mutation(({ ctx }) => markForumRead(ctx)),

  unmarkAllRead: memberProcedure.mutation(({ ctx }) => unmarkForumRead(ctx)),

  /** What the viewer chose for tags and sections of this app's forum. */
  levels: memberProcedure.query(({ ctx }) => listLevels(ctx.db, ctx.brand.slug)),

  setLevel: memberProcedure.input(SetLevel).mutation(({ ctx, input }) => setLevel(ctx, input)),
});
