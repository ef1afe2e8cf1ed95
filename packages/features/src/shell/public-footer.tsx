import { isCurrent } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { platformSlugs, platforms } from "@neothink/brand/platforms";
import type { ReactElement } from "react";

import { PlatformTile } from "./platform-tile.tsx";

/** The foot of the pages that visitors see: the family of four. */
export function PublicFooter(): ReactElement {
  const origins = appOrigins();
  return (
    <footer className="border-t">
      <div className="mx-auto grid max-w-[76rem] gap-10 px-5 py-13 sm:px-8 lg:grid-cols-[1fr_1.618fr]">
        <div className="grid content-start gap-2">
          <p className="text-sm font-medium">One account opens all four</p>
          <p className="max-w-[34ch] text-sm leading-relaxed text-muted-foreground">
            Prosperity, happiness and longevity are one life seen from three sides.
          </p>
        </div>
        <nav aria-label="The four platforms">
          <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
            {platformSlugs.map((slug) => (
              <li key={slug}>
                <a
                  href={isCurrent(slug) ? "/" : origins[slug]}
                  aria-current={isCurrent(slug) ? "page" : undefined}
                  className="group -m-2 flex items-start gap-3 rounded-lg p-2"
                >
                  <PlatformTile slug={slug} />
                  <span className="grid gap-0.5">
                    <span className="text-sm font-medium group-hover:underline group-hover:underline-offset-4">
                      {platforms[slug].name}
                    </span>
                    <span className="text-sm text-muted-foreground">{platforms[slug].tagline}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
