// Written by tooling/routes.ts from packages/brand/src/routes.ts.
import { proxy } from "@neothink/auth/proxy";

export default proxy;

export const config = {
  matcher: [
    "/((?!_next/static|_next/image|api/health|.*\\.(?:svg|png|ico|txt|xml|webmanifest|woff2)$).*)",
  ],
};
