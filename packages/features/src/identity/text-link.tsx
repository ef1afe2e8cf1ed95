import { buttonVariants } from "@neothink/ui/button-variants";
import { cn } from "@neothink/ui/cn";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

/** A link inside a sentence. */
export function TextLink({ href, children }: { href: string; children: ReactNode }): ReactElement {
  return (
    <Link href={href} className={cn(buttonVariants({ variant: "link" }), "inline font-medium")}>
      {children}
    </Link>
  );
}
