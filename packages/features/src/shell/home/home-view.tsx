import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { PageHeader } from "@neothink/ui/page-header";
import { PenLine } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

import { parseFeedFilter } from "../../community/feed-filter.ts";
import { frameViewer } from "../frame-data.ts";
import { caller, HydrateClient, prefetch, trpc } from "../trpc-server.tsx";
import { BalanceCard } from "./balance-card.tsx";
import { firstName } from "./greeting.ts";
import { HomeGreeting } from "./home-greeting.tsx";
import { LatestPosts } from "./latest-posts.tsx";
import { MeetingCard } from "./meeting-card.tsx";
import { OnboardingCard } from "./onboarding-card.tsx";

const shownPosts = 4;

/**
 * A member's home: greeting, what is left of the onboarding, newest posts, balance, next meeting.
 * Each app adds its words and its own panel.
 */
export async function HomeView({
  sentence,
  postsTitle,
  emptyText,
  writeLabel,
  panel,
  beside,
}: {
  /** Stands under the greeting. */
  sentence: string;
  postsTitle: string;
  /** What a first post could be. */
  emptyText: string;
  writeLabel: string;
  /** The app's own wide panel. */
  panel: ReactNode;
  /** Further cards in the narrow column. */
  beside?: ReactNode;
}): Promise<ReactElement> {
  const api = await caller();
  const { platform } = parseFeedFilter({}, brand);
  const [viewer, posts] = await Promise.all([
    frameViewer(),
    // The rest of the page stands without them; the procedure has reported why they are missing.
    api.community.posts
      .list({ ...(platform === null ? {} : { platform }), limit: shownPosts })
      .then(
        (page) => page.items,
        () => null,
      ),
    prefetch(trpc.tokens.balance.get.queryOptions()),
  ]);
  return (
    <>
      <PageHeader
        title={<HomeGreeting name={firstName(viewer.fullName)} />}
        description={sentence}
        actions={
          <Button asChild>
            <Link href="/community">
              <PenLine aria-hidden="true" />
              {writeLabel}
            </Link>
          </Button>
        }
      />
      <div className="grid gap-8 sm:gap-10">
        <OnboardingCard onboarding={viewer.onboarding} />
        {panel}
        <div className="grid gap-8 lg:grid-cols-[1.618fr_1fr]">
          <LatestPosts
            title={postsTitle}
            posts={posts}
            withPlace={platform === null}
            emptyText={emptyText}
          />
          <aside aria-label="At a glance" className="grid content-start gap-4 lg:pt-10">
            <HydrateClient>
              <BalanceCard />
            </HydrateClient>
            <MeetingCard />
            {beside}
          </aside>
        </div>
      </div>
    </>
  );
}
