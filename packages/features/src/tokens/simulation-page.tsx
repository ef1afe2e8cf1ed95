import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { z } from "zod";
import { requireAdminRole } from "../shell/admin-access.ts";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { SimulationView } from "./simulation-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Simulator" };
}

const RunParameter = z.guid().nullable().catch(null);

/** The economy over simulated members, paid by the reward function that pays real ones. */
export default async function SimulationPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  await requireAdminRole("operator");
  const { run, beside } = await searchParams;
  const shown = [RunParameter.parse(run), RunParameter.parse(beside)];
  await Promise.all([
    prefetch(trpc.tokens.simulations.list.queryOptions()),
    prefetch(trpc.tokens.rules.list.queryOptions()),
    ...shown.flatMap((id) =>
      id ? [prefetch(trpc.tokens.simulations.get.queryOptions({ id }))] : [],
    ),
  ]);
  return (
    <HydrateClient>
      <PageHeader
        title="Simulator"
        description="Runs the reward function over simulated members. Nothing here touches real balances."
      />
      <SimulationView runId={shown[0] ?? null} besideId={shown[1] ?? null} />
    </HydrateClient>
  );
}
