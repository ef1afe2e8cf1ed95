/** Reasons why a password is refused, as the client library knows them. */
export type WeakReason = "length" | "characters" | "pwned";

/**
 * A mistake of the caller that is answered with a status below 500 and a stable code.
 * The client library retries 500 to 504 for half a minute, so mistakes never use those.
 */
export class AuthError extends Error {
  override readonly name = "AuthError";
  readonly status: number;
  readonly code: string;
  readonly weakPassword: { reasons: WeakReason[] } | undefined;

  constructor(status: number, code: string, message: string, reasons?: WeakReason[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.weakPassword = reasons ? { reasons } : undefined;
  }
}

/** The API version whose error format carries the code as text. */
export const apiVersion = "2024-01-01";

/** The body of an error in the format that the caller's API version asks for. */
export function errorBody(error: AuthError, versioned: boolean): Record<string, unknown> {
  const weak = error.weakPassword ? { weak_password: error.weakPassword } : {};
  return versioned
    ? { code: error.code, message: error.message, ...weak }
    : { code: error.status, error_code: error.code, msg: error.message, ...weak };
}

/** Wrong address or password, or a locked pair: one answer for all of them. */
export function invalidCredentials(): AuthError {
  return new AuthError(400, "invalid_credentials", "Invalid login credentials");
}

/** A link or code that is wrong, used or too old: one answer for all of them. */
export function otpExpired(): AuthError {
  return new AuthError(403, "otp_expired", "Email link or code is invalid or has expired");
}

/** Input that cannot be understood. */
export function validationFailed(message: string): AuthError {
  return new AuthError(400, "validation_failed", message);
}

/** Too many requests of one kind. */
export function tooManyRequests(): AuthError {
  return new AuthError(429, "over_request_rate_limit", "Too many requests. Please wait a moment.");
}
