import { isTokenType, type TokenType } from "@neothink/brand/tokens";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { findConversion, insertConversion } from "@neothink/db/tokens/conversions";
import { insertEntries } from "@neothink/db/tokens/entries";
import { findSettings } from "@neothink/db/tokens/settings";
import { findStanding } from "@neothink/db/tokens/standing";
import { z } from "zod";
import type { MemberContext } from "../core/context.ts";
import { Invalid, PreconditionFailed } from "../core/errors.ts";
import { type ConversionPreview, previewConversion } from "./conversion-preview.ts";
import type { ConversionAsked, ConvertTokens } from "./movement.schema.ts";
import { idTaken, inLine, requireFunds } from "./movement.ts";

/** One direction in which tokens can be exchanged. */
export interface ConversionRate {
  readonly from: TokenType;
  readonly to: TokenType;
  /** Units received for one unit given, as decimal text. */
  readonly rate: string;
}

const Rates = z.record(z.string(), z.number().positive());

/** The exchanges that this platform offers, as operators set them. */
export async function readRates({ db, brand }: MemberContext): Promise<ConversionRate[]> {
  const settings = await findSettings(db, brand.slug);
  const found = Rates.safeParse(settings?.conversionRates ?? {});
  return Object.entries(found.success ? found.data : {}).flatMap(([pair, rate]) => {
    const [from = "", to = ""] = pair.split("_");
    return isTokenType(from) && isTokenType(to) && from !== to
      ? [{ from, to, rate: String(rate) }]
      : [];
  });
}

async function rateOf(ctx: MemberContext, { from, to }: ConversionAsked): Promise<string> {
  const rates = await readRates(ctx);
  const found = rates.find((rate) => rate.from === from && rate.to === to);
  if (!found) {
    throw new PreconditionFailed(
      "no_rate",
      `${ctx.brand.name} does not exchange ${from} for ${to}.`,
    );
  }
  return found.rate;
}

/** A conversion with both tokens. */
export interface Conversion extends ConversionPreview {
  readonly from: TokenType;
  readonly to: TokenType;
}

/**
 * What a conversion would give at the present rate.
 * @throws PreconditionFailed when the platform does not exchange these tokens.
 */
export async function readPreview(ctx: MemberContext, asked: ConversionAsked): Promise<Conversion> {
  const rate = await rateOf(ctx, asked);
  return { from: asked.from, to: asked.to, ...previewConversion(asked.amount, rate) };
}

/**
 * Exchanges tokens through the exchange account: one entry takes, one gives. Sent twice with the
 * same id, it happens once.
 * @throws PreconditionFailed without a rate or without enough tokens, Invalid for too little.
 */
export async function convertTokens(ctx: MemberContext, asked: ConvertTokens): Promise<Conversion> {
  const { db, viewer, brand } = ctx;
  const { from, to } = asked;
  const key = `convert:${viewer.id}:${asked.id}`;
  const rate = await rateOf(ctx, asked);
  return inLine(db, [viewer.id], async (system) => {
    const before = await findConversion(system, key);
    if (before) {
      const done = previewConversion(before.amount, before.rate);
      if (before.fromToken !== from || before.toToken !== to || done.given !== amountOf(asked)) {
        throw idTaken();
      }
      return { from, to, ...done };
    }
    const preview = previewConversion(asked.amount, rate);
    if (preview.received === "0") {
      throw new Invalid("too_little", `This would give nothing. Convert more ${from}.`, {
        amount: ["This would give nothing."],
      });
    }
    await requireFunds(system, viewer.id, from, preview.given);
    const standing = await findStanding(system, viewer.id);
    const common = {
      userId: viewer.id,
      persona: standing?.persona ?? "hub",
      site: brand.slug,
      eventType: "convert",
      metadata: { from, to, rate: preview.rate },
    };
    const [debitEntryId = "", creditEntryId = ""] = await insertEntries(system, [
      {
        ...common,
        tokenType: from,
        amount: preview.given,
        debitAccount: viewer.id,
        creditAccount: systemAccount.exchange,
        idempotencyKey: `${key}:given`,
      },
      {
        ...common,
        tokenType: to,
        amount: preview.received,
        debitAccount: systemAccount.exchange,
        creditAccount: viewer.id,
        idempotencyKey: `${key}:received`,
      },
    ]);
    await insertConversion(system, {
      userId: viewer.id,
      fromToken: from,
      toToken: to,
      amount: preview.given,
      rate: preview.rate,
      received: preview.received,
      site: brand.slug,
      idempotencyKey: key,
      debitEntryId,
      creditEntryId,
    });
    return { from, to, ...preview };
  });
}

function amountOf(asked: ConversionAsked): string {
  return previewConversion(asked.amount, "1").given;
}
