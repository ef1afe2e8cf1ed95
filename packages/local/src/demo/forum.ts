import { acceptAnswer } from "@neothink/api/community/answer-accepting";
import { voteOnAnswer } from "@neothink/api/community/answer-votes";
import { addAnswer } from "@neothink/api/community/answers";
import { openTopic } from "@neothink/api/community/topics";
import { createContext, type MemberContext } from "@neothink/api/core/context";
import { awardAction } from "@neothink/api/tokens/award";
import { type PlatformSlug, platforms } from "@neothink/brand/platforms";
import { asSystem, type Db, inTransaction, memberDb } from "@neothink/db/core/identity";
import { viewerOf } from "./entry.ts";
import type { DemoTopic } from "./forum-talk.ts";
import type { DemoPerson } from "./people.ts";
import { demoId, share } from "./timeline.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const readAfterDays = 3;

/** Asks, answers, votes and accepts by the rules. What was done in an earlier run is found done. */
export async function talkInForums(
  topics: readonly DemoTopic[],
  people: readonly DemoPerson[],
  now: Date,
): Promise<void> {
  const byKey = new Map(people.map((person) => [person.key, person]));
  const personOf = (key: string): DemoPerson => {
    const person = byKey.get(key);
    if (!person) {
      throw new Error(`Nobody is called ${key}.`);
    }
    return person;
  };
  // One after the other: members earn by the order of what they do.
  for (const topic of topics) {
    await talk(topic, personOf, now);
  }
}

async function talk(
  topic: DemoTopic,
  personOf: (key: string) => DemoPerson,
  now: Date,
): Promise<void> {
  const topicId = demoId(`topic ${topic.key}`);
  const asked = new Date(now.getTime() - topic.daysAgo * day - share(topic.key) * (minute / 3));
  const latest = now.getTime() - minute;
  await as(personOf(topic.by), topic.platform, asked, async (ctx) => {
    if (await isThere(ctx.db, "discussion_topics", topicId)) {
      return;
    }
    await openTopic(ctx, {
      id: topicId,
      title: topic.title,
      description: topic.text,
      category: topic.category,
      tags: [...topic.tags],
      relatedConcepts: [],
      isPublic: topic.open ?? false,
    });
    await asSystem(ctx.db, (system) =>
      system
        .updateTable("discussion_topics")
        .set({ created_at: asked, last_post_at: asked })
        .where("id", "=", topicId)
        .execute(),
    );
  });
  let before: string | null = null;
  for (const [index, answer] of topic.answers.entries()) {
    const id = demoId(`answer ${topic.key} ${index}`);
    const at = new Date(Math.min(asked.getTime() + answer.after * hour, latest));
    const parentId = answer.reply ? before : null;
    await as(personOf(answer.by), topic.platform, at, async (ctx) => {
      if (await isThere(ctx.db, "discussion_posts", id)) {
        return;
      }
      await addAnswer(ctx, { id, topicId, parentId, content: answer.text });
      await asSystem(ctx.db, async (system) => {
        await system
          .updateTable("discussion_posts")
          .set({ created_at: at })
          .where("id", "=", id)
          .execute();
        await system
          .updateTable("discussion_topics")
          .set({ last_post_at: at })
          .where("id", "=", topicId)
          .execute();
      });
    });
    for (const [vote, voters] of [
      [1, answer.up ?? []],
      [-1, answer.down ?? []],
    ] as const) {
      for (const voter of voters) {
        await as(personOf(voter), topic.platform, at, (ctx) => voteOnAnswer(ctx, { id, vote }));
      }
    }
    if (answer.accepted) {
      await as(personOf(topic.by), topic.platform, at, async (ctx) => {
        // Paid under the name that the rule pays by, an hour ago: the last that anybody did.
        await awardAction(ctx.db, {
          memberId: viewerOf(personOf(answer.by)).id,
          platform: topic.platform,
          action: "answer_accepted",
          key: `answer_accepted:${id}`,
          entity: { type: "discussion_post", id },
          at: new Date(now.getTime() - hour),
        });
        await acceptAnswer(ctx, { topicId, answerId: id });
      });
    }
    before = answer.reply ? before : id;
  }
}

/** Acts as somebody; what others are told of it is as old as the act. */
async function as(
  person: DemoPerson,
  platform: PlatformSlug,
  at: Date,
  act: (ctx: MemberContext) => Promise<unknown>,
): Promise<void> {
  const viewer = viewerOf(person);
  const started = new Date();
  await inTransaction(memberDb(viewer.claims), async (db) => {
    const facts = { claims: viewer.claims, brand: platforms[platform], requestId: "demo" };
    await act({ ...createContext(facts), viewer, db });
    const read = started.getTime() - at.getTime() > readAfterDays * day;
    await asSystem(db, (system) =>
      system
        .updateTable("notifications")
        .set({ created_at: at, is_read: read, read_at: read ? at : null, email: false })
        .where("actor_id", "=", viewer.id)
        .where("created_at", ">=", started)
        .execute(),
    );
  });
}

async function isThere(
  db: Db,
  table: "discussion_topics" | "discussion_posts",
  id: string,
): Promise<boolean> {
  const row = await db.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}
