import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { databaseUrl } from "./env.ts";
import type { Identity } from "./rls-query.ts";
import { queryAs } from "./rls-query.ts";
import { noteStatement } from "./statements.ts";

// Four apps share one server of 100 connections; 10 each leaves room for migrations and listeners.
const maxConnections = 10;
const connectTimeout = 10_000;
const idleTimeout = 30_000;

const key = Symbol.for("neothink.db.pool");

// Bundlers may load this module more than once in a process; the pool must stay one.
function current(): pg.Pool | null {
  const existing: unknown = Reflect.get(globalThis, key);
  return existing instanceof pg.Pool ? existing : null;
}

/** The pool of this process, opened at first use. */
function pool(): pg.Pool {
  return current() ?? open(databaseUrl());
}

/**
 * Opens the pool of this process on another address than `DATABASE_URL`, for a tool that was given one.
 * @throws Error when the pool is open already.
 */
export function openPool(connectionString: string): void {
  if (current()) {
    throw new Error("The pool is open already: close it first.");
  }
  open(connectionString);
}

function open(connectionString: string): pg.Pool {
  const created = new pg.Pool({
    connectionString,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeout,
    idleTimeoutMillis: idleTimeout,
    keepAlive: true,
  });
  // A connection that dies while idle is replaced at its next use; without a listener it ends the process.
  created.on("error", (error) =>
    console.error("An idle database connection was lost:", error.message),
  );
  Reflect.set(globalThis, key, created);
  return created;
}

/** Closes the pool of this process, if there is one; the next query opens a new one. */
export async function closePool(): Promise<void> {
  const existing = current();
  Reflect.deleteProperty(globalThis, key);
  await existing?.end();
}

/** A pool for Kysely on which every statement and every transaction runs as `identity`. */
export function rlsPool(identity: Identity): PostgresPool {
  return {
    options: {},
    connect: async () => rlsClient(await pool().connect(), identity),
    end: async () => {},
  };
}

const opens = /^\s*(begin|start transaction)\b/i;
const closes = /^\s*(commit|rollback(?!\s+to\b))/i;

function rlsClient(client: pg.PoolClient, identity: Identity): PostgresPoolClient {
  let inTransaction = false;

  async function run(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    noteStatement(text);
    if (inTransaction) {
      const result = await client.query(text, [...values]);
      inTransaction = !closes.test(text);
      return result;
    }
    // The flag goes up first: a `begin` whose answer is lost must not go back to the pool as clean.
    inTransaction = opens.test(text);
    return queryAs(client, identity, text, values);
  }

  return {
    query: queryFunction(run),
    release: (destroy) => client.release(destroy || inTransaction),
  };
}

/** Kysely's `query` also takes a cursor, which no dialect of ours is given: the one cast for that overload. */
function queryFunction(
  run: (text: string, values: readonly unknown[]) => Promise<unknown>,
): PostgresPoolClient["query"] {
  return run as <R>(
    text: string,
    values: readonly unknown[],
  ) => Promise<PostgresQueryResult<R>> as PostgresPoolClient["query"];
}
