import { createContext, type RequestFacts } from "./context.ts";
import { appRouter } from "./router.ts";
import { createCallerFactory } from "./trpc.ts";

const factory = createCallerFactory(appRouter);

/** Calls procedures inside this process; errors are TRPCErrors with the domain error as cause. */
export type Caller = ReturnType<typeof factory>;

/** A caller for one request. */
export function createCaller(facts: RequestFacts): Caller {
  return factory(createContext(facts));
}

/** What a page's prefetch needs to run procedures inside this process. */
export const inProcess = { router: appRouter, createContext } as const;
