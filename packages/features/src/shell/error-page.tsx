"use client";

import { ErrorState } from "@neothink/ui/error-state";
import type { ReactElement } from "react";

/** What stands in place of a page that failed; the rest of the app keeps working. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}): ReactElement {
  return (
    <div className="mx-auto max-w-2xl px-5 py-13">
      <ErrorState
        title="This page did not load"
        titleAs="h1"
        requestId={error.digest}
        onRetry={reset}
      />
    </div>
  );
}
