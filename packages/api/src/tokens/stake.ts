import type { PlatformSlug } from "@neothink/brand/platforms";
import type { TokenType } from "@neothink/brand/tokens";
import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { insertEntries, type NewEntry } from "@neothink/db/tokens/entries";
import {
  findStakeForUpdate,
  insertStake,
  type StakeRow,
  updateStakeClosed,
} from "@neothink/db/tokens/stakes";
import { findStanding } from "@neothink/db/tokens/standing";
import { Decimal } from "decimal.js";
import { NotFound, PreconditionFailed } from "../core/errors.ts";
import { amount, toUnits } from "./amount.ts";
import { idTaken, inLine, requireFunds } from "./movement.ts";

/** Tokens that are to be set aside. */
export interface StakeRequest {
  /** Chosen by whoever asks; the same id locks once. */
  readonly id: string;
  readonly memberId: string;
  readonly platform: PlatformSlug;
  readonly token: TokenType;
  /** Decimal text above 0. */
  readonly amount: string;
  /** Lower-case name, such as `proposal`. */
  readonly purpose: string;
  readonly entity?: { readonly type: string; readonly id: string };
}

/**
 * Sets a member's tokens aside until they are released or slashed. Joins the caller's transaction.
 * @throws PreconditionFailed without the tokens, Conflict when the id stands for another stake.
 */
export async function lockStake(db: Db, request: StakeRequest): Promise<void> {
  const { id, memberId, platform, token, purpose } = request;
  const locked = amount(request.amount).toFixed();
  await inLine(db, [memberId], async (system) => {
    const before = await findStakeForUpdate(system, id);
    if (before) {
      if (before.userId !== memberId || before.amount !== locked || before.tokenType !== token) {
        throw idTaken();
      }
      return;
    }
    await requireFunds(system, memberId, token, locked);
    const standing = await findStanding(system, memberId);
    const [entryId = ""] = await insertEntries(system, [
      {
        userId: memberId,
        persona: standing?.persona ?? "hub",
        site: platform,
        eventType: "stake",
        tokenType: token,
        amount: locked,
        debitAccount: memberId,
        creditAccount: systemAccount.stake,
        idempotencyKey: `stake:${id}`,
        metadata: { stake: id, purpose },
      },
    ]);
    const entity = request.entity ?? null;
    await insertStake(system, {
      id,
      userId: memberId,
      site: platform,
      tokenType: token,
      amount: locked,
      purpose,
      entity,
      entryId,
    });
  });
}

/** Gives a stake back whole. A second call changes nothing. @throws NotFound without such a stake. */
export async function releaseStake(db: Db, id: string): Promise<void> {
  await closeStake(db, id, "0");
}

/**
 * Takes a part of a stake, or all of it, into the treasury, and gives the rest back. A second call
 * changes nothing. @throws NotFound without such a stake, PreconditionFailed for more than is there.
 */
export async function slashStake(db: Db, id: string, lost: string | "all"): Promise<void> {
  await closeStake(db, id, lost);
}

async function closeStake(db: Db, id: string, lost: string): Promise<void> {
  await inTransaction(db, (transaction) =>
    asSystem(transaction, async (system) => {
      // The row's own lock makes one of many callers close it.
      const stake = await findStakeForUpdate(system, id);
      if (!stake) {
        throw new NotFound("stake_not_found", "There is no such stake.");
      }
      if (stake.status !== "locked") {
        return;
      }
      const slashed = lost === "all" ? amount(stake.amount) : amount(lost);
      if (slashed.greaterThan(stake.amount)) {
        throw new PreconditionFailed("stake_too_small", "More cannot be lost than was staked.");
      }
      await insertEntries(system, closingEntries(stake, slashed));
      await updateStakeClosed(system, id, toUnits(slashed));
    }),
  );
}

function closingEntries(stake: StakeRow, slashed: Decimal): NewEntry[] {
  const rest = Decimal.sub(stake.amount, slashed);
  const common = {
    persona: "hub",
    site: stake.site,
    tokenType: stake.tokenType,
    debitAccount: systemAccount.stake,
    metadata: { stake: stake.id, purpose: stake.purpose },
  };
  const entries: NewEntry[] = [];
  if (rest.greaterThan(0) && stake.userId !== null) {
    entries.push({
      ...common,
      userId: stake.userId,
      eventType: "unstake",
      amount: toUnits(rest),
      creditAccount: stake.userId,
      idempotencyKey: `stake:${stake.id}:released`,
    });
  }
  // What belonged to an erased member goes where slashed stakes go.
  const kept = stake.userId === null ? amount(stake.amount) : slashed;
  if (kept.greaterThan(0)) {
    entries.push({
      ...common,
      userId: stake.userId,
      eventType: "slash",
      amount: toUnits(kept),
      creditAccount: systemAccount.treasury,
      idempotencyKey: `stake:${stake.id}:slashed`,
    });
  }
  return entries;
}
