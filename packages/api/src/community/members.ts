import type { FollowRow } from "@neothink/db/community/follows";
import { listFollows } from "@neothink/db/community/follows";
import { findPrivacy, type PrivacyRow, updatePrivacy } from "@neothink/db/community/member-privacy";
import {
  type ContributionRow,
  findMember,
  listContributions,
  listMembers,
  listMerits,
  type MemberProfileRow,
  type MemberRow,
  type MeritRow,
} from "@neothink/db/community/members";
import { insertAudit } from "@neothink/db/core/audit";
import { decodeCursor, type Keyset, type Page, toPage } from "@neothink/db/core/pagination";
import type { MemberContext } from "../core/context.ts";
import { Invalid } from "../core/errors.ts";
import { noSuchMember } from "./member-bonds.ts";
import type {
  ListContributions,
  ListFollows,
  ListMembers,
  UpdatePrivacy,
} from "./members.schema.ts";

/** The place that a cursor names; undefined without one. */
export function placeOf(cursor: string | null | undefined): Keyset | undefined {
  if (!cursor) {
    return undefined;
  }
  const place = decodeCursor(cursor);
  if (!place) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  return place;
}

/** One page of the directory, newest members first. */
export async function readDirectory(
  { brand, db }: MemberContext,
  { cursor, limit, ...filter }: ListMembers,
): Promise<Page<MemberRow>> {
  const after = placeOf(cursor);
  const rows = await listMembers(db, { ...filter, app: brand.slug, after, limit: limit + 1 });
  return toPage(rows, limit);
}

/** A member's public profile with what they earned. */
export interface MemberProfile extends MemberProfileRow {
  readonly merits: readonly MeritRow[];
}

/** The profile of a member whom the reader may see. */
export async function readMember({ db }: MemberContext, id: string): Promise<MemberProfile> {
  const [member, merits] = await Promise.all([findMember(db, id), listMerits(db, id)]);
  if (!member) {
    throw noSuchMember();
  }
  return { ...member, merits };
}

/** What a member wrote, newest first; empty for members who show no activity. */
export async function readContributions(
  { db }: MemberContext,
  { cursor, limit, memberId }: ListContributions,
): Promise<Page<ContributionRow>> {
  const rows = await listContributions(db, { memberId, after: placeOf(cursor), limit: limit + 1 });
  return toPage(rows, limit);
}

/** Whom the reader follows, or who follows them. */
export async function readFollows(
  { db }: MemberContext,
  { cursor, limit, side }: ListFollows,
): Promise<Page<FollowRow>> {
  const rows = await listFollows(db, { side, after: placeOf(cursor), limit: limit + 1 });
  return toPage(rows, limit);
}

const unset: PrivacyRow = {
  publicProfile: false,
  showInDirectory: true,
  showAchievements: true,
  showActivity: true,
  allowMentions: true,
  allowMessages: true,
};

/** What the member lets others see and do. */
export async function readPrivacy({ db, viewer }: MemberContext): Promise<PrivacyRow> {
  return (await findPrivacy(db, viewer.id)) ?? unset;
}

/** Changes what others see and may do, at once and everywhere. */
export async function changePrivacy(
  ctx: MemberContext,
  change: UpdatePrivacy,
): Promise<PrivacyRow> {
  const { db, viewer } = ctx;
  await updatePrivacy(db, viewer.id, change);
  await insertAudit(db, {
    actorId: viewer.id,
    action: "privacy:update",
    entityType: "user",
    entityId: viewer.id,
    after: change,
  });
  return readPrivacy(ctx);
}
