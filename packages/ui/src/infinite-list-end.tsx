"use client";

import type { ReactElement } from "react";
import { useEffect, useRef } from "react";

import { Button } from "./button.tsx";
import { Spinner } from "./spinner.tsx";

/**
 * The end of an endless list: asks for more shortly before it comes into view, and has a button
 * for keyboards, for screen readers and for when a page failed to load.
 */
export function InfiniteListEnd({
  hasMore,
  loading,
  failed = false,
  onMore,
  endText = "That is all for now.",
}: {
  hasMore: boolean;
  loading: boolean;
  failed?: boolean;
  onMore: () => void;
  endText?: string;
}): ReactElement {
  const mark = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  const watching = hasMore && !loading && !failed;

  // The outside system is the browser's intersection observer.
  useEffect(() => {
    const element = mark.current;
    if (!watching || element === null) {
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          more.current();
        }
      },
      { rootMargin: "600px 0px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [watching]);

  return (
    <div ref={mark} className="grid min-h-16 place-items-center py-5 text-sm text-muted-foreground">
      {hasMore ? (
        <Button
          variant="outline"
          aria-disabled={loading || undefined}
          onClick={() => loading || onMore()}
        >
          {loading ? <Spinner /> : null}
          {loading ? "Loading more" : null}
          {!loading && failed ? "Could not load more. Try again" : null}
          {loading || failed ? null : "Load more"}
        </Button>
      ) : (
        <p>{endText}</p>
      )}
    </div>
  );
}
