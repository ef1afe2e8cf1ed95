"use client";

import { Check } from "lucide-react";
import * as CheckboxPrimitive from "radix-ui/checkbox";
import type { ComponentProps, ReactElement, ReactNode } from "react";

import { cn } from "./cn.ts";

/** One of several choices of which any number may be taken, with room to explain itself. */
export function CheckboxCard({
  title,
  description,
  icon,
  className,
  ...props
}: Omit<ComponentProps<typeof CheckboxPrimitive.Root>, "title" | "children"> & {
  title: ReactNode;
  description?: ReactNode;
  icon?: ReactNode;
}): ReactElement {
  return (
    <CheckboxPrimitive.Root
      className={cn(
        "group flex w-full items-start gap-3 rounded-lg border bg-card p-4 text-left shadow-xs transition-colors hover:border-input",
        "data-[state=checked]:border-primary data-[state=checked]:bg-brand-soft disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <span
        aria-hidden="true"
        className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border border-input group-data-[state=checked]:border-primary group-data-[state=checked]:bg-primary group-data-[state=checked]:text-primary-foreground"
      >
        <CheckboxPrimitive.Indicator>
          <Check strokeWidth={3} className="size-3" />
        </CheckboxPrimitive.Indicator>
      </span>
      <span className="grid gap-0.5">
        <span className="text-sm leading-5 font-medium">{title}</span>
        {description === undefined ? null : (
          <span className="text-sm leading-5 text-muted-foreground">{description}</span>
        )}
      </span>
      {icon === undefined ? null : <span className="ml-auto text-muted-foreground">{icon}</span>}
    </CheckboxPrimitive.Root>
  );
}
