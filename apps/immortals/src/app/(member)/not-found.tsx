// Written by tooling/routes.ts from packages/brand/src/routes.ts.
export { default } from "@neothink/features/shell/member-not-found";
