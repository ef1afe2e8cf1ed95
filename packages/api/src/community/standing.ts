import { listPlatformMembers, updateStanding } from "@neothink/db/community/announcements";
import type { PostRow } from "@neothink/db/community/posts";
import { insertAudit } from "@neothink/db/core/audit";
import { asSystem } from "@neothink/db/core/identity";
import type { MemberContext } from "../core/context.ts";
import { Forbidden } from "../core/errors.ts";
import type { SetStanding } from "./posts.schema.ts";
import { gone, lockForChange, readPost } from "./posts.ts";
import { tellOfAnnouncement } from "./telling.ts";

/**
 * Keeps a post at the top of its feed, or makes it an announcement that every member of the platform
 * is told of once; for moderators.
 */
export async function setStanding(
  ctx: MemberContext,
  { id, pinned, announcement }: SetStanding,
): Promise<PostRow> {
  const { db, viewer } = ctx;
  if (!(await ctx.roles(db)).moderator) {
    throw new Forbidden("moderators_only", "Only moderators may do this.");
  }
  const before = await lockForChange(ctx, id);
  if (before.deletedAt) {
    throw gone();
  }
  await updateStanding(db, id, { pinned, announcement });
  if (announcement && !before.announcement) {
    const recipients = await asSystem(db, (system) => listPlatformMembers(system, before.platform));
    await tellOfAnnouncement(db, before, { actorId: viewer.id, recipients });
  }
  await insertAudit(db, {
    actorId: viewer.id,
    action: "post:stand",
    entityType: "post",
    entityId: id,
    before: { pinned: before.pinned, announcement: before.announcement },
    after: { pinned, announcement },
  });
  return readPost(ctx, id);
}
