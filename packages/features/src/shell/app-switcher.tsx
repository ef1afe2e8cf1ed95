"use client";

import { brand, isCurrent } from "@neothink/brand/current";
import type { Platform, PlatformSlug } from "@neothink/brand/platforms";
import { platformSlugs, platforms } from "@neothink/brand/platforms";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@neothink/ui/popover";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { ArrowUpRight, Check, ChevronsUpDown, Lock } from "lucide-react";
import type { ReactElement } from "react";

import type { AccessState } from "./access-state.ts";
import { closedReasons } from "./access-state.ts";
import { PlatformTile } from "./platform-tile.tsx";

export interface AppSwitcherProps {
  origins: Record<PlatformSlug, string>;
  access: Record<PlatformSlug, AccessState>;
}

function AppEntry({
  platform,
  origin,
  state,
}: {
  platform: Platform;
  origin: string;
  state: AccessState;
}): ReactElement {
  const here = isCurrent(platform.slug);
  const href = `${origin}${state === "not_joined" ? "/onboarding" : "/home"}`;
  return (
    <li>
      <a
        href={here ? "/home" : href}
        aria-current={here ? "true" : undefined}
        className="group flex items-start gap-3.5 rounded-lg p-3 transition-colors hover:bg-accent aria-[current=true]:bg-muted"
      >
        <PlatformTile
          slug={platform.slug}
          className={cn("size-10", state !== "open" && "opacity-60 grayscale-50")}
        />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex items-center gap-2 text-sm font-semibold tracking-tight">
            {platform.name}
            <span className="inline-flex items-center gap-1 text-[0.6875rem] font-medium text-muted-foreground">
              <TokenGlyph token={platform.token} className="size-2.5" />
              {platform.token}
            </span>
          </span>
          <span className="text-[0.8125rem] leading-5 text-muted-foreground">
            {platform.holds[0]}. {platform.holds[2]}.
          </span>
          {state === "open" ? null : (
            <span className="mt-0.5 flex items-start gap-1.5 text-[0.8125rem] leading-5 text-foreground">
              <Lock aria-hidden="true" className="mt-1 size-3 shrink-0" />
              {closedReasons[state]}
            </span>
          )}
        </span>
        {here ? (
          <Check aria-hidden="true" className="mt-1 size-4 text-brand-text" />
        ) : (
          <ArrowUpRight
            aria-hidden="true"
            className="mt-1 size-4 text-muted-foreground opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
          />
        )}
        <span className="sr-only">{here ? "You are here" : "Opens the other app"}</span>
      </a>
    </li>
  );
}

/** Goes from one app to another: what each holds, and whether the viewer has access. */
export function AppSwitcher({ origins, access }: AppSwitcherProps): ReactElement {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          className="-ml-2 h-11 gap-2.5 px-2"
          aria-label={`${brand.name}: switch app`}
        >
          <PlatformTile slug={brand.slug} />
          <span className="text-[1.0625rem] font-semibold tracking-[-0.015em] max-sm:hidden">
            {brand.name}
          </span>
          <ChevronsUpDown aria-hidden="true" className="text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label="Apps" className="w-[26rem] p-2">
        <ul className="grid gap-0.5">
          {platformSlugs.map((slug) => (
            <AppEntry
              key={slug}
              platform={platforms[slug]}
              origin={origins[slug]}
              state={access[slug]}
            />
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
