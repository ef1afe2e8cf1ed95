import {
  type ActivityRow,
  countRecentActivityComments,
  deleteActivityComment,
  deleteActivityReaction,
  existsActivity,
  findLastActivityComment,
  insertActivityComment,
  insertActivityReaction,
  listActivity,
  updateActivityVisibility,
} from "@neothink/db/community/activity";
import { type Page, toPage } from "@neothink/db/core/pagination";
import type { MemberContext } from "../core/context.ts";
import { LimitReached, NotFound } from "../core/errors.ts";
import type {
  CommentOnActivity,
  ListActivity,
  ReactToActivity,
  ShowActivity,
} from "./activity.schema.ts";
import { placeOf } from "./members.ts";

// Our figure: a lively evening, no flood.
const commentsPerHour = 60;

function gone(): NotFound {
  return new NotFound("activity_not_found", "This is not here any more.");
}

/** A page of what members did, newest first. */
export async function readActivity(
  { db }: MemberContext,
  { cursor, limit, memberId, mode }: ListActivity,
): Promise<Page<ActivityRow>> {
  const after = placeOf(cursor);
  const followed = mode === "following";
  const rows = await listActivity(db, { followed, memberId, after, limit: limit + 1 });
  return toPage(rows, limit);
}

/** Reacts to what somebody did, or takes it back. */
export async function reactToActivity(
  { db, viewer }: MemberContext,
  { given, id, kind }: ReactToActivity,
): Promise<void> {
  if (!(await existsActivity(db, id))) {
    throw gone();
  }
  const reaction = { activityId: id, userId: viewer.id, kind };
  await (given ? insertActivityReaction(db, reaction) : deleteActivityReaction(db, reaction));
}

/** Comments shortly on what somebody did. The same words sent twice in a row are one comment. */
export async function commentOnActivity(
  { db, viewer }: MemberContext,
  { id, text }: CommentOnActivity,
): Promise<void> {
  if (!(await existsActivity(db, id))) {
    throw gone();
  }
  const place = { activityId: id, userId: viewer.id };
  if ((await findLastActivityComment(db, place)) === text) {
    return;
  }
  if ((await countRecentActivityComments(db, viewer.id)) >= commentsPerHour) {
    throw new LimitReached(
      "too_many_comments",
      `That is ${commentsPerHour} comments within an hour. Please wait a little.`,
    );
  }
  await insertActivityComment(db, { ...place, text });
}

/** Removes an own comment; removing twice changes nothing more. */
export async function removeActivityComment(
  { db, viewer }: MemberContext,
  id: string,
): Promise<void> {
  await deleteActivityComment(db, { id, userId: viewer.id });
}

/** Hides an own activity from everybody else, or shows it to members again. */
export async function showActivity(
  { db, viewer }: MemberContext,
  { id, shown }: ShowActivity,
): Promise<void> {
  const visibility = shown ? "public" : "private";
  if (!(await updateActivityVisibility(db, { id, userId: viewer.id, visibility }))) {
    throw gone();
  }
}
