import "server-only";
import { getViewerClaims } from "@neothink/auth/server";
import type { PlatformSlug } from "@neothink/brand/platforms";
import { redirect } from "next/navigation";
import { cache } from "react";

/** Whether the viewer may use a platform, and if not, why. */
export type AccessState = "open" | "not_joined" | "expired";

/** What the frame around a member's page shows. */
export interface FrameData {
  name: string;
  email: string | undefined;
  avatarUrl: string | undefined;
  access: Record<PlatformSlug, AccessState>;
}

/** Reads what the frame shows, once per request. Sends visitors to the sign-in page. */
export const frameData: () => Promise<FrameData> = cache(async () => {
  const claims = await getViewerClaims();
  if (claims === null) {
    redirect("/sign-in");
  }
  return {
    name: claims.email ?? "Member",
    email: claims.email,
    avatarUrl: undefined,
    access: { hub: "open", ascenders: "open", neothinkers: "open", immortals: "open" },
  };
});
