"use client";

import { Button } from "@neothink/ui/button";
import { Kbd } from "@neothink/ui/kbd";
import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactElement, useCallback, useState } from "react";
import { useSearchKeys } from "./use-search-keys.ts";

const SearchDialog = dynamic(async () => (await import("./search-dialog.tsx")).SearchDialog, {
  ssr: false,
});

/** Opens the search from any page, also by `/` and by Ctrl or Cmd with K. */
export function SearchButton(): ReactElement {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const show = useCallback((wanted: boolean) => {
    setOpen(wanted);
    setUsed(true);
  }, []);
  useSearchKeys(useCallback(() => show(true), [show]));
  return (
    <>
      <Button
        variant="ghost"
        aria-label="Search"
        aria-keyshortcuts="/ Control+K Meta+K"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => show(true)}
        className="gap-2 text-muted-foreground max-md:size-10 max-md:px-0 md:h-9 md:border md:bg-card md:px-3 md:shadow-xs"
      >
        <Search aria-hidden="true" className="size-[1.125rem] md:size-4" />
        <span className="max-md:hidden">Search</span>
        <span className="max-md:hidden">
          <Kbd>/</Kbd>
        </span>
      </Button>
      {used ? <SearchDialog open={open} onOpenChange={show} /> : null}
    </>
  );
}
