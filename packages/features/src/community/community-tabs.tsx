import { cn } from "@neothink/ui/cn";
import Link from "next/link";
import type { ReactElement } from "react";

const places = [
  { key: "feed", href: "/community", label: "Feed" },
  { key: "forum", href: "/forum", label: "Forum" },
  { key: "activity", href: "/activity", label: "Activity" },
  { key: "members", href: "/members", label: "Members" },
] as const;

/** The places of the community: what is said day by day, what is asked to last, what was done, and who is here. */
export function CommunityTabs({
  current,
}: {
  current: (typeof places)[number]["key"];
}): ReactElement {
  return (
    <nav aria-label="Community" className="mb-6 flex gap-1 border-b">
      {places.map(({ href, key, label }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === current ? "page" : undefined}
          className={cn(
            "-mb-px inline-flex h-10 items-center border-b-2 border-transparent px-3 text-sm font-medium text-muted-foreground transition-colors hover:text-foreground",
            "aria-[current=page]:border-brand aria-[current=page]:text-foreground",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
