import { randomBytes } from "node:crypto";
import type { Db } from "@neothink/db/core/identity";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { insertEntries } from "@neothink/db/tokens/entries";
import {
  findNextTicket,
  listRaffles,
  type RaffleRow,
  upsertRaffle,
} from "@neothink/db/tokens/raffles";
import {
  findPurchase,
  findSink,
  insertPurchase,
  listOffers,
  type OfferRow,
  type SinkRow,
  updateStockTaken,
  upsertExtraFreeze,
} from "@neothink/db/tokens/sinks";
import { findStanding } from "@neothink/db/tokens/standing";
import { findStreak } from "@neothink/db/tokens/streaks";
import type { MemberContext } from "../core/context.ts";
import { Invalid, LimitReached, NotFound, PreconditionFailed } from "../core/errors.ts";
import { amount } from "./amount.ts";
import type { BuyOffer } from "./movement.schema.ts";
import { idTaken, inLine, requireFunds } from "./movement.ts";
import { commitmentOf, nextDraw } from "./raffle-draw.ts";
import { maxExtraFreezes } from "./streak.ts";

/** What this platform offers for tokens. */
export interface Offers {
  readonly offers: readonly OfferRow[];
  readonly raffles: readonly RaffleRow[];
  /** Bought freeze days that the viewer holds, and how many one can hold. */
  readonly freezes: { readonly held: number; readonly most: number };
  /** When tickets that are bought now are drawn. */
  readonly nextDraw: Date;
}

/** Everything that can be bought here, the last draws, and what the viewer has of it. */
export async function readOffers({ db, viewer, brand }: MemberContext): Promise<Offers> {
  const [offers, raffles, streak] = await Promise.all([
    listOffers(db, brand.slug, viewer.id),
    listRaffles(db, brand.slug, viewer.id),
    findStreak(db, viewer.id),
  ]);
  return {
    offers,
    raffles,
    freezes: { held: streak?.extraFreezes ?? 0, most: maxExtraFreezes },
    nextDraw: nextDraw(new Date()),
  };
}

/** A purchase that was made. */
export interface Purchase {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly token: string;
  /** Decimal text. */
  readonly amount: string;
  readonly ticketNumber: number | null;
}

/**
 * Buys an offer of this platform, once for each id.
 * @throws NotFound for an offer that is not made here, PreconditionFailed without the tokens or the
 *   stock, LimitReached when no more can be held, Invalid for a gift below the least.
 */
export async function buyOffer(ctx: MemberContext, asked: BuyOffer): Promise<Purchase> {
  const { db, viewer, brand } = ctx;
  return inLine(db, [viewer.id], async (system) => {
    const offer = await findSink(system, asked.offerId);
    if (!offer?.active || offer.site !== brand.slug) {
      throw new NotFound("offer_not_found", "This is not offered here.");
    }
    const price = priceOf(offer, asked.amount);
    const before = await findPurchase(system, asked.id);
    if (before) {
      if (before.userId !== viewer.id || before.sinkId !== offer.id || before.amount !== price) {
        throw idTaken();
      }
      return purchaseOf(asked.id, offer, price, before.ticketNumber);
    }
    await requireFunds(system, viewer.id, offer.tokenType, price);
    if (offer.stock !== null && !(await updateStockTaken(system, offer.id))) {
      throw new PreconditionFailed("sold_out", "This is sold out.");
    }
    const ticket = offer.kind === "raffle" ? await takeTicket(system, offer) : null;
    const standing = await findStanding(system, viewer.id);
    const gift = offer.kind === "donation";
    const [entryId = ""] = await insertEntries(system, [
      {
        userId: viewer.id,
        persona: standing?.persona ?? "hub",
        site: offer.site,
        eventType: gift ? "contribution" : "spend",
        tokenType: offer.tokenType,
        amount: price,
        debitAccount: viewer.id,
        creditAccount: gift ? systemAccount.treasury : systemAccount.sink,
        idempotencyKey: `purchase:${asked.id}`,
        metadata: { offer: offer.id, name: offer.name },
      },
    ]);
    await insertPurchase(system, {
      id: asked.id,
      sinkId: offer.id,
      userId: viewer.id,
      amount: price,
      entryId,
      ticket,
    });
    await applyEffect(system, viewer.id, offer, standing?.timezone ?? "UTC");
    return purchaseOf(asked.id, offer, price, ticket?.number ?? null);
  });
}

function purchaseOf(
  id: string,
  offer: SinkRow,
  price: string,
  ticketNumber: number | null,
): Purchase {
  const { name, kind, tokenType: token } = offer;
  return { id, name, kind, token, amount: price, ticketNumber };
}

function priceOf(offer: SinkRow, asked: string | undefined): string {
  if (offer.kind !== "donation" || asked === undefined) {
    return offer.price;
  }
  const gift = amount(asked);
  if (gift.lessThan(offer.price)) {
    throw new Invalid("gift_too_small", `Gifts begin at ${offer.price} ${offer.tokenType}.`, {
      amount: [`Gifts begin at ${offer.price} ${offer.tokenType}.`],
    });
  }
  return gift.toFixed();
}

async function takeTicket(
  db: Db,
  offer: SinkRow,
): Promise<{ readonly raffleId: string; readonly number: number }> {
  const secret = randomBytes(32).toString("hex");
  const raffleId = await upsertRaffle(db, {
    sinkId: offer.id,
    drawsAt: nextDraw(new Date()),
    secret,
    commitment: commitmentOf(secret),
  });
  const number = await findNextTicket(db, raffleId);
  if (number === null) {
    throw new PreconditionFailed("draw_over", "This draw has just taken place. Please try again.");
  }
  return { raffleId, number };
}

async function applyEffect(
  db: Db,
  memberId: string,
  offer: SinkRow,
  timeZone: string,
): Promise<void> {
  if (offer.effect !== "streak_freeze") {
    return;
  }
  const streak = await findStreak(db, memberId);
  if ((streak?.extraFreezes ?? 0) >= maxExtraFreezes) {
    throw new LimitReached(
      "freezes_full",
      `You hold ${maxExtraFreezes} freeze days already, which is as many as one can hold.`,
    );
  }
  await upsertExtraFreeze(db, memberId, timeZone);
}
