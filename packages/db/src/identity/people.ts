import type { Db } from "../core/identity.ts";

/** The only columns of a person that others are shown. */
export const cardColumns = [
  "member_cards.id",
  "member_cards.full_name",
  "member_cards.avatar_url",
  "member_cards.bio",
  "member_cards.is_ascender",
  "member_cards.is_neothinker",
  "member_cards.is_immortal",
  "member_cards.is_guardian",
  "member_cards.joined_at",
] as const;

/** What others see of a member. */
export interface MemberCard {
  id: string;
  full_name: string | null;
  avatar_url: string | null;
  bio: string | null;
  is_ascender: boolean;
  is_neothinker: boolean;
  is_immortal: boolean;
  is_guardian: boolean;
  joined_at: Date;
}

/** The card of one member, or undefined when the viewer may not see it. */
export async function findCard(db: Db, id: string): Promise<MemberCard | undefined> {
  return db.selectFrom("member_cards").select(cardColumns).where("id", "=", id).executeTakeFirst();
}
