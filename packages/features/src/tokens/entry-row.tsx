import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { isTokenType } from "@neothink/brand/tokens";
import { cn } from "@neothink/ui/cn";
import { formatSignedAmount } from "@neothink/ui/format-number";
import { Time } from "@neothink/ui/time";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { tokenSoft } from "./token-tones.ts";
import type { WalletEntry } from "./wallet-query.ts";

/** The name of a platform, for a line of the history. */
export function platformName(slug: string): string {
  return isPlatformSlug(slug) ? platforms[slug].name : slug;
}

/** One movement; the whole row leads to its formula. */
export function EntryRow({ entry }: { entry: WalletEntry }): ReactElement {
  const received = !entry.change.startsWith("-");
  return (
    <li className="group relative flex items-center gap-4 px-4 py-3.5 transition-colors hover:bg-muted sm:px-5">
      {isTokenType(entry.tokenType) ? (
        <span
          className={cn(
            "grid size-9 shrink-0 place-items-center rounded-lg",
            tokenSoft[entry.tokenType],
          )}
        >
          <TokenGlyph token={entry.tokenType} className="size-3.5" />
        </span>
      ) : null}
      <div className="min-w-0 flex-1">
        <Link
          href={`/wallet/${entry.id}`}
          className="block truncate text-sm leading-6 font-medium after:absolute after:inset-0"
        >
          {entry.title}
        </Link>
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          {platformName(entry.site)} · <Time value={entry.createdAt} />
        </p>
      </div>
      <p
        className={cn(
          "figures shrink-0 text-right text-sm font-semibold",
          received ? "text-success" : "text-foreground",
        )}
      >
        {formatSignedAmount(entry.change)}{" "}
        <span className="font-medium text-muted-foreground">{entry.tokenType}</span>
      </p>
      <ChevronRight
        aria-hidden="true"
        className="size-4 shrink-0 text-muted-foreground transition-transform duration-200 group-hover:translate-x-0.5"
      />
    </li>
  );
}
