import { brand } from "@neothink/brand/current";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { isTokenType } from "@neothink/brand/tokens";
import { Avatar } from "@neothink/ui/avatar";
import { Badge } from "@neothink/ui/badge";
import { Time } from "@neothink/ui/time";
import { TokenBadge } from "@neothink/ui/token-badge";
import { MessageCircleQuestion } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { Marked } from "./marked.tsx";
import type { Hit } from "./search-options.ts";

/** One hit as a row; the whole row opens it. */
export function SearchHit({ hit, onOpen }: { hit: Hit; onOpen: () => void }): ReactElement {
  const name = hit.person?.name ?? "A member";
  return (
    <article className="group relative flex gap-3.5 rounded-lg px-3 py-4 transition-colors hover:bg-accent has-[a:focus-visible]:bg-accent sm:px-4">
      {hit.kind === "topic" ? (
        <span
          aria-hidden="true"
          className="grid size-9 shrink-0 place-items-center rounded-full bg-brand-soft text-brand-text"
        >
          <MessageCircleQuestion className="size-4" />
        </span>
      ) : (
        <Avatar name={name} src={hit.person?.avatarUrl} />
      )}
      <div className="grid min-w-0 flex-1 gap-1">
        <h2 className="text-sm leading-5 font-semibold">
          <Link
            href={hit.href}
            onClick={onOpen}
            data-hit=""
            className="rounded-sm after:absolute after:inset-0 after:rounded-lg"
          >
            {hit.title ? <Marked segments={hit.title} /> : name}
            {hit.kind === "post" ? <span className="sr-only">’s post</span> : null}
          </Link>
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 text-xs leading-5 text-muted-foreground">
          <Facts hit={hit} name={name} />
        </p>
        {hit.excerpt.length > 0 ? (
          <p className="line-clamp-3 text-sm leading-relaxed break-words text-muted-foreground">
            <Marked segments={hit.excerpt} />
          </p>
        ) : null}
      </div>
      {hit.token && isTokenType(hit.token) ? <TokenBadge token={hit.token} /> : null}
    </article>
  );
}

function Facts({ hit, name }: { hit: Hit; name: string }): ReactElement {
  const homes = hit.platforms.filter(isPlatformSlug).map((slug) => platforms[slug]);
  const elsewhere = homes.filter((home) => home !== brand);
  if (hit.kind === "member") {
    return <span>Member of {homes.map((home) => home.name).join(", ")}</span>;
  }
  return (
    <>
      {hit.kind === "topic" ? <span>Topic by {name}</span> : null}
      {hit.publishedAt ? <Time value={hit.publishedAt} /> : null}
      {elsewhere.map((home) => (
        <span key={home.slug}>in {home.name}</span>
      ))}
      {hit.audience === "premium" || hit.audience === "superachiever" ? (
        <Badge variant="outline" className="h-5 px-2 capitalize">
          {hit.audience}
        </Badge>
      ) : null}
    </>
  );
}
