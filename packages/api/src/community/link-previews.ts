import { isFreshPreview, upsertPreview } from "@neothink/db/community/link-previews";
import { asJob, type Db } from "@neothink/db/core/identity";
import type { Context } from "../core/context.ts";
import { fetchPreview, internet, type Outside } from "./link-preview.ts";

type Step = <T>(fn: (db: Db) => Promise<T>) => Promise<T>;

const nothing = { title: null, description: null, siteName: null };

/**
 * Keeps what the page behind a link says of itself, unless it was asked within the last week. A page
 * that may not be asked or does not answer is kept as empty, so that it is not asked again at once.
 */
export async function keepPreview(
  step: Step,
  url: string,
  outside: Outside = internet,
): Promise<void> {
  if (await step((db) => isFreshPreview(db, url))) {
    return;
  }
  // No transaction is open while the page is asked: that may take seconds.
  const data = await fetchPreview(url, outside).catch(() => nothing);
  await step((db) => upsertPreview(db, url, data));
}

/** Reads the page behind a link of a post, once the post is safe. */
export function previewLater(ctx: Context, url: string | null): void {
  if (url !== null) {
    ctx.afterCommit(() => keepPreview(asJob, url));
  }
}
