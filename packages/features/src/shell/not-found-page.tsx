import { Button } from "@neothink/ui/button";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactElement } from "react";

export const metadata: Metadata = { title: "Not found" };

/** For addresses that lead nowhere. */
export default function NotFoundPage(): ReactElement {
  return (
    <main
      id="content"
      className="mx-auto grid min-h-[80dvh] max-w-xl content-center justify-items-start gap-6 px-5 py-21 sm:px-8"
    >
      <p className="text-sm font-medium text-brand-text">Error 404</p>
      <h1 className="display text-[2.625rem] sm:text-[3.25rem]">
        There is nothing at this address
      </h1>
      <p className="leading-relaxed text-muted-foreground">
        It may have been removed, or it may be for its owner only. Check the address, or start from
        the beginning.
      </p>
      <Button asChild>
        <Link href="/">Go to the start</Link>
      </Button>
    </main>
  );
}
