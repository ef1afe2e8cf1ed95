import { brand } from "@neothink/brand/current";
import { forumCategories } from "@neothink/brand/forum";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { z } from "zod";
import {
  caller,
  getQueryClient,
  HydrateClient,
  prefetch,
  prefetchInfinite,
  trpc,
} from "../shell/trpc-server.tsx";
import { answersOptions, type Topic } from "./forum-query.ts";
import { plainExcerpt } from "./plain-excerpt.ts";
import { TopicView } from "./topic-view.tsx";

interface Props {
  params: Promise<{ topicId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The topic of this address; null when the viewer finds none there. */
const topicOf = cache(async (id: string): Promise<Topic | null> => {
  if (!z.guid().safeParse(id).success) {
    return null;
  }
  const api = await caller();
  return api.community.topics.get({ id }).catch(() => null);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const topic = await topicOf((await params).topicId);
  return topic
    ? { title: topic.title, description: plainExcerpt(topic.description) }
    : { title: "Topic not found" };
}

/** One topic with its answers; `?answer=<id>` begins with that answer. */
export default async function TopicPage({ params, searchParams }: Props): Promise<ReactElement> {
  const { topicId } = await params;
  const answer = z.guid().safeParse((await searchParams).answer);
  const topic = await topicOf(topicId);
  if (!topic) {
    notFound();
  }
  const startAt = answer.success ? answer.data : null;
  getQueryClient().setQueryData(trpc.community.topics.get.queryKey({ id: topicId }), topic);
  const api = await caller();
  const rights = await api.community.topics.rights();
  getQueryClient().setQueryData(trpc.community.topics.rights.queryKey(), rights);
  await Promise.all([
    prefetchInfinite(answersOptions(trpc, { topicId, view: rights.view, startAt })),
    prefetch(trpc.community.topics.related.queryOptions({ id: topicId })),
    ...(topic.acceptedPostId
      ? [prefetch(trpc.community.answers.get.queryOptions({ id: topic.acceptedPostId }))]
      : []),
  ]);
  return (
    <HydrateClient>
      <TopicView
        topicId={topicId}
        lastReadAt={topic.lastReadAt}
        startAt={startAt}
        categories={forumCategories[brand.slug]}
      />
    </HydrateClient>
  );
}
