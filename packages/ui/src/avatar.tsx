"use client";

import * as AvatarPrimitive from "radix-ui/avatar";
import type { ReactElement } from "react";

import { cn } from "./cn.ts";
import { initials } from "./initials.ts";

const sizes = {
  sm: "size-7 text-[0.625rem]",
  md: "size-9 text-xs",
  lg: "size-12 text-sm",
  xl: "size-20 text-xl",
};

/** A person's picture, or their initials while there is none. The name must stand beside it. */
export function Avatar({
  name,
  src,
  size = "md",
  className,
}: {
  name: string;
  src?: string | null | undefined;
  size?: keyof typeof sizes;
  className?: string;
}): ReactElement {
  return (
    <AvatarPrimitive.Root
      aria-hidden="true"
      className={cn(
        "inline-grid shrink-0 place-items-center overflow-hidden rounded-full bg-brand-soft ring-1 ring-brand-border ring-inset",
        sizes[size],
        className,
      )}
    >
      {src ? <AvatarPrimitive.Image src={src} alt="" className="size-full object-cover" /> : null}
      <AvatarPrimitive.Fallback className="font-semibold tracking-wide text-brand-text">
        {initials(name)}
      </AvatarPrimitive.Fallback>
    </AvatarPrimitive.Root>
  );
}
