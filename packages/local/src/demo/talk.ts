import type { PlatformSlug } from "@neothink/brand/platforms";
import type { TokenType } from "@neothink/brand/tokens";

/** A remark under a post. */
export type DemoComment = {
  by: string;
  /** Hours after the post. */
  after: number;
  text: string;
};

/** A post of the demo data with what was said about it. */
export type DemoPost = {
  key: string;
  by: string;
  platform: PlatformSlug;
  /** Days before now, with a fraction for the hour. */
  daysAgo: number;
  tag: TokenType | null;
  visibility?: "public" | "premium" | "superachiever" | "private";
  text: string;
  comments?: readonly DemoComment[];
};
