import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One exchange of a token for another; decimals as text. */
export interface ConversionRow {
  readonly userId: string | null;
  readonly fromToken: string;
  readonly toToken: string;
  readonly amount: string;
  readonly rate: string;
  readonly received: string;
}

/** The conversion that was done under a key; undefined when there is none. */
export async function findConversion(db: Db, key: string): Promise<ConversionRow | undefined> {
  return db
    .selectFrom("token_conversions")
    .select([
      "user_id as userId",
      "from_token as fromToken",
      "to_token as toToken",
      sql<string>`trim_scale(amount)::text`.as("amount"),
      sql<string>`trim_scale(rate)::text`.as("rate"),
      sql<string>`trim_scale(received)::text`.as("received"),
    ])
    .where("idempotency_key", "=", key)
    .executeTakeFirst();
}

export interface NewConversion {
  readonly userId: string;
  readonly fromToken: string;
  readonly toToken: string;
  readonly amount: string;
  readonly rate: string;
  readonly received: string;
  readonly site: string;
  readonly idempotencyKey: string;
  readonly debitEntryId: string;
  readonly creditEntryId: string;
}

/** Records a conversion with its two entries. For the service. */
export async function insertConversion(db: Db, conversion: NewConversion): Promise<void> {
  await db
    .insertInto("token_conversions")
    .values({
      user_id: conversion.userId,
      from_token: conversion.fromToken,
      to_token: conversion.toToken,
      amount: conversion.amount,
      rate: conversion.rate,
      received: conversion.received,
      site: conversion.site,
      idempotency_key: conversion.idempotencyKey,
      debit_entry_id: conversion.debitEntryId,
      credit_entry_id: conversion.creditEntryId,
    })
    .execute();
}
