import pg from "pg";

/** SQLSTATE codes that rules and the API tell apart. */
export const pgCode = {
  uniqueViolation: "23505",
  foreignKeyViolation: "23503",
  checkViolation: "23514",
  notNullViolation: "23502",
  exclusionViolation: "23P01",
  restrictViolation: "23001",
  invalidText: "22P02",
  invalidMoment: "22007",
  momentOutOfRange: "22008",
  invalidZone: "22009",
  invalidCharacter: "22021",
  untranslatable: "22P05",
  insufficientPrivilege: "42501",
  serializationFailure: "40001",
  deadlock: "40P01",
  statementTimeout: "57014",
  /** Ours: the member is suspended from writing. */
  suspended: "NT001",
} as const;

/** What an error of Postgres says that we act upon; null for any other error. */
export interface PgFailure {
  readonly code: string;
  readonly constraint: string | null;
  readonly table: string | null;
  readonly column: string | null;
}

/** Reads the Postgres error in `error` or in its causes. */
export function pgFailure(error: unknown): PgFailure | null {
  let current = error;
  // Depth-bound: a chain of causes may be circular.
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current instanceof pg.DatabaseError && current.code) {
      const { code, constraint, table, column } = current;
      return {
        code,
        constraint: constraint ?? null,
        table: table ?? null,
        column: column ?? null,
      };
    }
    current = current.cause;
  }
  return null;
}

/** True when `error` is the violation of the constraint with this name. */
export function violates(error: unknown, constraint: string): boolean {
  return pgFailure(error)?.constraint === constraint;
}

/** True when the transaction lost against another one and may simply run again. */
export function isRetryable(error: unknown): boolean {
  const code = pgFailure(error)?.code;
  return code === pgCode.serializationFailure || code === pgCode.deadlock;
}
