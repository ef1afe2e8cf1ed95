import { addComment } from "@neothink/api/community/comments";
import { likePost } from "@neothink/api/community/likes";
import { publishPost } from "@neothink/api/community/posts";
import { reactToPost } from "@neothink/api/community/reactions";
import { setStanding } from "@neothink/api/community/standing";
import { createContext, type MemberContext } from "@neothink/api/core/context";
import { awardAction } from "@neothink/api/tokens/award";
import { platforms } from "@neothink/brand/platforms";
import { asSystem, type Db, inTransaction, memberDb } from "@neothink/db/core/identity";
import { viewerOf } from "./entry.ts";
import type { DemoPerson } from "./people.ts";
import type { DemoAct } from "./timeline.ts";
import { demoId } from "./timeline.ts";

/** News of acts older than this were read long ago. */
const readAfterDays = 2;

/**
 * Does everything in the order of time for each person and after what it answers, several people at
 * once. What was done in an earlier run is found done.
 */
export async function actAll(
  acts: readonly DemoAct[],
  people: readonly DemoPerson[],
): Promise<void> {
  const byKey = new Map(people.map((person) => [person.key, person]));
  const done = new Map<string, Promise<void>>();
  const lastOf = new Map<string, Promise<void>>();
  for (const act of acts) {
    const person = byKey.get(act.by);
    if (!person) {
      throw new Error(`Nobody is called ${act.by}.`);
    }
    // Applause may credit the author, and each person is credited in the order of time.
    const moved = act.kind === "reaction" ? [act.by, act.post.by] : [act.by];
    const before = [
      ...moved.map((key) => lastOf.get(key)),
      act.on === null ? undefined : done.get(act.on),
    ];
    const mine = Promise.all(before).then(() => perform(act, person));
    done.set(act.key, mine);
    for (const key of moved) {
      lastOf.set(key, mine);
    }
  }
  await Promise.all(done.values());
}

async function perform(act: DemoAct, person: DemoPerson): Promise<void> {
  const viewer = viewerOf(person);
  const brand = platforms[act.post.platform];
  const started = new Date();
  await inTransaction(memberDb(viewer.claims), async (db) => {
    const facts = { claims: viewer.claims, brand, requestId: "demo" };
    const ctx: MemberContext = { ...createContext(facts), viewer, db };
    if (await isDone(db, act, viewer.id)) {
      return;
    }
    await payThen(db, act, viewer.id);
    await actByRule(ctx, act);
    await asSystem(db, (system) => moveToThen(system, act, viewer.id, started));
  });
}

function postId(act: DemoAct): string {
  return demoId(`post ${act.post.key}`);
}

async function isDone(db: Db, act: DemoAct, actorId: string): Promise<boolean> {
  const of = (table: "post_likes" | "post_reactions") =>
    db
      .selectFrom(table)
      .select("id")
      .where("post_id", "=", postId(act))
      .where("user_id", "=", actorId)
      .executeTakeFirst();
  switch (act.kind) {
    case "post":
    case "comment": {
      const table = act.kind === "post" ? "posts" : "post_comments";
      const row = await db
        .selectFrom(table)
        .select("id")
        .where("id", "=", demoId(act.key))
        .executeTakeFirst();
      return row !== undefined;
    }
    case "like":
      return (await of("post_likes")) !== undefined;
    case "reaction":
      return (await of("post_reactions")) !== undefined;
  }
}

/**
 * Pays for an act under the name that the rule pays by, at the time of then; the rule finds it paid
 * and pays no more.
 */
async function payThen(db: Db, act: DemoAct, actorId: string): Promise<void> {
  const { at, post } = act;
  const { platform } = post;
  if (post.visibility === "private") {
    return;
  }
  if (act.kind === "post") {
    const entity = { type: "post", id: postId(act) };
    const token = post.tag ?? "LUCK";
    const key = `post:${entity.id}`;
    await awardAction(db, { memberId: actorId, platform, action: "post", key, entity, token, at });
  }
  if (act.kind === "comment" && post.by !== act.by) {
    const entity = { type: "post_comment", id: demoId(act.key) };
    const key = `comment:${entity.id}`;
    await awardAction(db, { memberId: actorId, platform, action: "comment", key, entity, at });
  }
  if (act.kind === "reaction" && act.reaction === "insightful") {
    await awardAction(db, {
      memberId: demoId(`person ${post.by}`),
      platform,
      action: "insight",
      key: `insight:${postId(act)}:${actorId}`,
      entity: { type: "post", id: postId(act) },
      token: post.tag,
      together: {},
      at,
    });
  }
}

async function actByRule(ctx: MemberContext, act: DemoAct): Promise<void> {
  const { post } = act;
  switch (act.kind) {
    case "post":
      await publishPost(ctx, {
        id: postId(act),
        content: post.text,
        tokenTag: post.tag,
        visibility: post.visibility ?? "public",
      });
      if (post.announced) {
        await setStanding(ctx, { id: postId(act), pinned: true, announcement: true });
      }
      return;
    case "comment":
      await addComment(ctx, {
        id: demoId(act.key),
        postId: postId(act),
        parentId: act.parent === null ? null : demoId(act.parent),
        content: act.text,
      });
      return;
    case "like":
      return likePost(ctx, { postId: postId(act), liked: true });
    case "reaction":
      return reactToPost(ctx, { postId: postId(act), kind: act.reaction, given: true });
  }
}

/** Lets what was made just now, and the news of it, have been made then. */
async function moveToThen(db: Db, act: DemoAct, actorId: string, started: Date): Promise<void> {
  const { at, post } = act;
  switch (act.kind) {
    case "post":
    case "comment": {
      const rewarded = post.visibility !== "private" && (act.kind === "post" || post.by !== act.by);
      await db
        .updateTable(act.kind === "post" ? "posts" : "post_comments")
        .set({ created_at: at, updated_at: at, reward_processed: rewarded })
        .where("id", "=", demoId(act.key))
        .execute();
      break;
    }
    case "like":
    case "reaction":
      await db
        .updateTable(act.kind === "like" ? "post_likes" : "post_reactions")
        .set({ created_at: at })
        .where("post_id", "=", postId(act))
        .where("user_id", "=", actorId)
        .execute();
      break;
  }
  const read = started.getTime() - at.getTime() > readAfterDays * 86_400_000;
  await db
    .updateTable("notifications")
    .set({ created_at: at, is_read: read, read_at: read ? at : null, email: false })
    .where("actor_id", "=", actorId)
    .where("created_at", ">=", started)
    .execute();
}
