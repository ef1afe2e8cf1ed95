import { addComment } from "@neothink/api/community/comments";
import { likePost } from "@neothink/api/community/likes";
import { publishPost } from "@neothink/api/community/posts";
import { createContext, type MemberContext } from "@neothink/api/core/context";
import { awardAction } from "@neothink/api/tokens/award";
import { platforms } from "@neothink/brand/platforms";
import { asSystem, type Db, inTransaction, memberDb } from "@neothink/db/core/identity";
import { viewerOf } from "./entry.ts";
import type { DemoPerson } from "./people.ts";
import type { DemoPost } from "./talk.ts";
import type { DemoAct } from "./timeline.ts";
import { demoId } from "./timeline.ts";

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
    const before = [lastOf.get(act.by), act.on === null ? undefined : done.get(act.on)];
    const mine = Promise.all(before).then(() => perform(act, person));
    done.set(act.key, mine);
    lastOf.set(act.by, mine);
  }
  await Promise.all(done.values());
}

async function perform(act: DemoAct, person: DemoPerson): Promise<void> {
  const viewer = viewerOf(person);
  const brand = platforms[act.post.platform];
  await inTransaction(memberDb(viewer.claims), async (db) => {
    const facts = { claims: viewer.claims, brand, requestId: "demo" };
    const ctx: MemberContext = { ...createContext(facts), viewer, db };
    switch (act.kind) {
      case "post":
        return publish(ctx, act.post, act.at);
      case "comment":
        return comment(ctx, act);
      case "like":
        return like(ctx, act.post, act.at);
    }
  });
}

/**
 * Publishes by the rule. The award comes first, under the name that the rule pays by and at the
 * time of then; the rule finds it paid and pays no more.
 */
async function publish(ctx: MemberContext, post: DemoPost, at: Date): Promise<void> {
  const { db, viewer, brand } = ctx;
  const id = demoId(`post ${post.key}`);
  const visibility = post.visibility ?? "public";
  const stands = await isThere(db, "posts", id);
  if (stands) {
    return;
  }
  if (visibility !== "private") {
    await awardAction(db, {
      memberId: viewer.id,
      platform: brand.slug,
      action: "post",
      key: `post:${id}`,
      entity: { type: "post", id },
      token: post.tag ?? "LUCK",
      at,
    });
  }
  await publishPost(ctx, { id, content: post.text, tokenTag: post.tag, visibility });
  await asSystem(db, async (system) => {
    await system
      .updateTable("posts")
      .set({ created_at: at, updated_at: at, reward_processed: visibility !== "private" })
      .where("id", "=", id)
      .execute();
  });
}

async function comment(
  ctx: MemberContext,
  act: DemoAct & { kind: "post" | "comment" },
): Promise<void> {
  const { db, viewer, brand } = ctx;
  const id = demoId(act.key);
  if (await isThere(db, "post_comments", id)) {
    return;
  }
  const { post, at } = act;
  if (post.by !== act.by && post.visibility !== "private") {
    await awardAction(db, {
      memberId: viewer.id,
      platform: brand.slug,
      action: "comment",
      key: `comment:${id}`,
      entity: { type: "post_comment", id },
      at,
    });
  }
  await addComment(ctx, { id, postId: demoId(`post ${post.key}`), content: act.text });
  await asSystem(db, async (system) => {
    await system
      .updateTable("post_comments")
      .set({ created_at: at, updated_at: at, reward_processed: post.by !== act.by })
      .where("id", "=", id)
      .execute();
  });
}

async function like(ctx: MemberContext, post: DemoPost, at: Date): Promise<void> {
  const { db, viewer } = ctx;
  const postId = demoId(`post ${post.key}`);
  const mine = await db
    .selectFrom("post_likes")
    .select("id")
    .where("post_id", "=", postId)
    .where("user_id", "=", viewer.id)
    .executeTakeFirst();
  if (mine) {
    return;
  }
  await likePost(ctx, { postId, liked: true });
  await asSystem(db, async (system) => {
    await system
      .updateTable("post_likes")
      .set({ created_at: at })
      .where("post_id", "=", postId)
      .where("user_id", "=", viewer.id)
      .execute();
  });
}

async function isThere(db: Db, table: "posts" | "post_comments", id: string): Promise<boolean> {
  const row = await db.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}
