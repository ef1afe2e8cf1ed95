import { appOrigins } from "@neothink/brand/origins";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import type { Page } from "@neothink/db/core/pagination";
import { decodeCursor, toPage } from "@neothink/db/core/pagination";
import { upsertPreferences } from "@neothink/db/messaging/notification-preferences";
import {
  findNotificationOrigin,
  listNotifications,
  type NotificationRow,
  undoRead,
  updateRead,
  updateUnread,
} from "@neothink/db/messaging/notifications";
import type { Context, MemberContext } from "../core/context.ts";
import { Invalid, NotFound } from "../core/errors.ts";
import { isKind, type KindGroup, kindNames, kindOf } from "./notification-kinds.ts";
import type { ListNotifications, NotificationFilter } from "./notifications.schema.ts";

/** One line of the notification centre as a page shows it. */
export interface Notice extends Omit<NotificationRow, "platform"> {
  /** Name of the platform that it came from; null for the one that asks. */
  readonly from: string | null;
  /** Words after "You get this because". */
  readonly because: string;
  readonly kindLabel: string;
  /** False for what concerns the member's rights or safety. */
  readonly canMute: boolean;
}

const headings: Partial<Record<NotificationFilter, KindGroup>> = {
  community: "Community",
  discussions: "Discussions",
  tokens: "Tokens",
  account: "Account",
};

/** One page of the member's notification centre, newest first. */
export async function readNotifications(
  { db, brand }: Context,
  { filter, cursor, limit }: ListNotifications,
): Promise<Page<Notice>> {
  const after = cursor ? decodeCursor(cursor) : null;
  if (cursor && !after) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  const heading = headings[filter];
  const rows = await listNotifications(db, {
    unreadOnly: filter === "unread",
    kinds: heading ? kindNames.filter((name) => kindOf(name).group === heading) : undefined,
    after: after ?? undefined,
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  return { ...page, items: page.items.map((row) => notice(row, brand.slug)) };
}

function notice({ platform, ...row }: NotificationRow, here: string): Notice {
  const kind = kindOf(row.kind);
  const elsewhere = platform !== here && isPlatformSlug(platform) ? platform : null;
  return {
    ...row,
    href: row.href && elsewhere ? `${appOrigins()[elsewhere]}${row.href}` : row.href,
    from: elsewhere ? platforms[elsewhere].name : null,
    because: kind.because,
    kindLabel: kind.label,
    canMute: isKind(row.kind) && !kind.required,
  };
}

/** What was marked and can be undone; null when nothing was unread. */
export interface Marked {
  readonly readAt: string | null;
}

/** Marks one line with all that it stands for as read, or without an id everything. */
export async function markRead({ db }: MemberContext, id: string | null): Promise<Marked> {
  return { readAt: await updateRead(db, id) };
}

/** Takes back what `markRead` did at that moment. */
export async function unmarkRead({ db }: MemberContext, readAt: string): Promise<void> {
  await undoRead(db, readAt);
}

/** Marks a notification as unread, for later. */
export async function keepUnread({ db }: MemberContext, id: string): Promise<void> {
  if (!(await updateUnread(db, id))) {
    throw new NotFound("notification_not_found", "This notification is not here any more.");
  }
}

/** Silences the kind of a notification in the centre of its platform, or lets it be heard again. */
export async function muteKind(
  { db, viewer }: MemberContext,
  { id, muted }: { id: string; muted: boolean },
): Promise<{ label: string }> {
  const origin = await findNotificationOrigin(db, id);
  if (!origin) {
    throw new NotFound("notification_not_found", "This notification is not here any more.");
  }
  const kind = kindOf(origin.kind);
  if (kind.required || !isKind(origin.kind)) {
    throw new Invalid("kind_required", "Notices about your rights and safety cannot be silenced.");
  }
  const key = { userId: viewer.id, platform: origin.platform };
  await upsertPreferences(db, key, { kinds: { [origin.kind]: { in_app: !muted } } });
  return { label: kind.label };
}
