// Written by tooling/routes.ts from packages/brand/src/routes.ts.
export { default, metadata } from "@neothink/features/shell/not-found-page";
