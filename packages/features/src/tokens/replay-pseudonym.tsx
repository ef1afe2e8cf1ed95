"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Under which name the viewer stands in the public record of the economy. */
export function ReplayPseudonym({
  recordHref,
  censusHref,
}: {
  recordHref: string;
  censusHref: string;
}): ReactElement | null {
  const pseudonym = useQuery(useTRPC().tokens.pseudonym.get.queryOptions());
  if (!pseudonym.data) {
    return null;
  }
  return (
    <p className="text-[0.8125rem] leading-6 text-muted-foreground">
      In the{" "}
      <a
        href={recordHref}
        className="text-foreground underline decoration-brand-border underline-offset-4"
      >
        public record of the economy
      </a>{" "}
      you are <code className="break-all text-foreground select-all">{pseudonym.data}</code>. Only
      you are told. How many we are and what we hold together stands in the{" "}
      <a
        href={censusHref}
        className="text-foreground underline decoration-brand-border underline-offset-4"
      >
        census
      </a>
      .
    </p>
  );
}
