// Written by tooling/routes.ts from packages/brand/src/routes.ts.
export { POST } from "@neothink/features/identity/sign-out-route";
