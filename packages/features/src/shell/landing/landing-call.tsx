import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

import { MarkGlyph } from "../mark.tsx";

/** The last word of a landing page, and the way in. */
export function LandingCall({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children: ReactNode;
  action: string;
}): ReactElement {
  return (
    <section className="px-5 pb-21 sm:px-8 sm:pb-28">
      <div className="relative mx-auto max-w-[72rem] overflow-hidden rounded-2xl border border-brand-border bg-brand-soft px-6 py-16 sm:px-13 sm:py-21">
        <MarkGlyph
          mark={brand.mark}
          className="absolute -right-16 -bottom-24 size-[26rem] text-brand opacity-[0.13] sm:-right-8"
        />
        <div className="relative grid justify-items-start gap-5">
          <h2 className="display max-w-[18ch] text-[2.25rem] sm:text-[3.25rem]">{title}</h2>
          <p className="max-w-[48ch] text-lg leading-relaxed text-muted-foreground">{children}</p>
          <Button asChild size="lg" className="mt-3">
            <Link href="/sign-up">
              {action}
              <ArrowRight aria-hidden="true" />
            </Link>
          </Button>
        </div>
      </div>
    </section>
  );
}
