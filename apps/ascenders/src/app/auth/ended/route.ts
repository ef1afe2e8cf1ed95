// Written by tooling/routes.ts from packages/brand/src/routes.ts.
export { GET, HEAD } from "@neothink/features/identity/ended-route";
