import type { ReactionKind } from "@neothink/api/community/posts.schema";
import { HandHeart, Lightbulb, type LucideIcon, PartyPopper, ThumbsUp } from "lucide-react";

/** Words and signs of the reactions. */
export const reactionLabels: Record<
  ReactionKind,
  { readonly name: string; readonly hint: string; readonly icon: LucideIcon }
> = {
  like: { name: "I agree", hint: "You are with it.", icon: ThumbsUp },
  love: { name: "Love", hint: "It moves you.", icon: HandHeart },
  celebrate: { name: "Celebrate", hint: "Something was achieved.", icon: PartyPopper },
  insightful: {
    name: "Insightful",
    hint: "It taught you something; its author is credited.",
    icon: Lightbulb,
  },
};
