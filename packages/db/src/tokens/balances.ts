import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

export interface BalanceRow {
  readonly tokenType: string;
  /** Decimal text. */
  readonly balance: string;
}

/** The balances of an account; a token that never moved has no row. */
export async function listBalances(db: Db, accountId: string): Promise<BalanceRow[]> {
  return db
    .selectFrom("token_balances")
    .select(["token_type as tokenType", sql<string>`trim_scale(balance)::text`.as("balance")])
    .where("account_id", "=", accountId)
    .execute();
}

/** Balance of one token; "0" when it never moved. */
export async function findBalance(db: Db, accountId: string, tokenType: string): Promise<string> {
  const row = await db
    .selectFrom("token_balances")
    .select("balance")
    .where("account_id", "=", accountId)
    .where("token_type", "=", tokenType)
    .executeTakeFirst();
  return row?.balance ?? "0";
}

export interface DailyChangeRow {
  /** `YYYY-MM-DD` in the asked time zone. */
  readonly day: string;
  readonly tokenType: string;
  /** Received less given on that day; decimal text. */
  readonly change: string;
}

/** What came and went on an account on each of its last `days` days. */
export async function listDailyChanges(
  db: Db,
  { accountId, days, timeZone }: { accountId: string; days: number; timeZone: string },
): Promise<DailyChangeRow[]> {
  const { rows } = await sql<DailyChangeRow>`
    select to_char(created_at at time zone ${timeZone}, 'YYYY-MM-DD') as day,
      token_type as "tokenType", trim_scale(sum(change))::text as change
    from (
      select created_at, token_type, amount as change from gamification_events
      where credit_account = ${accountId} and created_at > now() - make_interval(days => ${days})
      union all
      select created_at, token_type, -amount from gamification_events
      where debit_account = ${accountId} and created_at > now() - make_interval(days => ${days})
    ) movements
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

export interface BalanceDifference {
  readonly accountId: string;
  readonly tokenType: string;
  readonly cached: string;
  readonly replayed: string;
}

/** Balances that differ from a replay of the whole ledger; for the service. Empty when all is well. */
export async function listBalanceDifferences(db: Db): Promise<BalanceDifference[]> {
  const { rows } = await sql<BalanceDifference>`
    select account_id as "accountId", token_type as "tokenType", cached::text, replayed::text
    from app.balance_differences()`.execute(db);
  return rows;
}
