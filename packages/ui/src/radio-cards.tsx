"use client";

import * as RadioGroup from "radix-ui/radio-group";
import type { ComponentProps, ReactElement, ReactNode } from "react";

import { cn } from "./cn.ts";

/** One choice of a few, each with room to explain itself. Needs `aria-label` or `aria-labelledby`. */
export function RadioCards({
  className,
  ...props
}: ComponentProps<typeof RadioGroup.Root>): ReactElement {
  return <RadioGroup.Root className={cn("grid gap-3", className)} {...props} />;
}

/** A choice: a title, optionally an explanation and an icon. */
export function RadioCard({
  title,
  description,
  icon,
  className,
  ...props
}: Omit<ComponentProps<typeof RadioGroup.Item>, "title" | "children"> & {
  title: ReactNode;
  description?: ReactNode;
  icon?: ReactNode;
}): ReactElement {
  return (
    <RadioGroup.Item
      className={cn(
        "group flex w-full items-start gap-3 rounded-lg border bg-card p-4 text-left shadow-xs transition-colors hover:border-input",
        "data-[state=checked]:border-primary data-[state=checked]:bg-brand-soft disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <span
        aria-hidden="true"
        className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-input group-data-[state=checked]:border-primary"
      >
        <RadioGroup.Indicator className="size-2 rounded-full bg-primary forced-colors:bg-[Highlight]" />
      </span>
      <span className="grid gap-0.5">
        <span className="text-sm leading-5 font-medium">{title}</span>
        {description === undefined ? null : (
          <span className="text-sm leading-5 text-muted-foreground">{description}</span>
        )}
      </span>
      {icon === undefined ? null : <span className="ml-auto text-muted-foreground">{icon}</span>}
    </RadioGroup.Item>
  );
}
