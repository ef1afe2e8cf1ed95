import { Check } from "lucide-react";
import type { ReactElement } from "react";

import { cn } from "./cn.ts";

export interface Step {
  key: string;
  title: string;
  state: "done" | "current" | "ahead" | "skipped";
}

const stateText = { done: "done", current: "current step", ahead: "to come", skipped: "skipped" };

/** Where one stands in a row of steps. On phones only the current title is shown. */
export function Stepper({
  steps,
  label,
  className,
}: {
  steps: readonly Step[];
  label: string;
  className?: string;
}): ReactElement {
  const at = steps.findIndex((step) => step.state === "current");
  const current = steps[at];
  return (
    <div className={className}>
      {current === undefined ? null : (
        <p aria-hidden="true" className="mb-3 text-sm text-muted-foreground sm:hidden">
          Step {at + 1} of {steps.length}: <span className="text-foreground">{current.title}</span>
        </p>
      )}
      <ol aria-label={label} className="flex gap-2">
        {steps.map((step) => (
          <li
            key={step.key}
            aria-current={step.state === "current" ? "step" : undefined}
            className="grid flex-1 content-start gap-2"
          >
            <span
              aria-hidden="true"
              className={cn(
                "h-1 rounded-full bg-border forced-colors:border",
                step.state === "done" && "bg-primary forced-colors:bg-[Highlight]",
                step.state === "current" && "bg-brand forced-colors:bg-[Highlight]",
              )}
            />
            <span
              className={cn(
                "flex items-center gap-1.5 text-[0.8125rem] leading-5 text-muted-foreground max-sm:sr-only",
                step.state === "current" && "font-medium text-foreground",
              )}
            >
              {step.state === "done" ? (
                <Check aria-hidden="true" className="size-3.5 text-brand-text" />
              ) : null}
              {step.title}
              <span className="sr-only">, {stateText[step.state]}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
