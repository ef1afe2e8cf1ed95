import "server-only";
import { type Caller, createCaller, inProcess } from "@neothink/api/core/caller";
import type { Context, RequestFacts } from "@neothink/api/core/context";
import { getViewerClaims } from "@neothink/auth/server";
import { brand } from "@neothink/brand/current";
import {
  dehydrate,
  type FetchInfiniteQueryOptions,
  type FetchQueryOptions,
  HydrationBoundary,
  type QueryKey,
} from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { after } from "next/server";
import { cache, type ReactNode } from "react";
import { makeQueryClient } from "./query-client.ts";
import { requestIdOf } from "./request-id.ts";

/** The cache of this request, which `HydrateClient` hands to the browser. */
export const getQueryClient = cache(makeQueryClient);

const requestFacts = cache(
  async (): Promise<RequestFacts> => ({
    claims: await getViewerClaims(),
    brand,
    requestId: requestIdOf(await headers()),
    defer: (work) => after(work),
  }),
);

const requestContext = cache(
  async (): Promise<Context> => inProcess.createContext(await requestFacts()),
);

/** Options of procedures for `prefetch`; they run in this process. */
export const trpc = createTRPCOptionsProxy({
  ctx: requestContext,
  router: inProcess.router,
  queryClient: getQueryClient,
});

/** Calls procedures from a server component, for content that need not stay live in the browser. */
export const caller: () => Promise<Caller> = cache(async () => createCaller(await requestFacts()));

/**
 * Loads a query into this request's cache before the page is rendered.
 * A failure is left to the browser: there the view asks again and shows its error face.
 */
export async function prefetch<Data, Failure, Selected, Key extends QueryKey>(
  options: FetchQueryOptions<Data, Failure, Selected, Key>,
): Promise<void> {
  // prefetchQuery swallows what Next throws to mark a page as dynamic: ask for the request before.
  await headers();
  await getQueryClient().prefetchQuery(options);
}

/** Loads the first page of an endless list, as `prefetch` does for a query. */
export async function prefetchInfinite<Data, Failure, Selected, Key extends QueryKey, Cursor>(
  options: FetchInfiniteQueryOptions<Data, Failure, Selected, Key, Cursor>,
): Promise<void> {
  await headers();
  await getQueryClient().prefetchInfiniteQuery(options);
}

/** Hands what was prefetched to the views below it. */
export function HydrateClient({ children }: { children: ReactNode }): ReactNode {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
