import { type RawBuilder, sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { Keyset } from "../core/pagination.ts";

/** What the map of a site lists. */
export const mapKinds = ["posts", "topics"] as const;
export type MapKind = (typeof mapKinds)[number];

/** An entry in the map of a site. */
export interface MapRow {
  readonly id: string;
  readonly changedAt: Date;
}

/** Everything of a platform that visitors may read, as `m (id, created_at, changed_at)`. */
function readable(kind: MapKind, platform: string): RawBuilder<unknown> {
  return kind === "posts"
    ? sql`(select id, created_at, coalesce(edited_at, created_at) as changed_at from posts
        where platform = ${platform} and visibility = 'public' and deleted_at is null
          and (publish_at is null or publish_at <= now())) as m`
    : sql`(select id, created_at, greatest(last_post_at, updated_at) as changed_at from discussion_topics
        where tenant_slug = ${platform} and is_public and deleted_at is null) as m`;
}

/** Where each part of the map begins, oldest first, for parts of `size` entries. */
export async function listMapStarts(
  db: Db,
  {
    kind,
    platform,
    size,
  }: { readonly kind: MapKind; readonly platform: string; readonly size: number },
): Promise<Keyset[]> {
  const { rows } = await sql<Keyset>`
    select created_at::text as at, id from (
      select m.created_at, m.id, row_number() over (order by m.created_at, m.id) as place
      from ${readable(kind, platform)}
    ) as numbered
    where (place - 1) % ${size}::int = 0 order by place limit 50000`.execute(db);
  return rows;
}

/** One part of the map, from its beginning on. */
export async function listMapPart(
  db: Db,
  part: {
    readonly kind: MapKind;
    readonly platform: string;
    readonly from: Keyset;
    readonly size: number;
  },
): Promise<MapRow[]> {
  const { rows } = await sql<MapRow>`
    select m.id, m.changed_at as "changedAt" from ${readable(part.kind, part.platform)}
    where (m.created_at, m.id) >= (${part.from.at}::timestamptz, ${part.from.id}::uuid)
    order by m.created_at, m.id limit ${part.size}`.execute(db);
  return rows;
}
