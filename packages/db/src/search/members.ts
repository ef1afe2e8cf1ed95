import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A member whose card the caller may see. */
export interface MemberHitRow {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly bio: string | null;
  readonly platforms: string[];
}

/**
 * Members with such a name or the beginning of one, else, if wanted, names that look alike; at most
 * 51, without those who left the directory.
 */
export async function listMembersNamed(
  db: Db,
  { name, alike, limit }: { name: string; alike: boolean; limit: number },
): Promise<MemberHitRow[]> {
  const { rows } = await sql<MemberHitRow>`
    select m.id, m.full_name as name, m.avatar_url as "avatarUrl", m.bio, m.platforms
    from app.search_members(${name}, ${limit}::integer, ${alike}::boolean) with ordinality
      as m (id, full_name, avatar_url, bio, platforms, score, place)
    where m.id = (select auth.uid()) or (select c.listed from member_cards c where c.id = m.id)
    order by m.place`.execute(db);
  return rows;
}

/** Ids of members with such a name whose writings may be gathered in one place; at most 51. */
export async function listWritersNamed(db: Db, name: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from app.search_members(${name}, 51, false) m
    where m.id = (select auth.uid())
      or (select c.show_activity from member_cards c where c.id = m.id)`.execute(db);
  return rows.map((row) => row.id);
}
