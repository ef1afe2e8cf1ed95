import { type inferRouterOutputs, lazy } from "@trpc/server";
import { router } from "./trpc.ts";

/** Every procedure, by domain; a domain is loaded when it is first asked for. */
export const appRouter = router({
  community: lazy(() => import("../community/router.ts")),
  identity: lazy(() => import("../identity/router.ts")),
  live: lazy(() => import("./live.router.ts")),
  messaging: lazy(() => import("../messaging/router.ts")),
  search: lazy(() => import("../search/router.ts")),
  tokens: lazy(() => import("../tokens/router.ts")),
});

export type AppRouter = typeof appRouter;

/** What each procedure answers, by its path. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;
