import type { PlatformSlug } from "@neothink/brand/platforms";
import type { TokenType } from "@neothink/brand/tokens";

/** A remark under a post. */
export type DemoComment = {
  by: string;
  /** Hours after the post. */
  after: number;
  text: string;
  /** Place of the remark that it answers, from 0; without it, it stands under the post. */
  answers?: number;
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
  /** Kept at the top and told to every member of the platform. */
  announced?: boolean;
  text: string;
  comments?: readonly DemoComment[];
};
