"use client";

import { queryLength } from "@neothink/api/search/search.schema";
import { Button } from "@neothink/ui/button";
import { Input } from "@neothink/ui/input";
import { Spinner } from "@neothink/ui/spinner";
import { Search, X } from "lucide-react";
import { type ReactElement, useRef } from "react";

/** The line that one types a search into. */
export function SearchBox({
  value,
  busy,
  onChange,
  onSubmit,
  onDown,
}: {
  value: string;
  busy: boolean;
  onChange: (value: string) => void;
  onSubmit: () => void;
  /** Arrow down: on to the hits. */
  onDown: () => void;
}): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <search>
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          ref={input}
          type="search"
          name="q"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") {
              event.preventDefault();
              onDown();
            }
          }}
          maxLength={queryLength}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder="Posts, topics and members"
          aria-label="Search"
          aria-describedby="search-tips"
          className="h-13 rounded-lg pr-12 pl-12 text-base sm:h-13 sm:text-base [&::-webkit-search-cancel-button]:hidden"
        />
        <span className="absolute top-1/2 right-2.5 -translate-y-1/2">
          {busy ? <Spinner className="mr-2 text-muted-foreground" /> : null}
          {!busy && value !== "" ? (
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label="Clear the search"
              onClick={() => {
                onChange("");
                input.current?.focus();
              }}
            >
              <X aria-hidden="true" />
            </Button>
          ) : null}
        </span>
      </form>
    </search>
  );
}
