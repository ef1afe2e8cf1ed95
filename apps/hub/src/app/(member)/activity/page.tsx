// Written by tooling/routes.ts from packages/brand/src/routes.ts.
export { default, generateMetadata } from "@neothink/features/community/activity-page";
