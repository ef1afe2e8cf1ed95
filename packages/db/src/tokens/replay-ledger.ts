import { type RawBuilder, sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One real movement as the public record needs it; the accounts are still by their ids. */
export interface LedgerLine {
  readonly id: string;
  /** UTC to the microsecond, such as `2026-11-16T08:30:00.000000Z`. */
  readonly time: string;
  readonly tokenType: string;
  /** Decimal text without padding. */
  readonly amount: string;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly eventType: string;
}

/** The secret from which the pseudonyms of this installation are made. For the service. */
export async function findExportSalt(db: Db): Promise<string> {
  const { salt } = await db
    .selectFrom("ledger_salts")
    .select("salt")
    .where("purpose", "=", "export")
    .executeTakeFirstOrThrow();
  return salt;
}

/** An account that belongs to no member and so goes by its name. */
export interface NamedAccountRow {
  readonly id: string;
  readonly kind: string;
}

/** The accounts of the system itself. For the service. */
export async function listNamedAccounts(db: Db): Promise<NamedAccountRow[]> {
  return db
    .selectFrom("token_accounts")
    .select(["id", "kind"])
    .where("kind", "<>", "member")
    .where("team_id", "is", null)
    .orderBy("id")
    .execute();
}

const lineTime: RawBuilder<string> = sql<string>`to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Real entries with numbers above `after` up to `upTo`, in the order of their numbers. For the service. */
export async function listLedgerLines(
  db: Db,
  { after, upTo, limit }: { after: string; upTo: string; limit: number },
): Promise<LedgerLine[]> {
  return db
    .selectFrom("gamification_events as e")
    .select([
      "e.id",
      lineTime.as("time"),
      "e.token_type as tokenType",
      sql<string>`trim_scale(e.amount)::text`.as("amount"),
      "e.debit_account as debitAccount",
      "e.credit_account as creditAccount",
      "e.event_type as eventType",
    ])
    .where("e.simulation_run_id", "is", null)
    .where("e.id", ">", after)
    .where("e.id", "<=", upTo)
    .orderBy("e.id")
    .limit(limit)
    .execute();
}

/** What an account holds, as the ledger's trigger keeps it. */
export interface HeldRow {
  readonly accountId: string;
  readonly tokenType: string;
  readonly balance: string;
}

/** The stretch of the ledger that is not closed yet, and every balance at the same moment. */
export interface OpenLedger {
  readonly lines: readonly LedgerLine[];
  readonly balances: readonly HeldRow[];
}

interface OpenRow {
  readonly line: LedgerLine | null;
  readonly held: HeldRow | null;
}

/**
 * Entries above `after` together with all balances. One statement, so one snapshot: the balances are
 * exactly what the entries up to here lead to. For the service.
 */
export async function readOpenLedger(db: Db, after: string): Promise<OpenLedger> {
  const { rows } = await sql<OpenRow>`
    select * from (
      select e.id as place, jsonb_build_object('id', e.id::text, 'time', ${lineTime}, 'tokenType', e.token_type,
          'amount', trim_scale(e.amount)::text, 'debitAccount', e.debit_account,
          'creditAccount', e.credit_account, 'eventType', e.event_type) as line, null::jsonb as held
      from gamification_events e
      where e.simulation_run_id is null and e.id > ${after}::bigint
      union all
      select null, null, jsonb_build_object('accountId', b.account_id, 'tokenType', b.token_type,
          'balance', trim_scale(b.balance)::text)
      from token_balances b
    ) open order by place nulls last, held ->> 'accountId', held ->> 'tokenType'`.execute(db);
  return {
    lines: rows.flatMap(({ line }) => (line ? [line] : [])),
    balances: rows.flatMap(({ held }) => (held ? [held] : [])),
  };
}
