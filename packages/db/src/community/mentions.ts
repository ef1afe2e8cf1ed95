import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Somebody who can be named in a text. */
export interface MentionableRow {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
}

/** Members with such a name who may read what is written for this audience; at most 8. */
export async function listMentionable(
  db: Db,
  { name, audience }: { readonly name: string; readonly audience: string },
): Promise<MentionableRow[]> {
  const { rows } = await sql<MentionableRow>`
    select id, full_name as name, avatar_url as "avatarUrl"
    from app.mentionable_members(${name}, ${audience}, 8)`.execute(db);
  return rows;
}

/**
 * Notes who is named in a text, once for each; leaves out the writer and who may not read it. Gives
 * those who are new. Needs the service's rights.
 */
export async function insertMentions(
  db: Db,
  mentions: {
    readonly memberIds: readonly string[];
    readonly actorId: string;
    readonly type: string;
    readonly id: string;
    readonly context: string;
  },
): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    with named as materialized (
      select u.id from users u
      where u.id = any (${[...mentions.memberIds]}::uuid[]) and u.id <> ${mentions.actorId}::uuid
        and not exists (select from user_mentions m where m.mentioned_user_id = u.id
          and m.content_type = ${mentions.type} and m.content_id = ${mentions.id}::uuid)
        and app.can_read(u.id, ${mentions.type}, ${mentions.id}::uuid)
      order by u.id
    )
    insert into user_mentions (mentioned_user_id, mentioned_by, content_type, content_id, context)
    select id, ${mentions.actorId}::uuid, ${mentions.type}, ${mentions.id}::uuid, ${mentions.context} from named
    on conflict do nothing
    returning mentioned_user_id as "userId"`.execute(db);
  return rows.map((row) => row.userId);
}
