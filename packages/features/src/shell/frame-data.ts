import "server-only";
import type { PlatformAccess } from "@neothink/api/identity/access";
import type { ViewerFacts } from "@neothink/api/identity/viewer";
import { endedPath } from "@neothink/auth/ended";
import { getViewerClaims } from "@neothink/auth/server";
import type { PlatformSlug } from "@neothink/brand/platforms";
import { redirect } from "next/navigation";
import { cache } from "react";

import type { AccessState } from "./access-state.ts";
import { caller } from "./trpc-server.tsx";

/** What the frame around a member's page shows. */
export interface FrameData {
  id: string;
  name: string;
  email: string | undefined;
  avatarUrl: string | undefined;
  access: Record<PlatformSlug, AccessState>;
}

/** The signed-in member, read once per request. Sends visitors to the sign-in page. */
export const frameViewer: () => Promise<ViewerFacts> = cache(async () => {
  if ((await getViewerClaims()) === null) {
    redirect("/sign-in");
  }
  const api = await caller();
  try {
    return await api.identity.viewer.get();
  } catch (error) {
    if (isVoidSession(error)) {
      redirect(endedPath("/home"));
    }
    throw error;
  }
});

/** The account has gone, or the session owes its second factor: signing in anew is the way on. */
function isVoidSession(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  const reason = cause instanceof Error && "reason" in cause ? cause.reason : null;
  return reason === "account_gone" || reason === "second_factor_required";
}

function stateOf(entries: readonly PlatformAccess[], slug: PlatformSlug): AccessState {
  const entry = entries.find(({ platform }) => platform === slug);
  if (entry === undefined || entry.open) {
    return entry === undefined ? "not_joined" : "open";
  }
  return entry.reason === "expired" || entry.reason === "taken" ? entry.reason : "not_joined";
}

/** What the frame shows of the signed-in member. Sends visitors to the sign-in page. */
export async function frameData(): Promise<FrameData> {
  const viewer = await frameViewer();
  return {
    id: viewer.id,
    name: viewer.fullName ?? viewer.email ?? "Member",
    email: viewer.email ?? undefined,
    avatarUrl: viewer.avatarUrl ?? undefined,
    access: {
      hub: stateOf(viewer.access, "hub"),
      ascenders: stateOf(viewer.access, "ascenders"),
      neothinkers: stateOf(viewer.access, "neothinkers"),
      immortals: stateOf(viewer.access, "immortals"),
    },
  };
}
