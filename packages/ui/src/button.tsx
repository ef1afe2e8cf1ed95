import * as Slot from "radix-ui/slot";
import type { ComponentProps, ReactElement } from "react";
import type { ButtonVariants } from "./button-variants.ts";
import { buttonVariants } from "./button-variants.ts";
import { cn } from "./cn.ts";

export interface ButtonProps extends ComponentProps<"button">, ButtonVariants {
  /** Lends the look to the single child, for example a link. */
  asChild?: boolean;
}

/** A button. Its type is "button" unless said otherwise, so that it never submits by accident. */
export function Button({
  asChild = false,
  className,
  variant,
  size,
  type,
  ...props
}: ButtonProps): ReactElement {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return <Slot.Root className={classes} {...props} />;
  }
  return <button type={type ?? "button"} className={classes} {...props} />;
}
