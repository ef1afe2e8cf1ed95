import type { VariantProps } from "class-variance-authority";
import { cva } from "class-variance-authority";

/** The looks of a button, also for links that look like one. */
export const buttonVariants = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap",
    "transition-[background-color,border-color,color,box-shadow,scale] duration-150 select-none",
    "active:scale-[0.985] disabled:pointer-events-none disabled:opacity-50",
    "aria-disabled:pointer-events-none aria-disabled:opacity-50",
    "[&_svg]:pointer-events-none [&_svg:not([class*='size-'])]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary:
          "bg-primary text-primary-foreground shadow-sm hover:bg-primary-hover forced-colors:border",
        secondary: "bg-secondary text-secondary-foreground hover:bg-border",
        outline: "border border-border bg-card text-foreground shadow-xs hover:bg-accent",
        ghost: "text-foreground hover:bg-accent",
        destructive:
          "border border-destructive/30 bg-destructive-soft text-destructive hover:border-destructive/60",
        link: "h-auto! min-h-6 rounded-sm px-0! text-brand-text underline decoration-brand-border underline-offset-4 hover:decoration-current",
      },
      size: {
        sm: "h-8 px-3 text-[0.8125rem]",
        md: "h-10 px-4 text-sm",
        lg: "h-12 px-6 text-base",
        icon: "size-10",
        "icon-sm": "size-8",
      },
    },
    defaultVariants: { variant: "primary", size: "md" },
  },
);

/** The choices of look and size of a button. */
export type ButtonVariants = VariantProps<typeof buttonVariants>;
