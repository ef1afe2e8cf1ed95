import { type Page, toPage } from "@neothink/db/core/pagination";
import { findAction } from "@neothink/db/tokens/actions";
import { listBalances, listDailyChanges } from "@neothink/db/tokens/balances";
import {
  type ActionEntryRow,
  type EntryRow,
  findEntry,
  listActionEntries,
  listEntries,
} from "@neothink/db/tokens/entries";
import { findSettings, listWeights, type WeightRow } from "@neothink/db/tokens/settings";
import { findStanding } from "@neothink/db/tokens/standing";
import { findStreak } from "@neothink/db/tokens/streaks";
import type { MemberContext } from "../core/context.ts";
import { NotFound } from "../core/errors.ts";
import { allBalances, type Balances, balanceSeries, type DayBalances } from "./balance-series.ts";
import { entryPlace } from "./entry-cursor.ts";
import { entryTitle } from "./entry-title.ts";
import { figuresOf, RewardLimits } from "./figures.ts";
import { Formula, type RewardFigures } from "./reward.schema.ts";
import { localDate, presentStreak } from "./streak.ts";
import type { BalanceSpan, ListEntries } from "./tokens.schema.ts";

/** What the member holds, and the streak that the next award counts on. */
export interface Wallet {
  readonly balances: Balances;
  readonly streak: {
    /** Days in a row up to yesterday or today; 0 when the run has ended. */
    readonly days: number;
    readonly longest: number;
    readonly activeToday: boolean;
  };
}

/** The viewer's balances and streak. */
export async function readWallet({ db, viewer }: MemberContext): Promise<Wallet> {
  const [balances, streak] = await Promise.all([
    listBalances(db, viewer.id),
    findStreak(db, viewer.id),
  ]);
  const timeZone = streak?.timezone ?? "UTC";
  const today = localDate(new Date(), timeZone);
  return {
    balances: allBalances(balances),
    streak: {
      days: streak ? presentStreak(streak, today, timeZone) : 0,
      longest: streak?.longestStreak ?? 0,
      activeToday: streak?.lastActiveDate === today,
    },
  };
}

/** The viewer's balances at the end of each of the last days, by the viewer's calendar. */
export async function readBalanceSeries(
  { db, viewer }: MemberContext,
  { days }: BalanceSpan,
): Promise<DayBalances[]> {
  const standing = await findStanding(db, viewer.id);
  const timeZone = standing?.timezone ?? "UTC";
  const [balances, changes] = await Promise.all([
    listBalances(db, viewer.id),
    listDailyChanges(db, { accountId: viewer.id, days, timeZone }),
  ]);
  const today = localDate(new Date(), timeZone);
  return balanceSeries(allBalances(balances), changes, { today, days });
}

/** One movement on the viewer's account, with its name. */
export interface WalletEntry extends EntryRow {
  readonly title: string;
}

/** One page of the viewer's movements, newest first. */
export async function readEntries(
  { db, viewer }: MemberContext,
  { token, cursor, limit }: ListEntries,
): Promise<Page<WalletEntry>> {
  const rows = await listEntries(db, {
    accountId: viewer.id,
    tokenType: token,
    after: entryPlace(cursor),
    limit: limit + 1,
  });
  return toPage(rows.map(titled), limit);
}

function titled(row: EntryRow): WalletEntry {
  return { ...row, title: entryTitle(row) };
}

/** Everything that one action moved, and why. */
export interface WalletAward {
  readonly actionId: string;
  readonly label: string;
  readonly platform: string;
  readonly total: string;
  /** `awarded`, `held` or `reversed`. */
  readonly status: string;
  readonly reversedAmount: string;
  readonly reversedAt: Date | null;
  readonly formula: Formula;
  readonly movements: readonly AwardMovement[];
}

/** One of the entries of an award, from the member's side. */
export interface AwardMovement {
  readonly id: string;
  readonly title: string;
  readonly change: string;
  readonly createdAt: Date;
}

/** A movement with the award that it belongs to; the award is null for other movements. */
export interface EntryDetails {
  readonly entry: WalletEntry;
  readonly award: WalletAward | null;
}

/**
 * One movement of the viewer with the formula behind it.
 * @throws NotFound when the viewer has no movement with this number.
 */
export async function readEntry({ db, viewer }: MemberContext, id: string): Promise<EntryDetails> {
  const row = await findEntry(db, viewer.id, id);
  if (!row) {
    throw new NotFound("entry_not_found", "There is no such entry in your wallet.");
  }
  const entry = titled(row);
  if (!row.actionId) {
    return { entry, award: null };
  }
  const [action, movements] = await Promise.all([
    findAction(db, row.actionId),
    listActionEntries(db, row.actionId),
  ]);
  if (!action) {
    return { entry, award: null };
  }
  const formula = Formula.parse(action.formula);
  const { label } = formula.input.action;
  return {
    entry,
    award: {
      actionId: action.id,
      label,
      platform: action.platform,
      total: action.amount,
      status: action.status,
      reversedAmount: action.reversedAmount,
      reversedAt: action.reversedAt,
      formula,
      movements: movements.map((movement) => toMovement(movement, viewer.id, label)),
    },
  };
}

function toMovement(row: ActionEntryRow, accountId: string, actionLabel: string): AwardMovement {
  const change = row.creditAccount === accountId ? row.amount : `-${row.amount}`;
  return {
    id: row.id,
    title: entryTitle({ eventType: row.eventType, actionLabel, change }),
    change,
    createdAt: row.createdAt,
  };
}

/** The figures by which this platform pays. */
export interface EconomyRules {
  readonly site: string;
  readonly defaultToken: string;
  readonly figures: RewardFigures;
  readonly limits: RewardLimits;
  readonly actions: readonly WeightRow[];
}

/**
 * The rules of this platform's economy as operators have set them.
 * @throws NotFound when the platform has none.
 */
export async function readRules({ db, brand }: MemberContext): Promise<EconomyRules> {
  const [settings, actions] = await Promise.all([
    findSettings(db, brand.slug),
    listWeights(db, brand.slug),
  ]);
  if (!settings) {
    throw new NotFound("no_economy", "This platform pays no tokens.");
  }
  return {
    site: settings.site,
    defaultToken: settings.defaultToken,
    figures: figuresOf(settings),
    limits: RewardLimits.parse(settings.rewardLimits),
    actions,
  };
}
