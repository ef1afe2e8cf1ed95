import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One movement as operators see it: both accounts, and whom it is about. */
export interface LedgerRow {
  readonly id: string;
  readonly tokenType: string;
  readonly amount: string;
  readonly eventType: string;
  readonly site: string;
  readonly debitAccount: string;
  readonly creditAccount: string;
  /** Kind of the account, or the name of its member. */
  readonly debitName: string;
  readonly creditName: string;
  readonly actionId: string | null;
  readonly reversesId: string | null;
  readonly createdAt: Date;
}

/** What to look for; what is not set counts for all. */
export interface LedgerFilter {
  readonly tokenType?: string | undefined;
  readonly eventType?: string | undefined;
  readonly site?: string | undefined;
  /** A member's account, on either side. */
  readonly accountId?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

function entries(db: Db) {
  return db
    .selectFrom("gamification_events as e")
    .innerJoin("token_accounts as d", "d.id", "e.debit_account")
    .innerJoin("token_accounts as c", "c.id", "e.credit_account")
    .leftJoin("member_cards as dm", "dm.id", "d.user_id")
    .leftJoin("member_cards as cm", "cm.id", "c.user_id")
    .select([
      "e.id",
      "e.token_type as tokenType",
      sql<string>`trim_scale(e.amount)::text`.as("amount"),
      "e.event_type as eventType",
      "e.site",
      "e.debit_account as debitAccount",
      "e.credit_account as creditAccount",
      sql<string>`coalesce(dm.full_name, d.label)`.as("debitName"),
      sql<string>`coalesce(cm.full_name, c.label)`.as("creditName"),
      "e.action_id as actionId",
      "e.reverses_id as reversesId",
      "e.created_at as createdAt",
    ])
    .where("e.simulation_run_id", "is", null);
}

/** Real movements with numbers below `before`, the latest first. For the service. */
export async function listLedger(
  db: Db,
  { filter, before, limit }: { filter: LedgerFilter; before?: string | undefined; limit: number },
): Promise<LedgerRow[]> {
  const { tokenType, eventType, site, accountId, from, until } = filter;
  let query = entries(db);
  if (before) {
    query = query.where("e.id", "<", before);
  }
  if (tokenType) {
    query = query.where("e.token_type", "=", tokenType);
  }
  if (eventType) {
    query = query.where("e.event_type", "=", eventType);
  }
  if (site) {
    query = query.where("e.site", "=", site);
  }
  if (accountId) {
    query = query.where((eb) =>
      eb.or([eb("e.debit_account", "=", accountId), eb("e.credit_account", "=", accountId)]),
    );
  }
  if (from) {
    query = query.where("e.created_at", ">=", from);
  }
  if (until) {
    query = query.where("e.created_at", "<", until);
  }
  return query.orderBy("e.id", "desc").limit(limit).execute();
}

/** One real movement; undefined when there is none with this number. For the service. */
export async function findLedgerEntry(db: Db, id: string): Promise<LedgerRow | undefined> {
  return entries(db).where("e.id", "=", id).executeTakeFirst();
}

/** The account of a member by address or id; undefined when nobody has it. For the service. */
export async function findAccountOf(db: Db, who: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("users")
    .select("id")
    .where((eb) =>
      eb.or([
        eb("email", "=", who.toLowerCase()),
        eb(sql<string>`id::text`, "=", who.toLowerCase()),
      ]),
    )
    .executeTakeFirst();
  return row?.id;
}
