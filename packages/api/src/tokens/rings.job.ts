import type { Db } from "@neothink/db/core/identity";
import { insertHold, listDealings } from "@neothink/db/tokens/holds";
import { type Job, nightly } from "../core/job.ts";
import { notify } from "../messaging/notify.ts";
import { findRings, type Ring } from "./rings.ts";

const windowDays = 14;
const rule = "reciprocal_ring";
const reason =
  "Most of your likes, reactions and gifts of the last two weeks went around in one small group.";

/** Looks for rings in the last two weeks and holds the further awards of their members for review. */
export const ringSearch: Job = {
  name: "ring-search",
  next: nightly(4),
  leaseSeconds: 900,
  run: async ({ step, now }) => {
    const since = new Date(now.getTime() - windowDays * 86_400_000);
    const rings = findRings(await step((db) => listDealings(db, since)));
    let held = 0;
    for (const ring of rings) {
      held += await step((db) => holdRing(db, ring));
    }
    return { rings: rings.length, held };
  },
};

/** Opens a hold for each member of a ring who has none, and tells them; gives how many. For the service. */
export async function holdRing(db: Db, ring: Ring): Promise<number> {
  let held = 0;
  for (const userId of ring.members) {
    const evidence = { ...ring, windowDays };
    const id = await insertHold(db, { userId, rule, reason, evidence });
    if (id !== null) {
      held += 1;
      await notify(db, {
        recipients: [userId],
        kind: "award_held",
        platform: "hub",
        entityType: "award_hold",
        entityId: id,
        words: { reason },
        href: "/wallet",
        idempotencyKey: `hold:${id}`,
      });
    }
  }
  return held;
}
