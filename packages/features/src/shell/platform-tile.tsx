import type { PlatformSlug } from "@neothink/brand/platforms";
import { platforms } from "@neothink/brand/platforms";
import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";

import { MarkGlyph } from "./mark.tsx";

/** Fixed colours: a platform's tile looks the same in every app and in either theme. */
const tiles: Record<PlatformSlug, string> = {
  hub: "from-[#f59e0b] via-[#f97316] to-[#ef4444] text-white",
  ascenders: "from-[#fb923c] to-[#dd4a0c] text-white",
  neothinkers: "from-[#fcd34d] to-[#e8960a] text-[#4a2c00]",
  immortals: "from-[#f4605c] to-[#b51a1a] text-white",
};

/** A platform's mark on its colour. Decorative: the name stands beside it. */
export function PlatformTile({
  slug,
  className,
}: {
  slug: PlatformSlug;
  className?: string;
}): ReactElement {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-grid size-8 shrink-0 place-items-center rounded-[28%] bg-linear-to-br shadow-xs ring-1 ring-black/5 ring-inset dark:ring-white/15",
        tiles[slug],
        className,
      )}
    >
      <MarkGlyph mark={platforms[slug].mark} className="size-[80%]" />
    </span>
  );
}
