"use client";

import type { Visibility } from "@neothink/api/community/posts.schema";
import type { RouterOutputs } from "@neothink/api/core/router";
import { Button } from "@neothink/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@neothink/ui/popover";
import { RadioCard, RadioCards } from "@neothink/ui/radio-cards";
import { ChevronDown, LockKeyhole } from "lucide-react";
import { type ReactElement, useState } from "react";
import { audienceLabels, isVisibility } from "./audience-labels.ts";

export type Audience = RouterOutputs["community"]["posts"]["rights"]["audiences"][number];

/** Chooses who may read a post; locked choices say what opens them. */
export function AudiencePicker({
  value,
  audiences,
  onChange,
}: {
  value: Visibility;
  audiences: readonly Audience[];
  onChange: (value: Visibility) => void;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const { icon: Icon, name } = audienceLabels[value];
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="outline" size="sm" aria-label={`Readers: ${name}. Change`}>
          <Icon aria-hidden="true" />
          {name}
          <ChevronDown aria-hidden="true" className="text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="start"
        aria-label="Readers of the post"
        className="max-h-(--radix-popover-content-available-height) overflow-y-auto"
      >
        <RadioCards
          aria-label="Who may read it"
          className="gap-2"
          value={value}
          onValueChange={(next) => {
            if (isVisibility(next)) {
              onChange(next);
            }
            setOpen(false);
          }}
        >
          {audiences.map(({ visibility, allowed, lockReason }) => {
            const label = audienceLabels[visibility];
            return (
              <RadioCard
                key={visibility}
                value={visibility}
                disabled={!allowed}
                className="p-3"
                title={label.name}
                description={lockReason ?? label.description}
                icon={
                  allowed ? (
                    <label.icon aria-hidden="true" className="size-4" />
                  ) : (
                    <LockKeyhole aria-label="Locked" className="size-4" />
                  )
                }
              />
            );
          })}
        </RadioCards>
      </PopoverContent>
    </Popover>
  );
}
