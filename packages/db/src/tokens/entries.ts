import { type SelectQueryBuilder, sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { DB } from "../core/tables.ts";

/** A new movement. Whoever inserts it has locked the members whose accounts it touches. */
export interface NewEntry {
  /** Member whom it is about; null once that account was erased. */
  readonly userId: string | null;
  readonly persona: string;
  readonly site: string;
  readonly eventType: string;
  readonly tokenType: string;
  /** Decimal text, not negative. */
  readonly amount: string;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly idempotencyKey: string;
  readonly actionId?: string | undefined;
  readonly reversesId?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  /** When it happened; now unless said. */
  readonly createdAt?: Date | undefined;
}

/**
 * Enters movements into the ledger and gives their numbers in the same order; the balances follow
 * by trigger. For the service.
 */
export async function insertEntries(db: Db, entries: readonly NewEntry[]): Promise<string[]> {
  if (entries.length === 0) {
    return [];
  }
  const rows = await db
    .insertInto("gamification_events")
    .values(
      entries.map((entry) => ({
        user_id: entry.userId,
        persona: entry.persona,
        site: entry.site,
        event_type: entry.eventType,
        token_type: entry.tokenType,
        amount: entry.amount,
        debit_account: entry.debitAccount,
        credit_account: entry.creditAccount,
        idempotency_key: entry.idempotencyKey,
        action_id: entry.actionId ?? null,
        reverses_id: entry.reversesId ?? null,
        metadata: entry.metadata ? JSON.stringify(entry.metadata) : null,
        created_at: entry.createdAt ?? sql<Date>`now()`,
      })),
    )
    .returning(["id", "idempotency_key"])
    .execute();
  const ids = new Map(rows.map((row) => [row.idempotency_key, row.id]));
  return entries.map((entry) => {
    const id = ids.get(entry.idempotencyKey);
    if (id === undefined) {
      throw new Error(`The ledger gave no number for ${entry.idempotencyKey}.`);
    }
    return id;
  });
}

/** Place in a list of entries, newest first. */
export interface EntryPlace {
  /** Postgres' own text of the timestamp. */
  readonly at: string;
  readonly id: string;
}

/** One movement as its account holder sees it. */
export interface EntryRow {
  readonly id: string;
  readonly tokenType: string;
  readonly eventType: string;
  readonly site: string;
  /** Signed decimal text: what it did to this account. */
  readonly change: string;
  readonly createdAt: Date;
  readonly actionId: string | null;
  readonly actionType: string | null;
  readonly actionLabel: string | null;
  readonly entityType: string | null;
  readonly entityId: string | null;
  readonly reversesId: string | null;
  readonly cursorAt: string;
}

type Entries = DB & {
  e: DB["gamification_events"];
};

function side(
  db: Db,
  account: "credit_account" | "debit_account",
  sign: 1 | -1,
  filter: EntryFilter,
): SelectQueryBuilder<Entries, "e", SideRow> {
  let query = db
    .selectFrom("gamification_events as e")
    .select([
      "e.id",
      "e.token_type",
      "e.event_type",
      "e.site",
      "e.action_id",
      "e.reverses_id",
      "e.created_at",
      sql<string>`${sql.lit(sign)} * e.amount`.as("change"),
    ])
    .where(`e.${account}`, "=", filter.accountId);
  if (filter.tokenType) {
    query = query.where("e.token_type", "=", filter.tokenType);
  }
  if (filter.after) {
    query = query.where(
      sql<boolean>`(e.created_at, e.id) < (${filter.after.at}::timestamptz, ${filter.after.id}::bigint)`,
    );
  }
  return query.orderBy("e.created_at", "desc").orderBy("e.id", "desc").limit(filter.limit);
}

interface SideRow {
  id: string;
  token_type: string;
  event_type: string;
  site: string;
  action_id: string | null;
  reverses_id: string | null;
  created_at: Date;
  change: string;
}

export interface EntryFilter {
  readonly accountId: string;
  readonly tokenType?: string | undefined;
  readonly after?: EntryPlace | undefined;
  /** Rows at most; ask for one more than a page to know whether another follows. */
  readonly limit: number;
}

/** Movements of an account, newest first. Each side of the ledger is read through its own index. */
export async function listEntries(db: Db, filter: EntryFilter): Promise<EntryRow[]> {
  return db
    .selectFrom(
      db
        .selectFrom(side(db, "credit_account", 1, filter).as("received"))
        .selectAll()
        .unionAll(db.selectFrom(side(db, "debit_account", -1, filter).as("given")).selectAll())
        .as("e"),
    )
    .leftJoin("user_actions as a", "a.id", "e.action_id")
    .leftJoin("action_weights as w", (join) =>
      join.onRef("w.site", "=", "a.platform").onRef("w.action_type", "=", "a.action_type"),
    )
    .select([
      "e.id",
      "e.token_type as tokenType",
      "e.event_type as eventType",
      "e.site",
      sql<string>`trim_scale(e.change)::text`.as("change"),
      "e.created_at as createdAt",
      "e.action_id as actionId",
      "a.action_type as actionType",
      "w.label as actionLabel",
      "a.entity_type as entityType",
      "a.entity_id as entityId",
      "e.reverses_id as reversesId",
      sql<string>`e.created_at::text`.as("cursorAt"),
    ])
    .orderBy("e.created_at", "desc")
    .orderBy("e.id", "desc")
    .limit(filter.limit)
    .execute();
}

/** One movement of an account; undefined when there is none with this number on it. */
export async function findEntry(
  db: Db,
  accountId: string,
  id: string,
): Promise<EntryRow | undefined> {
  return db
    .selectFrom("gamification_events as e")
    .leftJoin("user_actions as a", "a.id", "e.action_id")
    .leftJoin("action_weights as w", (join) =>
      join.onRef("w.site", "=", "a.platform").onRef("w.action_type", "=", "a.action_type"),
    )
    .select([
      "e.id",
      "e.token_type as tokenType",
      "e.event_type as eventType",
      "e.site",
      sql<string>`trim_scale(case when e.credit_account = ${accountId} then e.amount else -e.amount end)::text`.as(
        "change",
      ),
      "e.created_at as createdAt",
      "e.action_id as actionId",
      "a.action_type as actionType",
      "w.label as actionLabel",
      "a.entity_type as entityType",
      "a.entity_id as entityId",
      "e.reverses_id as reversesId",
      sql<string>`e.created_at::text`.as("cursorAt"),
    ])
    .where("e.id", "=", id)
    .where((eb) =>
      eb.or([eb("e.credit_account", "=", accountId), eb("e.debit_account", "=", accountId)]),
    )
    .executeTakeFirst();
}

/** The movements of one action in the order in which they were entered; decimals as text. */
export interface ActionEntryRow {
  readonly id: string;
  readonly eventType: string;
  readonly amount: string;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly idempotencyKey: string;
  readonly reversesId: string | null;
  readonly createdAt: Date;
}

/** All movements that an action caused: awards, reversals and restorations. */
export async function listActionEntries(db: Db, actionId: string): Promise<ActionEntryRow[]> {
  return db
    .selectFrom("gamification_events")
    .select([
      "id",
      "event_type as eventType",
      sql<string>`trim_scale(amount)::text`.as("amount"),
      "debit_account as debitAccount",
      "credit_account as creditAccount",
      "idempotency_key as idempotencyKey",
      "reverses_id as reversesId",
      "created_at as createdAt",
    ])
    .where("action_id", "=", actionId)
    .orderBy("id")
    .execute();
}
