import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext, type RequestFacts } from "./context.ts";
import { appRouter } from "./router.ts";

// Enough for any page; more in one request would be somebody filling our connections.
const maxBatchSize = 20;

/** Answers one HTTP request to the API below `endpoint`; what it answers is never cached. */
export function answerRequest(
  request: Request,
  endpoint: string,
  facts: RequestFacts,
): Promise<Response> {
  return fetchRequestHandler({
    endpoint,
    req: request,
    router: appRouter,
    maxBatchSize,
    createContext: () => createContext(facts),
    responseMeta: () => ({
      headers: new Headers([
        ["cache-control", "private, no-store"],
        ["x-request-id", facts.requestId],
      ]),
    }),
  });
}
