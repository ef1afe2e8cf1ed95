"use client";

import { brand } from "@neothink/brand/current";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { useQuery } from "@tanstack/react-query";
import { Bookmark, FilePen } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { Composer } from "./composer.tsx";
import type { FeedFilter } from "./feed-filter.ts";
import { FeedFilters } from "./feed-filters.tsx";
import { FeedList } from "./feed-list.tsx";
import { FeedModes } from "./feed-modes.tsx";

const noRights = { moderator: false, audiences: [] };

/** The feed: writing, choosing, reading. */
export function Feed({ filter }: { filter: FeedFilter }): ReactElement {
  const rights = useQuery(useTRPC().community.posts.rights.queryOptions());
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {rights.data?.entered ? (
        <Composer viewerId={rights.data.viewerId} audiences={rights.data.audiences} />
      ) : null}
      <nav aria-label="Your own" className="-mt-3 flex flex-wrap gap-1">
        <Button asChild variant="ghost" size="sm" className="text-muted-foreground">
          <Link href="/community/bookmarks">
            <Bookmark aria-hidden="true" />
            Bookmarks
          </Link>
        </Button>
        <Button asChild variant="ghost" size="sm" className="text-muted-foreground">
          <Link href="/community/drafts">
            <FilePen aria-hidden="true" />
            Drafts
          </Link>
        </Button>
      </nav>
      {rights.data && !rights.data.entered ? (
        <Alert title={`Join ${brand.name} to write here`}>
          You can read along.{" "}
          <Link href="/onboarding" className="underline underline-offset-4">
            Finish your onboarding
          </Link>{" "}
          to take part.
        </Alert>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <FeedModes filter={filter} />
        <FeedFilters filter={filter} />
      </div>
      <FeedList filter={filter} rights={rights.data ?? noRights} />
    </div>
  );
}
