"use client";

import { type SetLevel, watchLevels } from "@neothink/api/community/topics.schema";
import { Button } from "@neothink/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { levelLabels } from "./forum-levels.ts";

/** Chooses how closely a topic, tag or section is followed. */
export function LevelMenu({
  target,
  level,
}: {
  target: { readonly scope: SetLevel["scope"]; readonly key: string; readonly name: string };
  /** What was chosen before; null for nothing. */
  level: string | null;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const set = useMutation(
    api.community.topics.setLevel.mutationOptions({
      onError: (error) =>
        toastError("Your choice was not kept", { detail: apiFailure(error).message }),
      onSettled: () => client.invalidateQueries({ queryKey: api.community.topics.pathKey() }),
    }),
  );
  const chosen = set.isPending ? set.variables.level : level;
  const current = watchLevels.find((known) => known === chosen) ?? "normal";
  const { icon: Icon, name } = levelLabels[current];
  // A topic is opened once: being told of new topics means nothing there.
  const offered = watchLevels.filter((one) => target.scope !== "topic" || one !== "watch_first");
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="sm" aria-label={`Follow ${target.name}: ${name}. Change`}>
          <Icon aria-hidden="true" />
          {name}
          <ChevronDown aria-hidden="true" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-72">
        <DropdownMenuRadioGroup
          value={current}
          onValueChange={(value) => {
            const next = watchLevels.find((known) => known === value);
            if (next) {
              set.mutate({ scope: target.scope, key: target.key, level: next });
            }
          }}
        >
          {offered.map((one) => (
            <DropdownMenuRadioItem key={one} value={one}>
              <span className="grid">
                <span className="font-medium">{levelLabels[one].name}</span>
                <span className="text-xs text-muted-foreground">
                  {levelLabels[one].description}
                </span>
              </span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
