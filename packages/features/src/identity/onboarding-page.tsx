import { brand } from "@neothink/brand/current";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { frameViewer } from "../shell/frame-data.ts";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { Onboarding } from "./onboarding/onboarding.tsx";
import type { SearchParams } from "./search-params.ts";
import { timezones } from "./timezones.ts";

export function generateMetadata(): Metadata {
  return { title: `Welcome to ${brand.name}` };
}

/** The five first steps of an app. Whoever has done them is sent home. */
export default async function OnboardingPage({
  searchParams,
}: {
  searchParams: SearchParams;
}): Promise<ReactElement> {
  const { onboarding } = await frameViewer();
  if (onboarding.status === "complete") {
    redirect("/home");
  }
  await prefetch(trpc.identity.onboarding.get.queryOptions());
  const { invite } = await searchParams;
  return (
    <HydrateClient>
      <Onboarding zones={timezones()} inviteClosed={invite === "closed"} />
    </HydrateClient>
  );
}
