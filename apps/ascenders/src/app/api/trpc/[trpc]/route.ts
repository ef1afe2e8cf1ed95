// Written by tooling/routes.ts from packages/brand/src/routes.ts.
export { GET, POST } from "@neothink/features/shell/trpc-route";

export const maxDuration = 300;
