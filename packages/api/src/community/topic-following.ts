import { isForumCategory } from "@neothink/brand/forum";
import {
  revertForumMark,
  upsertForumMark,
  upsertLevel,
  upsertTopicRead,
} from "@neothink/db/community/topic-levels";
import { findForumRights } from "@neothink/db/community/topic-writing";
import type { MemberContext } from "../core/context.ts";
import { Forbidden, Invalid } from "../core/errors.ts";
import type { ReadTopic, SetLevel } from "./topics.schema.ts";
import { readTopic } from "./topics.ts";

async function assertEntered({ db, brand }: MemberContext): Promise<void> {
  if (!(await findForumRights(db, brand.slug)).entered) {
    throw new Forbidden("platform_closed", `Join ${brand.name} to follow its forum.`);
  }
}

/** Sets how closely the member follows a topic, or a tag or section of this app's forum. */
export async function setLevel(ctx: MemberContext, choice: SetLevel): Promise<void> {
  const { db, brand, viewer } = ctx;
  const { key, level, scope } = choice;
  if (scope === "topic") {
    const { platform } = await readTopic(ctx, key);
    return upsertLevel(db, { userId: viewer.id, platform, scope, key, level });
  }
  if (scope === "section" && !isForumCategory(brand.slug, key)) {
    throw new Invalid("category_unknown", "This forum has no such section.");
  }
  await assertEntered(ctx);
  await upsertLevel(db, { userId: viewer.id, platform: brand.slug, scope, key, level });
}

/** Notes how far the member has read a topic; never back, never ahead of now. */
export async function noteRead(ctx: MemberContext, { id, at }: ReadTopic): Promise<void> {
  await readTopic(ctx, id);
  await upsertTopicRead(ctx.db, { userId: ctx.viewer.id, topicId: id, at });
}

/** Marks everything in this app's forum as read. */
export async function markForumRead(ctx: MemberContext): Promise<void> {
  await assertEntered(ctx);
  await upsertForumMark(ctx.db, ctx.viewer.id, ctx.brand.slug);
}

/** Takes the last marking of this app's forum back. */
export async function unmarkForumRead({ db, brand }: MemberContext): Promise<void> {
  await revertForumMark(db, brand.slug);
}
