// Written by tooling/routes.ts from packages/brand/src/routes.ts.
export { GET, POST } from "@neothink/features/messaging/unsubscribe-route";
