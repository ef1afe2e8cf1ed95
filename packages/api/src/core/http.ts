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
    responseMeta: ({ type }) => ({
      headers: new Headers([
        // Compressing would hold live news back until a block is full.
        ["cache-control", `private, no-store${type === "subscription" ? ", no-transform" : ""}`],
        ["x-request-id", facts.requestId],
      ]),
    }),
  });
}
