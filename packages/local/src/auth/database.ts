import pg from "pg";

/** A pool or one of its connections inside a transaction. */
export type Database = pg.Pool | pg.PoolClient;

// The service shares the server with four apps; sign-ins are short and few.
const maxConnections = 8;

/** Opens the service's own pool. Its role must bypass row level security, as the migrations' does. */
export function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: "neothink-auth",
  });
  pool.on("error", (error) => console.error("auth: an idle connection was lost:", error.message));
  return pool;
}

/** All rows of a query. */
export async function rows<Row extends pg.QueryResultRow>(
  db: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await db.query<Row>(text, [...values]);
  return result.rows;
}

/** The first row of a query, or null. */
export async function row<Row extends pg.QueryResultRow>(
  db: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row | null> {
  return (await rows<Row>(db, text, values))[0] ?? null;
}

/** Runs a statement and counts the rows that it touched. */
export async function run(
  db: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const result = await db.query(text, [...values]);
  return result.rowCount ?? 0;
}

/** Runs `work` in one transaction: all of it or nothing. */
export async function transaction<Result>(
  pool: pg.Pool,
  work: (db: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** True when `error` is the violation of the unique constraint with this name. */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof pg.DatabaseError && error.constraint === constraint;
}
