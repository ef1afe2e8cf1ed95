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

/** Members with such a name or the beginning of one, else, if wanted, names that look alike; at most 51. */
export async function listMembersNamed(
  db: Db,
  { name, alike, limit }: { name: string; alike: boolean; limit: number },
): Promise<MemberHitRow[]> {
  const { rows } = await sql<MemberHitRow>`
    select id, full_name as name, avatar_url as "avatarUrl", bio, platforms
    from app.search_members(${name}, ${limit}::integer, ${alike}::boolean)`.execute(db);
  return rows;
}
