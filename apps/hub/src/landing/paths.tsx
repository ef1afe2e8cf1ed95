import { appOrigins } from "@neothink/brand/origins";
import type { PlatformSlug } from "@neothink/brand/platforms";
import { platforms } from "@neothink/brand/platforms";
import { PlatformTile } from "@neothink/features/shell/platform-tile";
import { TokenBadge } from "@neothink/ui/token-badge";
import type { ReactElement } from "react";

const paths: { slug: PlatformSlug; path: string; text: string }[] = [
  {
    slug: "ascenders",
    path: "Prosperity",
    text: "Create value and build a business that carries you.",
  },
  { slug: "neothinkers", path: "Happiness", text: "Learn, question, and see things whole." },
  { slug: "immortals", path: "Longevity", text: "Lead yourself to a long life lived well." },
];

/** The three communities, each a door. */
export function Paths(): ReactElement {
  const origins = appOrigins();
  return (
    <ul className="grid gap-4 md:grid-cols-3">
      {paths.map(({ slug, path, text }) => (
        <li key={slug} className="grid">
          <a
            href={origins[slug]}
            className="group grid content-between gap-16 rounded-xl border bg-card p-6 shadow-xs transition-shadow duration-300 hover:shadow-lg sm:p-8 dark:bg-muted"
          >
            <span className="flex items-start justify-between">
              <PlatformTile slug={slug} className="size-13" />
              <svg
                viewBox="0 0 20 20"
                aria-hidden="true"
                className="size-5 text-muted-foreground transition-transform duration-300 group-hover:translate-x-0.5 group-hover:-translate-y-0.5"
              >
                <path
                  d="M6 14 14 6M7.5 6H14v6.5"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.5"
                  strokeLinecap="round"
                />
              </svg>
            </span>
            <span className="grid gap-3">
              <span className="display text-[2rem]">{path}</span>
              <span className="leading-relaxed text-muted-foreground">{text}</span>
              <span className="mt-2 flex items-center justify-between gap-3 text-sm font-medium">
                {platforms[slug].name}
                <TokenBadge token={platforms[slug].token} />
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
