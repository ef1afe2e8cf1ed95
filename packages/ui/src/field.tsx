"use client";

import { CircleAlert } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useId, useMemo } from "react";

import { cn } from "./cn.ts";
import { FieldContext } from "./field-context.ts";
import { Label } from "./label.tsx";

export interface FieldProps {
  label: ReactNode;
  /** What to enter, shown under the control and read with it. */
  hint?: ReactNode;
  /** What is wrong; marks the control as invalid. */
  error?: string | undefined;
  required?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  /** Stands at the right of the label, e.g. a "Forgot it?" link. */
  aside?: ReactNode;
  className?: string;
  /** One control of this package; it ties itself to the label, hint and error. */
  children: ReactNode;
}

/** A control with its label, hint and error, wired for assistive technology. */
export function Field({
  label,
  hint,
  error,
  required = false,
  hideLabel = false,
  aside,
  className,
  children,
}: FieldProps): ReactElement {
  const base = useId();
  const hasHint = hint !== undefined;
  const hasError = error !== undefined && error !== "";
  const context = useMemo(
    () => ({
      controlId: `${base}control`,
      labelId: `${base}label`,
      hintId: hasHint ? `${base}hint` : undefined,
      errorId: hasError ? `${base}error` : undefined,
      required,
    }),
    [base, hasHint, hasError, required],
  );
  return (
    <FieldContext value={context}>
      <div className={cn("grid gap-2", className)}>
        <div className={cn("flex items-baseline justify-between gap-4", hideLabel && "sr-only")}>
          <Label id={context.labelId} htmlFor={context.controlId}>
            {label}
          </Label>
          {aside === undefined ? null : <span className="text-sm">{aside}</span>}
        </div>
        {children}
        {hasError ? (
          <p id={context.errorId} className="flex items-start gap-1.5 text-sm text-destructive">
            <CircleAlert aria-hidden="true" className="mt-[3px] size-3.5 shrink-0" />
            <span>{error}</span>
          </p>
        ) : null}
        {hasHint ? (
          <p id={context.hintId} className="text-[0.8125rem] leading-5 text-muted-foreground">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}
