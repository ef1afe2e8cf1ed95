import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import type { MetadataRoute } from "next";

/** Lets crawlers see what visitors see, and nothing of the members' side. */
export default function robots(): MetadataRoute.Robots {
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
