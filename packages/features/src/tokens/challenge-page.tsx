import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { caller, getQueryClient, HydrateClient, trpc } from "../shell/trpc-server.tsx";
import { ChallengeView } from "./challenge-view.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

const challengeOf = cache(async (id: string) => {
  const api = await caller();
  return api.tokens.challenge.get({ id }).catch(() => null);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await challengeOf((await params).id);
  return { title: found?.challenge.title ?? "Challenge not found" };
}

/** One challenge. */
export default async function ChallengePage({ params }: Props): Promise<ReactElement> {
  const { id } = await params;
  const found = await challengeOf(id);
  if (!found) {
    notFound();
  }
  getQueryClient().setQueryData(trpc.tokens.challenge.get.queryKey({ id }), found);
  return (
    <HydrateClient>
      <ChallengeView id={id} />
    </HydrateClient>
  );
}
