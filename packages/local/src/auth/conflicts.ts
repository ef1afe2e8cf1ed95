import pg from "pg";
import { violates } from "./database.ts";
import { AuthError } from "./errors.ts";

/** An address that somebody has; only operators and signed-in members are told. */
export function emailExists(): AuthError {
  return new AuthError(
    422,
    "email_exists",
    "A user with this email address has already been registered",
  );
}

/** Names the conflict behind a violated key; any other error as it is. */
export function asConflict(error: unknown): unknown {
  if (violates(error, "users_email_key")) {
    return emailExists();
  }
  return violates(error, "users_pkey")
    ? new AuthError(422, "conflict", "A user with this id exists already")
    : error;
}

// Foreign key and restrict violations, and exceptions that triggers raise.
const keptCodes = new Set(["23503", "23001", "P0001"]);

/** Says that records which must stay hold an account; any other error as it is. */
export function asKept(error: unknown): unknown {
  return error instanceof pg.DatabaseError && keptCodes.has(error.code ?? "")
    ? new AuthError(409, "conflict", "The user has records that must be kept: ban the user instead")
    : error;
}
