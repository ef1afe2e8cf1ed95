import { platformSlugs } from "@neothink/brand/platforms";
import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";
import { EntryId } from "./tokens.schema.ts";

export const ledgerPageSize = 50;

/** Kinds of movement, as the ledger knows them. */
export const ledgerEvents = [
  "reward",
  "collaboration",
  "streak_bonus",
  "referral",
  "spend",
  "convert",
  "transfer",
  "tip",
  "stake",
  "unstake",
  "slash",
  "refund",
  "grant",
  "prize",
  "contribution",
  "reversal",
  "restoration",
  "discovery_reward",
  "onboarding_reward",
  "progression_reward",
  "mastery_reward",
] as const;

/** What of the ledger is looked at. */
export const LedgerQuery = z.object({
  token: z.enum(tokenTypes).optional(),
  event: z.enum(ledgerEvents).optional(),
  site: z.enum(platformSlugs).optional(),
  /** Address or id of a member. */
  who: z.string().trim().min(1).max(320).optional(),
  /** Days in UTC, the last one included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;

export const ListLedger = LedgerQuery.extend({
  /** Number of the last entry of the page before. */
  cursor: EntryId.shape.id.nullish(),
  limit: z.int().min(1).max(200).default(ledgerPageSize),
});
export type ListLedger = z.infer<typeof ListLedger>;

export const ReverseEntry = EntryId.extend({
  reason: z.string().trim().min(3, "Say why, in a few words.").max(500, "At most 500 letters."),
});
export type ReverseEntry = z.infer<typeof ReverseEntry>;
