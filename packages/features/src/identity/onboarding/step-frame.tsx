"use client";

import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement, ReactNode } from "react";
import { useEffect, useRef } from "react";

/** The frame of one step: what it is, its entries, the way back and on. */
export function StepFrame({
  title,
  lead,
  problem,
  pending,
  next = "Continue",
  onBack,
  onSubmit,
  children,
}: {
  title: string;
  lead: ReactNode;
  problem: string | null;
  pending: boolean;
  next?: string;
  onBack: (() => void) | undefined;
  onSubmit: () => void;
  children: ReactNode;
}): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);

  // The outside system is the document's focus: a new step is announced and read from its title.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <form
      noValidate
      className="grid gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <header className="grid gap-3">
        <h1
          ref={heading}
          tabIndex={-1}
          className="display text-[2rem] outline-none sm:text-[2.625rem]"
        >
          {title}
        </h1>
        <p className="max-w-[58ch] leading-relaxed text-muted-foreground">{lead}</p>
      </header>
      {children}
      {problem === null ? null : <Alert tone="error">{problem}</Alert>}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton needsScript size="lg" pending={pending}>
          {next}
        </SubmitButton>
        {onBack === undefined ? null : (
          <Button variant="ghost" size="lg" onClick={onBack}>
            Back
          </Button>
        )}
      </div>
    </form>
  );
}
