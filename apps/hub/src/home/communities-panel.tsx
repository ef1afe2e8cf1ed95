import { appOrigins } from "@neothink/brand/origins";
import type { PlatformSlug } from "@neothink/brand/platforms";
import { platforms } from "@neothink/brand/platforms";
import { closedReasons } from "@neothink/features/shell/access-state";
import { frameData } from "@neothink/features/shell/frame-data";
import { PlatformTile } from "@neothink/features/shell/platform-tile";
import { TokenBadge } from "@neothink/ui/token-badge";
import type { ReactElement } from "react";

const communities: readonly PlatformSlug[] = ["ascenders", "neothinkers", "immortals"];

/** The three communities: whether the member is in, and the way there. */
export async function CommunitiesPanel(): Promise<ReactElement> {
  const { access } = await frameData();
  const origins = appOrigins();
  return (
    <section aria-label="Your communities">
      <ul className="grid gap-4 md:grid-cols-3">
        {communities.map((slug) => {
          const { name, tagline, token } = platforms[slug];
          const state = access[slug];
          return (
            <li key={slug} className="grid">
              <a
                href={`${origins[slug]}${state === "not_joined" ? "/onboarding" : "/home"}`}
                className="group grid grid-rows-[auto_1fr] gap-8 rounded-xl border bg-card p-5 shadow-xs transition-shadow duration-300 hover:shadow-md sm:p-6"
              >
                <span className="flex items-start justify-between gap-4">
                  <PlatformTile slug={slug} className="size-12" />
                  <TokenBadge token={token} />
                </span>
                <span className="grid grid-rows-[auto_1fr_auto] gap-1">
                  <span className="text-lg font-semibold tracking-tight">{name}</span>
                  <span className="text-sm leading-relaxed text-muted-foreground">
                    {state === "open" ? tagline : closedReasons[state]}
                  </span>
                  <span className="mt-3 text-sm font-medium text-brand-text group-hover:underline group-hover:underline-offset-4">
                    {state === "not_joined" ? "Join" : "Open"}
                  </span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
