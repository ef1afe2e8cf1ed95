import pg from "pg";

/** The database roles that a request may take on; never a value from outside. */
export type DatabaseRole = "anon" | "authenticated" | "service_role";

/** Who a statement runs as: a role and the claims that policies read. */
export interface Identity {
  readonly role: DatabaseRole;
  /** JSON text of the claims; `auth.uid()` reads `sub` from it. */
  readonly claims: string;
  /** Milliseconds after which the server ends a statement. */
  readonly statementTimeout: number;
}

// The parts of pg's own protocol classes that this file leans on, checked by rls-query.db.test.ts.
interface ProtocolConnection {
  parse(message: { name: string; text: string; types: number[] }): void;
  bind(message: {
    portal: string;
    statement: string;
    values: string[];
    valueMapper: (value: string) => string;
  }): void;
  execute(message: { portal: string; rows: number }): void;
}

declare module "pg" {
  interface Query {
    requiresPreparation(): boolean;
    prepare(connection: ProtocolConnection): void;
    handleDataRow(message: unknown): void;
    handleCommandComplete(message: unknown, connection: unknown): void;
    callback: (error: Error | null | undefined, result: pg.QueryResult) => void;
  }
}

const takeOnIdentity =
  "select set_config('role',$1,true),set_config('request.jwt.claims',$2,true)," +
  "set_config('statement_timeout',$3,true),set_config('idle_in_transaction_session_timeout',$3,true)";

/**
 * One statement that brings its identity along in the same round trip. Everything before one Sync is
 * one transaction, so the settings end with the statement; before `begin` they last as long as the
 * transaction that it opens. Works behind poolers in transaction mode: nothing is named or kept.
 */
class RlsQuery extends pg.Query {
  readonly #identity: Identity;
  #prepared = false;

  constructor(identity: Identity, text: string, values: unknown[]) {
    super(text, values);
    this.#identity = identity;
  }

  override requiresPreparation(): boolean {
    return true;
  }

  override prepare(connection: ProtocolConnection): void {
    const { role, claims, statementTimeout } = this.#identity;
    connection.parse({ name: "", text: takeOnIdentity, types: [] });
    connection.bind({
      portal: "",
      statement: "",
      values: [role, claims, String(statementTimeout)],
      valueMapper: (value) => value,
    });
    connection.execute({ portal: "", rows: 0 });
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#prepared) {
      super.handleDataRow(message);
    }
  }

  override handleCommandComplete(message: unknown, connection: unknown): void {
    if (this.#prepared) {
      super.handleCommandComplete(message, connection);
      return;
    }
    this.#prepared = true;
  }
}

/**
 * Sends one statement as `identity`, in one round trip, and gives its result.
 * @throws pg.DatabaseError from the statement or from taking on the role.
 */
export function queryAs(
  client: pg.ClientBase,
  identity: Identity,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new RlsQuery(identity, text, [...values]);
    query.callback = (error, result) => (error ? reject(error) : resolve(result));
    client.query(query);
  });
}
