import type { Visibility } from "@neothink/api/community/posts.schema";
import { Globe, Lock, type LucideIcon, Sparkles, Star } from "lucide-react";

interface AudienceLabel {
  readonly name: string;
  readonly description: string;
  readonly icon: LucideIcon;
}

/** Words and signs of who may read a post. */
export const audienceLabels: Record<Visibility, AudienceLabel> = {
  public: { name: "Everyone", description: "All members, and visitors too.", icon: Globe },
  premium: { name: "Premium", description: "Premium members and superachievers.", icon: Star },
  superachiever: { name: "Superachievers", description: "Superachievers only.", icon: Sparkles },
  private: { name: "Only me", description: "Nobody but you.", icon: Lock },
};

/** True for a value that names readers. */
export function isVisibility(value: string): value is Visibility {
  return value in audienceLabels;
}
