"use client";

import { isTokenType, type TokenType, tokens, tokenTypes } from "@neothink/brand/tokens";
import { Button } from "@neothink/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@neothink/ui/popover";
import { RadioCard, RadioCards } from "@neothink/ui/radio-cards";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { ChevronDown } from "lucide-react";
import { type ReactElement, useState } from "react";

const none = "none";

/** Chooses the token that a post stands for, and explains each. */
export function TokenPicker({
  value,
  onChange,
}: {
  value: TokenType | null;
  onChange: (value: TokenType | null) => void;
}): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="outline" size="sm" aria-label={`Token: ${value ?? "none"}. Change`}>
          {value ? <TokenGlyph token={value} /> : null}
          {value ?? "No token"}
          <ChevronDown aria-hidden="true" className="text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="start"
        aria-label="Token of the post"
        className="max-h-(--radix-popover-content-available-height) w-88 overflow-y-auto"
      >
        <p className="pb-3 text-sm text-muted-foreground">
          The tag says what your post is about, and the post earns that token.
        </p>
        <RadioCards
          aria-label="Token"
          className="gap-2"
          value={value ?? none}
          onValueChange={(next) => {
            onChange(isTokenType(next) ? next : null);
            setOpen(false);
          }}
        >
          {tokenTypes.map((type) => (
            <RadioCard
              key={type}
              value={type}
              className="p-3"
              title={`${tokens[type].name}: ${tokens[type].rewards}`}
              description={tokens[type].meaning}
              icon={<TokenGlyph token={type} className="size-4" />}
            />
          ))}
          <RadioCard
            value={none}
            className="p-3"
            title="No token"
            description="A word in passing. It earns LUCK."
          />
        </RadioCards>
      </PopoverContent>
    </Popover>
  );
}
