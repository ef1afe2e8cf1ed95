import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { ThemeToggle } from "@neothink/ui/theme-toggle";
import Link from "next/link";
import type { ReactElement } from "react";

import { Wordmark } from "./wordmark.tsx";

/** The head of the pages that visitors see. */
export function PublicHeader(): ReactElement {
  return (
    <header className="sticky top-0 z-30 border-b border-transparent bg-background/80 backdrop-blur-md">
      <div className="mx-auto flex h-16 max-w-[76rem] items-center justify-between gap-3 px-5 sm:px-8">
        <Link href="/" className="-mx-1 rounded-md px-1 py-1">
          <Wordmark platform={brand} />
        </Link>
        <nav aria-label="Account" className="flex items-center gap-1 sm:gap-2">
          <ThemeToggle />
          <Button asChild variant="ghost" className="max-sm:px-3">
            <Link href="/sign-in">Sign in</Link>
          </Button>
          <Button asChild className="max-sm:hidden">
            <Link href="/sign-up">Join</Link>
          </Button>
        </nav>
      </div>
    </header>
  );
}
