import { isPlatformSlug } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { insertEntries } from "@neothink/db/tokens/entries";
import {
  type DueRaffleRow,
  findDueRaffle,
  findTicketHolder,
  updateRaffleDrawn,
} from "@neothink/db/tokens/raffles";
import { findStanding } from "@neothink/db/tokens/standing";
import { every, type Job } from "../core/job.ts";
import { notify } from "../messaging/notify.ts";
import { amount, toUnits } from "./amount.ts";
import { winningTicket } from "./raffle-draw.ts";

/** Draws the raffles that are due: half of what the tickets cost goes to the winner. */
export const raffleDraws: Job = {
  name: "raffle-draws",
  next: every(300),
  leaseSeconds: 300,
  run: async ({ step }) => {
    let drawn = 0;
    while (await step((db) => drawNext(db, new Date()))) {
      drawn += 1;
    }
    return { drawn };
  },
};

/** Draws one raffle that is due at `now`; false when none is. Needs the service's rights. */
export async function drawNext(db: Db, now: Date): Promise<boolean> {
  const raffle = await findDueRaffle(db, now);
  if (!raffle) {
    return false;
  }
  const ticket =
    raffle.tickets > 0 ? winningTicket(raffle.secret, raffle.id, raffle.tickets) : null;
  const winnerId = ticket === null ? null : await findTicketHolder(db, raffle.id, ticket);
  const prize = toUnits(amount(raffle.paid).dividedBy(2));
  const entryId = winnerId === null ? null : await payPrize(db, raffle, winnerId, prize);
  await updateRaffleDrawn(db, raffle.id, {
    tickets: raffle.tickets,
    winningTicket: ticket,
    winnerId,
    prize: winnerId === null ? null : prize,
    entryId,
  });
  return true;
}

async function payPrize(
  db: Db,
  raffle: DueRaffleRow,
  winnerId: string,
  prize: string,
): Promise<string | null> {
  const standing = await findStanding(db, winnerId);
  const [entryId] = await insertEntries(db, [
    {
      userId: winnerId,
      persona: standing?.persona ?? "hub",
      site: raffle.site,
      eventType: "prize",
      tokenType: raffle.tokenType,
      amount: prize,
      debitAccount: systemAccount.sink,
      creditAccount: winnerId,
      idempotencyKey: `raffle:${raffle.id}`,
      metadata: { raffle: raffle.id },
    },
  ]);
  await notify(db, {
    recipients: [winnerId],
    kind: "challenge",
    platform: isPlatformSlug(raffle.site) ? raffle.site : "hub",
    words: {
      title: `You won ${prize} ${raffle.tokenType}`,
      message: "Your ticket was drawn in the raffle.",
    },
    href: "/wallet/spend",
    idempotencyKey: `raffle:${raffle.id}`,
  });
  return entryId ?? null;
}
