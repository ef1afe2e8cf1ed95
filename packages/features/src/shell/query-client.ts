import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import superjson from "superjson";

// Data that came with the page counts as fresh for this long, so that hydration asks nothing again.
const fresh = 30_000;
const retries = 2;

/** A cache with the settings that server and browser share. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: fresh, retry: mayRetry },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

/** A refusal stays one however often it is asked; only faults of network or server may pass. */
function mayRetry(count: number, error: Error): boolean {
  if (count >= retries) {
    return false;
  }
  if (!(error instanceof TRPCClientError)) {
    return true;
  }
  const status: unknown = error.data?.httpStatus;
  return typeof status !== "number" || status >= 500;
}
