import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { Time } from "@neothink/ui/time";
import { Award } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { caller } from "../shell/trpc-server.tsx";

interface Props {
  params: Promise<{ userBadgeId: string }>;
}

/** The badge of this address; null when its holder does not share it. */
const badgeOf = cache(async (id: string) => {
  const api = await caller();
  return api.tokens.badge.get({ id }).catch(() => null);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const badge = await badgeOf((await params).userBadgeId);
  if (!badge) {
    return { title: "Badge not found", robots: { index: false } };
  }
  const title = `${badge.holder} earned “${badge.name}”`;
  const description = `${badge.description ?? badge.name} A badge of ${brand.name}.`;
  return {
    title,
    description,
    // Shown to who has the address; nobody asked to be found by it.
    robots: { index: false },
    openGraph: { type: "article", title, description, siteName: brand.name },
    twitter: { card: "summary", title, description },
  };
}

/** A badge that its holder shows to everyone. */
export default async function BadgePage({ params }: Props): Promise<ReactElement> {
  const badge = await badgeOf((await params).userBadgeId);
  if (!badge) {
    notFound();
  }
  return (
    <div className="mx-auto grid max-w-xl justify-items-center gap-6 px-4 py-16 text-center sm:py-24">
      <span
        aria-hidden="true"
        className="grid size-24 place-items-center rounded-3xl bg-brand-soft text-brand-text"
      >
        <Award className="size-11" strokeWidth={1.5} />
      </span>
      <div className="grid gap-3">
        <p className="text-sm font-medium text-brand-text">A badge of {brand.name}</p>
        <h1 className="display text-[2rem] sm:text-[2.625rem]">{badge.name}</h1>
        <p className="text-base leading-relaxed text-muted-foreground">{badge.description}</p>
      </div>
      <p className="text-base">
        Earned by <strong className="font-semibold">{badge.holder}</strong>,{" "}
        <Time value={badge.earnedAt} />
      </p>
      <Button asChild>
        <Link href="/">What {brand.name} is</Link>
      </Button>
    </div>
  );
}
