import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import type { MetadataRoute } from "next";
import { connection } from "next/server";

/** Lets crawlers see what visitors see, and nothing of the members' side. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  // The origin is known only where the app runs, not where it was built.
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/api/",
        "/auth/",
        "/home",
        "/onboarding",
        "/community",
        "/forum",
        "/wallet",
        "/settings",
      ],
    },
    sitemap: new URL("/sitemap.xml", appOrigins()[brand.slug]).href,
  };
}
