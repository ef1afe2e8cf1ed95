import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";

/** Entries on one page, unless asked otherwise, and at most. */
export const pageSize = 25;
const maxPageSize = 100;

/** The spans of the balance chart, in days. */
export const spans = [7, 30, 90] as const;

export const ListEntries = z.object({
  token: z.enum(tokenTypes).optional(),
  /** Opaque place in the list; only a value that the list gave earlier fits. */
  cursor: z.string().max(200).nullish(),
  limit: z.int().min(1).max(maxPageSize).default(pageSize),
});
export type ListEntries = z.infer<typeof ListEntries>;

/** The number of a ledger entry, up to the greatest that the table holds. */
export const EntryId = z.object({ id: z.string().regex(/^[1-9]\d{0,17}$/, "No such entry.") });
export type EntryId = z.infer<typeof EntryId>;

export const BalanceSpan = z.object({ days: z.literal(spans).default(30) });
export type BalanceSpan = z.infer<typeof BalanceSpan>;
