import { brand } from "@neothink/brand/current";
import { ThemeToggle } from "@neothink/ui/theme-toggle";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

import { MarkGlyph } from "./mark.tsx";
import { Wordmark } from "./wordmark.tsx";

/** The frame of the pages that lead in: the form, and beside it whose door this is. */
export default function AuthLayout({ children }: { children: ReactNode }): ReactElement {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[1.618fr_1fr]">
      <div className="flex flex-col">
        <header className="flex items-center justify-between px-5 py-4 sm:px-8">
          <Link href="/" className="-mx-1 rounded-md px-1 py-1">
            <Wordmark platform={brand} />
          </Link>
          <ThemeToggle />
        </header>
        <main id="content" className="flex flex-1 items-center px-5 py-8 sm:px-8">
          <div className="mx-auto w-full max-w-sm">{children}</div>
        </main>
      </div>
      <aside
        aria-label={brand.name}
        className="relative hidden overflow-hidden border-l border-brand-border bg-brand-soft lg:flex lg:flex-col lg:justify-end lg:p-13"
      >
        <MarkGlyph
          mark={brand.mark}
          className="absolute -top-[12%] -right-[34%] size-[42rem] text-brand opacity-[0.11]"
        />
        <p className="display relative max-w-[13ch] text-[2.625rem] text-balance">
          {brand.tagline}
        </p>
        <p className="relative mt-5 max-w-[38ch] leading-relaxed text-muted-foreground">
          {brand.description}
        </p>
      </aside>
    </div>
  );
}
