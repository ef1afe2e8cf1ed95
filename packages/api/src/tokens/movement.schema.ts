import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";

const positive = /^(?=.*[1-9])(0|[1-9]\d{0,8})(\.\d{1,6})?$/;

/** An amount as a member types it: more than nothing, at most six decimals, below a billion. */
export const TypedAmount = z
  .string()
  .trim()
  .regex(positive, "Enter an amount above 0, with at most six decimals.");

const token = z.enum(tokenTypes);
const noteLength = 280;

export const ConversionAsked = z.object({ from: token, to: token, amount: TypedAmount });
export type ConversionAsked = z.infer<typeof ConversionAsked>;

/** Each movement carries an id made by whoever asks: sent twice, it happens once. */
export const ConvertTokens = ConversionAsked.extend({ id: z.uuid() });
export type ConvertTokens = z.infer<typeof ConvertTokens>;

export const SendTip = z.object({
  id: z.uuid(),
  recipientId: z.guid(),
  token,
  amount: TypedAmount,
  note: z.string().trim().max(noteLength, `At most ${noteLength} characters.`).default(""),
  /** The post that the gift is for; it must be the recipient's. */
  postId: z.guid().nullish(),
});
export type SendTip = z.infer<typeof SendTip>;

export const BuyOffer = z.object({
  id: z.uuid(),
  offerId: z.string().regex(/^[1-9]\d{0,17}$/, "There is no such offer."),
  /** For gifts, which may be larger than the price; other offers cost what they cost. */
  amount: TypedAmount.optional(),
});
export type BuyOffer = z.infer<typeof BuyOffer>;
