"use client";

import type { AppRouter } from "@neothink/api/core/router";
import { isServer, type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchStreamLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
  type TRPCLink,
} from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import { makeQueryClient } from "./query-client.ts";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

const url = "/api/trpc";

// Longer addresses than this are refused by some proxies; a batch is split before.
const maxUrlLength = 2000;

/** While a page is rendered there is no cookie to send along: data must have been prefetched. */
const notPrefetched: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      observer.error(new TRPCClientError(`not prefetched: ${op.path}`));
    });

function links(): TRPCLink<AppRouter>[] {
  if (isServer) {
    return [notPrefetched];
  }
  return [
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({ url, transformer: superjson }),
      false: httpBatchStreamLink({ url, transformer: superjson, maxURLLength: maxUrlLength }),
    }),
  ];
}

let browserQueryClient: QueryClient | undefined;

/** One cache per request on the server; in the browser one for the whole visit, also over suspense. */
function queryClient(): QueryClient {
  if (isServer) {
    return makeQueryClient();
  }
  browserQueryClient ??= makeQueryClient();
  return browserQueryClient;
}

/** Gives the views below it the API and the cache. */
export function ApiProvider({ children }: { children: ReactNode }): ReactNode {
  const client = queryClient();
  const [trpcClient] = useState(() => createTRPCClient<AppRouter>({ links: links() }));
  return (
    <QueryClientProvider client={client}>
      <TRPCProvider trpcClient={trpcClient} queryClient={client}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
