import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import type { Metadata } from "next";

/** What a page for everybody says of itself: its one address at the app of its platform, and a card for sharing. */
export function publicMetadata(page: {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly platform: string;
  readonly publishedAt: Date;
}): Metadata {
  const platform = isPlatformSlug(page.platform) ? page.platform : brand.slug;
  const url = new URL(page.path, appOrigins()[platform]).href;
  const { description, title } = page;
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: "article",
      title,
      description,
      url,
      siteName: platforms[platform].name,
      publishedTime: page.publishedAt.toISOString(),
    },
    twitter: { card: "summary", title, description },
  };
}
