import type { PlatformSlug } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import {
  deleteUnreadNotifications,
  findNotificationWords,
  insertNotifications,
} from "@neothink/db/messaging/notify";
import { fillWords } from "./fill-words.ts";
import { type KindName, kindOf } from "./notification-kinds.ts";

/** News for one or more members. */
export interface News {
  /** Who is to be told. The actor, those who blocked or muted them, and who may not read it are left out. */
  readonly recipients: readonly string[];
  readonly kind: KindName;
  /** Where it happened: decides the words and whose preferences count. */
  readonly platform: PlatformSlug;
  /** Whose act it was; null for the system. */
  readonly actorId?: string | null;
  /** What it is about, by a name from `entity_types`; both or neither. */
  readonly entityType?: string;
  readonly entityId?: string;
  /** Words for the template's double braces, such as `excerpt`; `actor` is filled in by itself. */
  readonly words?: Readonly<Record<string, string>>;
  /** Path that the notification opens, such as `/community/<id>`. */
  readonly href: string;
  /** News with the same key are shown as one line, such as `like:<post id>`. */
  readonly groupKey?: string;
  /** Name under which each member is told once and never again, such as `comment:<id>`. */
  readonly idempotencyKey: string;
}

/**
 * Tells members what happened: one row each in their notification centre, live to their open pages,
 * by mail where they chose it. Joins the caller's transaction, so that nothing is told that did not
 * happen. Sent twice with the same key, it tells once. Gives the ids of those who were told.
 */
export async function notify(db: Db, news: News): Promise<string[]> {
  const recipients = [...new Set(news.recipients)].filter((id) => id !== news.actorId);
  if (recipients.length === 0) {
    return [];
  }
  return inTransaction(db, (transaction) =>
    asSystem(transaction, (system) => tell(system, { ...news, recipients })),
  );
}

async function tell(db: Db, news: News): Promise<string[]> {
  const kind = kindOf(news.kind);
  const { platform, actorId = null, entityId = null, entityType = null } = news;
  const words = await findNotificationWords(db, { platform, template: kind.template, actorId });
  if (!words) {
    throw new Error(`There is no notification template "${kind.template}" for ${platform}.`);
  }
  const values = { actor: words.actor ?? "A member", ...news.words };
  return insertNotifications(db, {
    recipients: news.recipients,
    kind: news.kind,
    type: kind.type,
    priority: kind.priority,
    platform,
    title: fillWords(words.title, values, 200),
    body: fillWords(words.body, values, 500),
    actorId,
    entityType,
    entityId,
    metadata: { href: news.href },
    groupKey: news.groupKey ?? null,
    dedupeKey: news.idempotencyKey,
    readersOnly: kind.readersOnly && entityType !== null && entityId !== null,
    required: kind.required ?? false,
    defaults: { inApp: kind.channels.includes("in_app"), email: kind.channels.includes("email") },
  });
}

/** Takes back news that nobody has read yet, such as a like that was withdrawn. */
export async function withdrawNews(db: Db, idempotencyKey: string): Promise<void> {
  await inTransaction(db, (transaction) =>
    asSystem(transaction, (system) => deleteUnreadNotifications(system, idempotencyKey)),
  );
}
