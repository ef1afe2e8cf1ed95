"use client";

import { Button } from "@neothink/ui/button";
import { ErrorState } from "@neothink/ui/error-state";
import type { ReactElement } from "react";

/**
 * When the frame around a page failed, most often because its data could not be read. The way out
 * by signing out helps when the account itself is the reason.
 */
export default function RootErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}): ReactElement {
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-2xl content-center px-5 py-13">
      <ErrorState
        title="The app could not be shown"
        titleAs="h1"
        requestId={error.digest}
        onRetry={reset}
        action={
          <form method="post" action="/auth/sign-out">
            <Button variant="ghost" type="submit">
              Sign out
            </Button>
          </form>
        }
      />
    </main>
  );
}
