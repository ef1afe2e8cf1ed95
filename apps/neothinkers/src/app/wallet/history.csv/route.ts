// Written by tooling/routes.ts from packages/brand/src/routes.ts.
export { GET } from "@neothink/features/tokens/history-csv-route";
