import { bookmarkReminders } from "../community/bookmark-reminders.job.ts";
import { releasePosts } from "../community/release-posts.job.ts";
import { notificationDigest } from "../messaging/notification-digest.job.ts";
import { notificationMail } from "../messaging/notification-mail.job.ts";
import { notificationRetention } from "../messaging/notification-retention.job.ts";
import { popularSearches } from "../search/popular-searches.job.ts";
import { badgeGrants } from "../tokens/badge-grants.job.ts";
import { census } from "../tokens/census.job.ts";
import { challengeEnds } from "../tokens/challenges.job.ts";
import { raffleDraws } from "../tokens/raffles.job.ts";
import { ledgerEpochs } from "../tokens/replay-epochs.job.ts";
import { ringSearch } from "../tokens/rings.job.ts";
import type { Job } from "./job.ts";
import { outboxRetention } from "./outbox-retention.job.ts";

/** Every job, in the order in which they run when several are due. See `Job` for how to add one. */
export const jobs: readonly Job[] = [
  outboxRetention,
  releasePosts,
  bookmarkReminders,
  notificationMail,
  notificationDigest,
  notificationRetention,
  popularSearches,
  ledgerEpochs,
  census,
  raffleDraws,
  challengeEnds,
  badgeGrants,
  ringSearch,
];
