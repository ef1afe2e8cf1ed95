import type { VariantProps } from "class-variance-authority";
import { cva } from "class-variance-authority";
import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";

const badgeVariants = cva(
  "inline-flex h-6 items-center gap-1.5 rounded-full px-2.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0 forced-colors:border",
  {
    variants: {
      variant: {
        neutral: "bg-secondary text-secondary-foreground",
        outline: "border bg-transparent text-muted-foreground",
        brand: "bg-brand-soft text-brand-text",
        success: "bg-success-soft text-success",
        warning: "bg-warning-soft text-warning",
        destructive: "bg-destructive-soft text-destructive",
        info: "bg-info-soft text-info",
        luck: "bg-token-luck-soft text-token-luck",
        live: "bg-token-live-soft text-token-live",
        love: "bg-token-love-soft text-token-love",
        life: "bg-token-life-soft text-token-life",
      },
    },
    defaultVariants: { variant: "neutral" },
  },
);

/** A short word on a thing's state or kind. */
export function Badge({
  className,
  variant,
  ...props
}: ComponentProps<"span"> & VariantProps<typeof badgeVariants>): ReactElement {
  return <span className={cn(badgeVariants({ variant }), className)} {...props} />;
}
