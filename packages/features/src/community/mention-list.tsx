"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Avatar } from "@neothink/ui/avatar";
import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";

export type Mentionable = RouterOutputs["community"]["mentions"]["list"][number];

/** Members whose name begins as typed; the text keeps the focus. */
export function MentionList({
  id,
  members,
  active,
  onChoose,
}: {
  id: string;
  members: readonly Mentionable[];
  active: number;
  onChoose: (member: Mentionable) => void;
}): ReactElement {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Members"
      className="absolute top-full left-0 z-40 mt-1 grid w-72 max-w-full gap-0.5 rounded-lg border bg-popover p-1.5 text-popover-foreground shadow-lg"
    >
      {members.map((member, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text above holds the focus and the keys
        <div
          key={member.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(member)}
          className={cn(
            "flex cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 text-sm",
            index === active && "bg-accent",
          )}
        >
          <Avatar name={member.name} src={member.avatarUrl} size="sm" />
          <span className="truncate">{member.name}</span>
        </div>
      ))}
    </div>
  );
}
