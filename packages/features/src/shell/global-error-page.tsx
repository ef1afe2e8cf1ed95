"use client";

import type { CSSProperties, ReactElement } from "react";

const page: CSSProperties = {
  margin: 0,
  minHeight: "100dvh",
  display: "grid",
  placeContent: "center",
  gap: "1rem",
  padding: "2rem",
  fontFamily: "ui-sans-serif, system-ui, sans-serif",
  colorScheme: "light dark",
  background: "Canvas",
  color: "CanvasText",
};

/** When even the frame failed: needs neither theme nor fonts nor data. */
export default function GlobalErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}): ReactElement {
  return (
    <html lang="en">
      <body style={page}>
        <title>Something went wrong</title>
        <main role="alert" style={{ display: "grid", gap: "1rem", maxWidth: "34rem" }}>
          <h1 style={{ margin: 0, fontSize: "1.5rem" }}>The app could not start</h1>
          <p style={{ margin: 0, lineHeight: 1.6 }}>
            What you saved is kept. Try again in a moment.
            {error.digest === undefined ? null : ` Number to quote: ${error.digest}.`}
          </p>
          <button
            type="button"
            onClick={reset}
            style={{ justifySelf: "start", padding: "0.625rem 1rem", font: "inherit" }}
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
