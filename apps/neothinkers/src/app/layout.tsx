// Written by tooling/routes.ts from packages/brand/src/routes.ts.
import "./theme.css";

export { default, generateMetadata, viewport } from "@neothink/features/shell/root-layout";
