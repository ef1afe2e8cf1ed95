import type { MarkName } from "@neothink/brand/platforms";
import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";

/** Each drawn on a 32 by 32 grid, around the same centre and of the same weight. */
const drawings: Record<MarkName, ReactElement> = {
  // Four paths that meet in one point of light.
  spark: (
    <>
      <path d="M16 5c.6 6.4 4 10.4 11 11-7 .6-10.4 4.6-11 11-.6-6.4-4-10.4-11-11 7-.6 10.4-4.6 11-11Z" />
      <circle cx="24.6" cy="7.4" r="1.7" opacity=".75" />
    </>
  ),
  // A summit, and the lower one that was climbed before.
  peak: (
    <>
      <path d="M18.2 6.6 27 25H9.400Z" />
      <path d="M9.6 14.2 4.6 25h4.200l3-6.300Z" opacity=".7" />
    </>
  ),
  // Two views laid over each other: where they agree, the picture is whole.
  lens: (
    <>
      <circle cx="12" cy="16" r="8" fill="none" stroke="currentColor" strokeWidth="2.2" />
      <circle cx="20" cy="16" r="8" fill="none" stroke="currentColor" strokeWidth="2.2" />
      <path d="M16 9.07a8 8 0 0 1 0 13.86 8 8 0 0 1 0-13.86Z" />
    </>
  ),
  // A bolt of two equal halves: energy that returns.
  bolt: (
    <>
      <path d="M18.4 4.6 7.6 17.800h7.600Z" />
      <path d="M13.6 27.4 24.4 14.200h-7.600Z" opacity=".8" />
    </>
  ),
};

/** The bare mark in the current text colour. */
export function MarkGlyph({
  mark,
  className,
}: {
  mark: MarkName;
  className?: string;
}): ReactElement {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="currentColor"
      aria-hidden="true"
      className={cn("size-8", className)}
    >
      {drawings[mark]}
    </svg>
  );
}
