import { type TokenType, tokenTypes } from "@neothink/brand/tokens";
import { asSystem, type Db } from "@neothink/db/core/identity";
import { listPastAwards, type PastAwardRow } from "@neothink/db/tokens/reward-rules";
import type { MemberContext } from "../core/context.ts";
import { amount } from "./amount.ts";
import { dailyLimitOf } from "./figures.ts";
import { type RewardFigures, RewardInput } from "./reward.schema.ts";
import type { PreviewRules, SiteRules } from "./reward-rules.schema.ts";
import {
  classOf,
  fromMillionths,
  type PayClass,
  rewardClasses,
  toMillionths,
  unitsPerToken,
} from "./reward-rules-classes.ts";
import { type Decile, deciles, type MemberChange } from "./reward-rules-deciles.ts";
import { figuresOfRules } from "./reward-rules-figures.ts";

const pageSize = 2000;
const mostAwards = 500_000;

/** What changed rules would have done to the real past. Amounts are decimal text. */
export interface RulesEffect {
  readonly days: number;
  readonly awards: number;
  readonly members: number;
  readonly gain: number;
  readonly lose: number;
  readonly before: string;
  readonly after: string;
  readonly tokens: readonly { token: TokenType; before: string; after: string }[];
  readonly deciles: readonly Decile[];
  /** True when the period holds more awards than are looked at. */
  readonly cut: boolean;
}

interface Totals {
  before: bigint;
  after: bigint;
}

/**
 * Recomputes every real award of a period from its stored inputs under changed rules of one
 * platform, in the order of time: balances and daily counts are carried along as they would have been.
 * Streaks, tiers and togetherness stay what they were. Compared with what was really paid.
 */
export async function simulateOnLedger(
  db: Db,
  rules: SiteRules,
  { since, until }: { since: Date; until: Date },
): Promise<Omit<RulesEffect, "days">> {
  const replay = new LedgerReplay(rules);
  let after: { at: string; id: string } | null = null;
  let awards = 0;
  for (;;) {
    const rows: PastAwardRow[] = await listPastAwards(db, { since, until, after, limit: pageSize });
    for (const row of rows) {
      replay.take(row);
    }
    awards += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize || awards >= mostAwards) {
      return { ...replay.effect(), awards, cut: awards >= mostAwards };
    }
    after = { at: last.at, id: last.id };
  }
}

/** The effect that the rules in the editor would have had; changes nothing. */
export async function previewRules(
  { db }: MemberContext,
  { days, ...rules }: PreviewRules,
): Promise<RulesEffect> {
  const until = new Date();
  const period = { since: new Date(until.getTime() - days * 86_400_000), until };
  return { days, ...(await asSystem(db, (system) => simulateOnLedger(system, rules, period))) };
}

class LedgerReplay {
  readonly #rules: SiteRules;
  readonly #actions: ReadonlyMap<string, SiteRules["actions"][number]>;
  readonly #pay: PayClass;
  readonly #figures: RewardFigures;
  readonly #others = new Map<string, PayClass>();
  readonly #known = new Map<string, RewardInput["action"]>();
  /** Millionths by which a member's balance of a token differs from what it really was. */
  readonly #drift = new Map<string, bigint>();
  readonly #paidOn = new Map<string, number>();
  readonly #members = new Map<string, Totals>();
  readonly #tokens = new Map<string, Totals>();

  constructor(rules: SiteRules) {
    this.#rules = rules;
    this.#actions = new Map(rules.actions.map((action) => [action.type, action]));
    this.#figures = figuresOfRules(rules.figures);
    this.#pay = rewardClasses(this.#figures);
  }

  take(row: PastAwardRow): void {
    const stored = RewardInput.safeParse(row.input);
    if (!stored.success) {
      return;
    }
    const day = `${row.userId} ${row.localDate} ${row.tokenType} ${row.actionType}`;
    const paidToday = this.#paidOn.get(day) ?? stored.data.paidToday;
    const holding = `${row.userId} ${row.tokenType}`;
    const drift = this.#drift.get(holding) ?? 0n;
    const before = BigInt(toMillionths(row.amount));
    const now = BigInt(this.#recompute(row, stored.data, { paidToday, drift }));
    this.#paidOn.set(day, paidToday + (now > 0n ? 1 : 0));
    // What was taken back counts for neither side, but it did use up the day's limit.
    if (row.status === "reversed") {
      return;
    }
    this.#drift.set(holding, drift + now - before);
    add(this.#members, row.userId, before, now);
    add(this.#tokens, row.tokenType, before, now);
  }

  #recompute(
    row: PastAwardRow,
    stored: RewardInput,
    { paidToday, drift }: { paidToday: number; drift: bigint },
  ): number {
    const balance = amount(stored.balance).plus(amount(String(drift)).dividedBy(unitsPerToken));
    const moved = { ...stored, balance: balance.toFixed(), paidToday };
    if (row.platform !== this.#rules.site) {
      return this.#payOf(stored.figures)(this.#named(row, moved)).total;
    }
    const action = this.#actions.get(row.actionType);
    if (!action?.active) {
      return 0;
    }
    const { limits } = this.#rules.figures;
    const input: RewardInput = {
      ...moved,
      figures: this.#figures,
      action: { type: action.type, label: action.label, weight: action.weight },
      dailyLimit: dailyLimitOf(limits, row.tokenType, row.actionType),
    };
    return this.#pay(this.#named(row, input)).total;
  }

  /** The class of an input, with one object for all equal actions, by which classes are remembered. */
  #named(row: PastAwardRow, input: RewardInput): ReturnType<typeof classOf> {
    const name = `${row.platform} ${input.action.type} ${input.action.weight}`;
    const action = this.#known.get(name) ?? input.action;
    this.#known.set(name, action);
    return { ...classOf(input), action };
  }

  #payOf(figures: RewardFigures): PayClass {
    const name = JSON.stringify(figures);
    const pay = this.#others.get(name) ?? rewardClasses(figures);
    this.#others.set(name, pay);
    return pay;
  }

  effect(): Omit<RulesEffect, "days" | "awards" | "cut"> {
    const members: MemberChange[] = [...this.#members.values()];
    const all = members.reduce(
      (sum, { before, after }) => ({ before: sum.before + before, after: sum.after + after }),
      { before: 0n, after: 0n },
    );
    return {
      members: members.length,
      gain: members.filter(({ before, after }) => after > before).length,
      lose: members.filter(({ before, after }) => after < before).length,
      before: fromMillionths(all.before),
      after: fromMillionths(all.after),
      tokens: tokenTypes.map((token) => {
        const totals = this.#tokens.get(token) ?? { before: 0n, after: 0n };
        return {
          token,
          before: fromMillionths(totals.before),
          after: fromMillionths(totals.after),
        };
      }),
      deciles: deciles(members),
    };
  }
}

function add(sums: Map<string, Totals>, key: string, before: bigint, after: bigint): void {
  const totals = sums.get(key) ?? { before: 0n, after: 0n };
  totals.before += before;
  totals.after += after;
  sums.set(key, totals);
}
