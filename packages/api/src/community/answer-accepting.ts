import { findAnswerState } from "@neothink/db/community/answers";
import { updateTopic } from "@neothink/db/community/topic-writing";
import type { TopicDetailRow } from "@neothink/db/community/topics";
import { insertAudit } from "@neothink/db/core/audit";
import type { MemberContext } from "../core/context.ts";
import { rewardAcceptance, unrewardAcceptance } from "./answer-rewards.ts";
import type { AcceptAnswer } from "./answers.schema.ts";
import { answerGone } from "./answers.ts";
import { tellOfAcceptance } from "./topic-telling.ts";
import { lockTopicForChange, readTopic, topicGone } from "./topics.ts";

/**
 * Marks the answer that solved a question, another one instead, or none; its asker or a moderator
 * may. The author is told and paid once; what an earlier acceptance paid goes back.
 */
export async function acceptAnswer(
  ctx: MemberContext,
  { topicId, answerId }: AcceptAnswer,
): Promise<TopicDetailRow> {
  const { db, viewer } = ctx;
  const topic = await lockTopicForChange(ctx, topicId);
  if (topic.deletedAt) {
    throw topicGone();
  }
  const before = topic.acceptedPostId;
  if (before === answerId) {
    return readTopic(ctx, topicId);
  }
  const answer = answerId === null ? null : await findAnswerState(db, answerId);
  if (answer === undefined || (answer && (answer.topicId !== topicId || answer.deletedAt))) {
    throw answerGone();
  }
  const stays = topic.status === "closed" || topic.status === "archived";
  await updateTopic(db, topicId, {
    acceptedPostId: answerId,
    ...(stays ? {} : { status: answerId === null ? "active" : "answered" }),
  });
  if (before !== null) {
    await unrewardAcceptance(db, before);
  }
  if (answer !== null && answer.authorId !== null) {
    const { id, authorId, platform } = answer;
    await rewardAcceptance(db, { id, authorId, platform }, topic.authorId);
    await tellOfAcceptance(db, topic, { id, authorId }, viewer.id);
  }
  await insertAudit(db, {
    actorId: viewer.id,
    action: "topic:accept",
    entityType: "discussion_topic",
    entityId: topicId,
    before: { acceptedPostId: before },
    after: { acceptedPostId: answerId },
  });
  return readTopic(ctx, topicId);
}
