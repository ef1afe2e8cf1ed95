"use client";

import { useEffect } from "react";

/**
 * Notices that the session has ended, or become somebody else's, in another tab or another of the
 * four apps: coming back to this tab then loads the page anew, and with it the right one.
 */
export function SessionWatch({ viewerId }: { viewerId: string }): null {
  // The outside systems are the tab's visibility and the browser's cookies.
  useEffect(() => {
    async function look(): Promise<void> {
      if (document.visibilityState !== "visible") {
        return;
      }
      const answer = await fetch("/auth/session", { cache: "no-store" }).catch(() => null);
      const body: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
      if (typeof body === "object" && body !== null && "id" in body && body.id !== viewerId) {
        window.location.reload();
      }
    }
    // A page from the back-forward cache may be older than the session.
    const onShow = (event: PageTransitionEvent) => void (event.persisted && look());
    const onVisible = () => void look();
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("pageshow", onShow);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("pageshow", onShow);
    };
  }, [viewerId]);
  return null;
}
