import type { PostingRights } from "@neothink/db/community/posting-rights";
import type { Visibility } from "./posts.schema.ts";
import { visibilities } from "./posts.schema.ts";

/** A choice of readers, and why it is locked for this member. */
export interface Audience {
  readonly visibility: Visibility;
  readonly allowed: boolean;
  /** One sentence for the member; null when allowed. */
  readonly lockReason: string | null;
}

const reasons: Record<Visibility, string | null> = {
  public: null,
  premium: "Opens with a premium or superachiever membership.",
  superachiever: "Opens with a superachiever membership.",
  private: null,
};

/** Whether a member with these rights may write for these readers: nobody writes above their tier. */
export function reaches(rights: PostingRights, visibility: Visibility): boolean {
  switch (visibility) {
    case "public":
    case "private":
      return true;
    case "premium":
      return rights.guardian || rights.tier === "premium" || rights.tier === "superachiever";
    case "superachiever":
      return rights.guardian || rights.tier === "superachiever";
  }
}

/** All choices of readers, open ones and locked ones. */
export function audiencesFor(rights: PostingRights): Audience[] {
  return visibilities.map((visibility) => {
    const allowed = reaches(rights, visibility);
    return { visibility, allowed, lockReason: allowed ? null : reasons[visibility] };
  });
}
