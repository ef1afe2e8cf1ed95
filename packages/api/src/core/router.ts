import { router } from "./trpc.ts";

/** Every procedure, by domain; a domain is loaded when it is first asked for: `x: lazy(() => import(...))`. */
export const appRouter = router({});

export type AppRouter = typeof appRouter;
