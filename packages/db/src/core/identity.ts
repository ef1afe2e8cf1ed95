import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { z } from "zod";
import { rlsPool } from "./pool.ts";
import type { DatabaseRole, Identity } from "./rls-query.ts";
import type { DB } from "./tables.ts";

/** The database as one identity sees it. The only handle that queries get. */
export type Db = Kysely<DB>;

/** Claims of a signed-in member, verified by whoever made them: `sub` is the account's id. */
export interface Claims {
  readonly sub: string;
  readonly role: "authenticated";
  readonly session_id?: string;
  readonly aal?: string;
  readonly email?: string;
}

/** Who acts with the service's rights, and the reason that the audit trail keeps. */
export interface OperatorReason {
  /** Account that acts; null for a job that nobody started. */
  readonly actorId: string | null;
  /** Why, as `resource:action`, such as `platform_access:grant`. */
  readonly reason: string;
}

// A member's page must not wait longer; jobs of the service may.
const memberTimeout = 15_000;
const serviceTimeout = 120_000;

const uuid = z.guid();

function databaseFor(identity: Identity): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: rlsPool(identity) }) });
}

function identityOf(role: DatabaseRole, sub: string | null, extra: object = {}): Identity {
  return {
    role,
    claims: JSON.stringify({ ...extra, role, ...(sub === null ? {} : { sub: uuid.parse(sub) }) }),
    statementTimeout: role === "service_role" ? serviceTimeout : memberTimeout,
  };
}

/**
 * The database as the member of `claims` sees it, for as long as a request lasts.
 * Each statement carries the identity along; writes of more than one belong in `inTransaction`.
 * @throws ZodError when `claims.sub` is no uuid.
 */
export function memberDb(claims: Claims): Db {
  const { sub, session_id, aal, email } = claims;
  return databaseFor(identityOf("authenticated", sub, { session_id, aal, email }));
}

/** The database as a visitor without an account sees it. */
export function visitorDb(): Db {
  return databaseFor(identityOf("anon", null));
}

/** Runs `fn` as the member of `claims`: role `authenticated`, policies see `auth.uid()`. */
export async function asMember<T>(claims: Claims, fn: (db: Db) => Promise<T>): Promise<T> {
  return fn(memberDb(claims));
}

/** Runs `fn` as a visitor: role `anon`, only what is public. */
export async function asVisitor<T>(fn: (db: Db) => Promise<T>): Promise<T> {
  return fn(visitorDb());
}

/**
 * Runs `fn` in one transaction with the service's rights, past row level security. The reason is
 * written to `audit_logs` in that transaction: failing to record it fails the work.
 */
export async function asOperator<T>(
  { actorId, reason }: OperatorReason,
  fn: (db: Db) => Promise<T>,
): Promise<T> {
  return inTransaction(databaseFor(identityOf("service_role", actorId)), async (db) => {
    await db
      .insertInto("audit_logs")
      .values({ user_id: actorId, action: reason, entity_type: "system" })
      .execute();
    return fn(db);
  });
}

/**
 * Runs `fn` in one transaction with the service's rights, for work that nobody is signed in for: by
 * the clock, or by a secret that came by mail. Its rows are its record, so nothing is written to the
 * audit trail. Never for what a member asked for.
 */
export async function asJob<T>(fn: (db: Db) => Promise<T>): Promise<T> {
  return inTransaction(databaseFor(identityOf("service_role", null)), fn);
}

/**
 * Runs `fn` in a transaction: the one that `db` is in already, else a new one that commits when
 * `fn` returns and rolls back when it throws.
 */
export async function inTransaction<T>(db: Db, fn: (db: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) {
    return fn(db);
  }
  return db.transaction().execute((transaction: Transaction<DB>) => fn(transaction));
}

/**
 * Runs `fn` inside the running transaction with the service's rights, then goes back to the role
 * before. `auth.uid()` stays the member. For writes that no member may do alone and that are their
 * own record, such as the ledger. Nothing else may use the transaction until it has returned.
 * @throws Error when `db` is in no transaction.
 */
export async function asSystem<T>(db: Db, fn: (db: Db) => Promise<T>): Promise<T> {
  if (!db.isTransaction) {
    throw new Error("asSystem needs a running transaction: its role would outlive the statement.");
  }
  const {
    rows: [before],
  } = await sql<{ role: string }>`
    select current_setting('role') as role, set_config('role', 'service_role', true)`.execute(db);
  const result = await fn(db);
  // After an error the transaction is void and its settings go with it, so only success goes back.
  await sql`select set_config('role', ${before?.role ?? "anon"}, true)`.execute(db);
  return result;
}
