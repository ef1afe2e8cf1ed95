import type { Platform } from "@neothink/brand/platforms";
import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";

import { PlatformTile } from "./platform-tile.tsx";

/** Tile and name of a platform, side by side. */
export function Wordmark({
  platform,
  className,
}: {
  platform: Platform;
  className?: string;
}): ReactElement {
  return (
    <span className={cn("inline-flex items-center gap-2.5", className)}>
      <PlatformTile slug={platform.slug} />
      <span className="text-[1.0625rem] font-semibold tracking-[-0.015em]">{platform.name}</span>
    </span>
  );
}
