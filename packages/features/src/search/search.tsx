"use client";

import { useIsFetching } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { SearchBox } from "./search-box.tsx";
import { SearchResults, stepThroughHits } from "./search-results.tsx";
import { SearchStart } from "./search-start.tsx";
import { SearchTips } from "./search-tips.tsx";
import { useSearchAddress } from "./use-search-address.ts";
import { useSettled } from "./use-settled.ts";

// Between two letters of somebody who types at leisure.
const typingPause = 180;

/** Searching as one types; the address follows, so that a search can be kept and sent. */
export function Search(): ReactElement {
  const [address, writeAddress] = useSearchAddress((choice) => {
    setKind(choice.kind);
    ask(choice.q);
  });
  const [text, setText] = useState(address.q);
  const [asked, setAsked] = useState(address.q);
  const [kind, setKind] = useState(address.kind);
  const settled = useSettled(text, typingPause);
  const [lastSettled, setLastSettled] = useState(settled);
  if (settled !== lastSettled) {
    setLastSettled(settled);
    setAsked(settled);
  }
  const frame = useRef<HTMLDivElement>(null);
  const busy = useIsFetching(useTRPC().search.query.infiniteQueryFilter()) > 0;

  // The outside system is the address line.
  useEffect(() => writeAddress({ q: asked.trimStart(), kind }), [asked, kind, writeAddress]);

  function ask(q: string): void {
    setText(q);
    setAsked(q);
  }
  function focusBox(): void {
    frame.current?.querySelector<HTMLElement>("input[type=search]")?.focus();
  }
  function pick(q: string): void {
    ask(q);
    focusBox();
  }
  function enterHits(): void {
    stepThroughHits(frame.current?.querySelector<HTMLElement>("[data-hits]") ?? null, 1);
  }

  return (
    <div ref={frame} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="grid gap-2">
        <SearchBox
          value={text}
          busy={busy}
          onChange={setText}
          onSubmit={() => setAsked(text)}
          onDown={enterHits}
        />
        <SearchTips />
      </div>
      {asked.trim() === "" ? (
        <SearchStart onPick={pick} />
      ) : (
        <SearchResults choice={{ q: asked, kind }} onKind={setKind} onPick={pick} onUp={focusBox} />
      )}
    </div>
  );
}
