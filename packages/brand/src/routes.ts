import type { PlatformSlug } from "./platforms.ts";
import { platformSlugs } from "./platforms.ts";

/** Which frame a page stands in; `focus` is a signed-in page without navigation. */
export type PageGroup = "public" | "auth" | "focus" | "member" | "admin";
export type HttpMethod = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";

interface RouteBase {
  /** The address as the App Router spells it, e.g. `/community/[postId]`. */
  path: string;
  /** The platforms that have this address. */
  platforms: readonly PlatformSlug[];
}

/** A screen: its module exports `default` and `generateMetadata`. */
export interface PageRoute extends RouteBase {
  kind: "page";
  group: PageGroup;
  /** `features`: a module of packages/features; `app`: a module of the app's own folder. */
  owner: "features" | "app";
  /** Path without extension below the owner's `src`. */
  module: string;
  /** Module of packages/features with the page's own skeleton; `x-page` finds `x-loading` by itself. */
  loading?: string;
}

/** An address that answers without a screen: its module exports the named methods. */
export interface HandlerRoute extends RouteBase {
  kind: "handler";
  module: string;
  methods: readonly HttpMethod[];
  /** Longest run time in seconds, where the host asks for it. */
  maxDuration?: number;
}

export type Route = PageRoute | HandlerRoute;

function page(path: string, group: PageGroup, module: string): PageRoute {
  return { kind: "page", path, group, owner: "features", module, platforms: platformSlugs };
}

function ownPage(path: string, group: PageGroup, module: string): PageRoute {
  return { kind: "page", path, group, owner: "app", module, platforms: platformSlugs };
}

function handler(
  path: string,
  module: string,
  methods: readonly HttpMethod[],
  platforms: readonly PlatformSlug[] = platformSlugs,
): HandlerRoute {
  return { kind: "handler", path, module, methods, platforms };
}

/** Every address of the four apps. `tooling/routes.ts` writes the files under apps from it. */
export const routes: readonly Route[] = [
  ownPage("/", "public", "landing/landing-page"),

  { ...page("/economy", "public", "tokens/replay-page"), platforms: ["hub"] },
  {
    ...handler("/economy/export", "tokens/replay-route", ["GET"], ["hub"]),
    maxDuration: 300,
  },

  page("/p/[postId]", "public", "community/public-post-page"),
  page("/q/[topicId]", "public", "community/public-topic-page"),
  handler("/feed.xml", "community/rss-posts-route", ["GET"]),
  handler("/feeds/section/[section]/feed.xml", "community/rss-section-route", ["GET"]),
  handler("/feeds/tag/[tag]/feed.xml", "community/rss-tag-route", ["GET"]),
  handler("/feeds/member/[memberId]/feed.xml", "community/rss-member-route", ["GET"]),
  handler("/feeds/forum/[tag]/feed.xml", "community/rss-forum-tag-route", ["GET"]),
  handler("/forum/feed.xml", "community/rss-forum-route", ["GET"]),
  handler("/sitemap.xml", "community/sitemap-route", ["GET"]),
  handler("/sitemap/[kind]/[start]", "community/sitemap-part-route", ["GET"]),

  page("/sign-up", "auth", "identity/sign-up-page"),
  page("/sign-in", "auth", "identity/sign-in-page"),
  page("/forgot-password", "auth", "identity/forgot-password-page"),
  page("/reset-password", "auth", "identity/reset-password-page"),
  page("/unsubscribe", "auth", "messaging/unsubscribe-page"),
  page("/auth/confirm", "auth", "identity/confirm-page"),
  handler("/auth/callback", "identity/callback-route", ["GET", "HEAD"]),
  handler("/auth/handoff", "identity/handoff-route", ["GET", "HEAD"]),
  handler("/auth/ended", "identity/ended-route", ["GET", "HEAD"]),
  handler("/auth/session", "identity/session-route", ["GET"]),
  handler("/auth/sign-out", "identity/sign-out-route", ["POST"]),
  handler("/sso/authorize", "identity/authorize-route", ["GET", "HEAD"], ["hub"]),

  page("/onboarding", "focus", "identity/onboarding-page"),
  { ...ownPage("/home", "member", "home/home-page"), loading: "shell/home/home-loading" },
  page("/community", "member", "community/feed-page"),
  page("/community/bookmarks", "member", "community/bookmarks-page"),
  page("/community/drafts", "member", "community/drafts-page"),
  page("/community/[postId]", "member", "community/post-page"),
  page("/forum", "member", "community/forum-page"),
  page("/forum/new", "member", "community/forum-new-page"),
  page("/forum/[topicId]", "member", "community/topic-page"),
  page("/activity", "member", "community/activity-page"),
  page("/members", "member", "community/members-page"),
  page("/members/[memberId]", "member", "community/member-page"),
  page("/search", "member", "search/search-page"),
  page("/wallet", "member", "tokens/wallet-page"),
  page("/wallet/spend", "member", "tokens/spend-page"),
  handler("/wallet/history.csv", "tokens/history-csv-route", ["GET"]),
  page("/wallet/[entryId]", "member", "tokens/entry-page"),
  page("/leaderboard", "member", "tokens/leaderboard-page"),
  page("/achievements", "member", "tokens/achievements-page"),
  page("/badges/[userBadgeId]", "public", "tokens/badge-page"),
  page("/challenges", "member", "tokens/challenges-page"),
  page("/challenges/[id]", "member", "tokens/challenge-page"),
  page("/invite", "member", "tokens/invite-page"),
  page("/notifications", "member", "messaging/notifications-page"),
  page("/settings", "member", "identity/settings-page"),
  page("/settings/notifications", "member", "messaging/notification-settings-page"),
  page("/settings/privacy", "member", "community/member-privacy-page"),
  page("/settings/reports", "member", "community/reports-page"),
  page("/settings/security", "member", "identity/security-page"),
  page("/settings/sessions", "member", "identity/sessions-page"),
  page("/settings/history", "member", "identity/history-page"),

  { ...page("/census", "member", "tokens/census-page"), platforms: ["hub"] },
  { ...page("/admin", "admin", "shell/admin-page"), platforms: ["hub"] },
  { ...page("/admin/moderation", "admin", "community/moderation-page"), platforms: ["hub"] },
  { ...page("/admin/rewards", "admin", "tokens/reward-rules-page"), platforms: ["hub"] },
  { ...page("/admin/simulator", "admin", "tokens/simulation-page"), platforms: ["hub"] },
  { ...page("/admin/badges", "admin", "tokens/badges-page"), platforms: ["hub"] },
  { ...page("/admin/holds", "admin", "tokens/holds-page"), platforms: ["hub"] },
  { ...page("/admin/ledger", "admin", "tokens/ledger-explorer-page"), platforms: ["hub"] },
  {
    ...page("/admin/ledger/[entryId]", "admin", "tokens/ledger-explorer-entry-page"),
    platforms: ["hub"],
  },

  {
    ...handler("/api/trpc/[trpc]", "shell/trpc-route", ["GET", "POST"]),
    maxDuration: 300,
  },
  handler("/api/files/[fileId]", "identity/file-route", ["GET"]),
  handler("/api/mail/unsubscribe/[key]", "messaging/unsubscribe-route", ["GET", "POST"]),
  { ...handler("/api/cron/[job]", "shell/cron-route", ["GET"], ["hub"]), maxDuration: 300 },
  handler("/api/health", "shell/health-route", ["GET"]),
];
