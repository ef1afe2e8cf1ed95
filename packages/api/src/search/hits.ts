import type { HitRow } from "@neothink/db/search/hits";
import type { MemberHitRow } from "@neothink/db/search/members";
import type { HitKind } from "./search.schema.ts";
import type { Segment } from "./segments.ts";
import { toSegments } from "./segments.ts";

/** A person beside a hit. */
export interface HitPerson {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
}

/** Something that was found. */
export interface Hit {
  readonly kind: HitKind;
  readonly id: string;
  /** Null where the kind has no titles. */
  readonly title: Segment[] | null;
  readonly excerpt: Segment[];
  readonly person: HitPerson | null;
  /** Platforms that it belongs to; a member may have several. */
  readonly platforms: string[];
  readonly audience: string;
  readonly token: string | null;
  /** Null for members. */
  readonly publishedAt: Date | null;
  /** Where it opens, within any of the four apps. */
  readonly href: string;
}

/** A row of the index as a hit. */
export function hitOfRow(row: HitRow): Hit {
  const isPost = row.type === "post";
  return {
    kind: isPost ? "post" : "topic",
    id: row.contentId,
    title: row.title ? toSegments(row.title) : null,
    excerpt: toSegments(row.excerpt),
    person:
      row.authorId && row.authorName
        ? { id: row.authorId, name: row.authorName, avatarUrl: row.authorAvatarUrl }
        : null,
    platforms: row.platform ? [row.platform] : [],
    audience: row.audience,
    token: row.token,
    publishedAt: row.publishedAt,
    href: isPost ? `/community/${row.contentId}` : `/forum/${row.contentId}`,
  };
}

/** A member as a hit. */
export function hitOfMember(row: MemberHitRow): Hit {
  return {
    kind: "member",
    id: row.id,
    title: [{ text: row.name, match: false }],
    excerpt: row.bio ? [{ text: row.bio, match: false }] : [],
    person: { id: row.id, name: row.name, avatarUrl: row.avatarUrl },
    platforms: row.platforms,
    audience: "members",
    token: null,
    publishedAt: null,
    href: `/members/${row.id}`,
  };
}
