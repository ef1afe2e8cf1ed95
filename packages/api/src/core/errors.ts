import { type PgFailure, pgCode, pgFailure } from "@neothink/db/core/errors";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

type Code = TRPCError["code"];

/** Messages for single inputs, keyed by the path of the input, such as `content` or `tags.0`. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/**
 * A refusal that a rule decides on. `reason` is stable and for programs (`post_not_found`),
 * `message` is a sentence for the member.
 */
export class DomainError extends Error {
  readonly code: Code;
  readonly reason: string;
  readonly fields: FieldErrors;

  constructor(code: Code, reason: string, message: string, fields: FieldErrors = {}) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.reason = reason;
    this.fields = fields;
  }
}

/** The thing does not exist, or not for this viewer. */
export class NotFound extends DomainError {
  constructor(reason: string, message: string) {
    super("NOT_FOUND", reason, message);
  }
}

/** The viewer may see it, but not do this. */
export class Forbidden extends DomainError {
  constructor(reason: string, message: string) {
    super("FORBIDDEN", reason, message);
  }
}

/** It collides with what is there already. */
export class Conflict extends DomainError {
  constructor(reason: string, message: string, fields?: FieldErrors) {
    super("CONFLICT", reason, message, fields);
  }
}

/** The input breaks a rule that its schema cannot see. */
export class Invalid extends DomainError {
  constructor(reason: string, message: string, fields?: FieldErrors) {
    super("BAD_REQUEST", reason, message, fields);
  }
}

/** Allowed, but not so often or not so much. */
export class LimitReached extends DomainError {
  constructor(reason: string, message: string) {
    super("TOO_MANY_REQUESTS", reason, message);
  }
}

/** Something else has to happen first. */
export class PreconditionFailed extends DomainError {
  constructor(reason: string, message: string) {
    super("PRECONDITION_FAILED", reason, message);
  }
}

interface Meaning {
  readonly code: Code;
  readonly reason: string;
  readonly message: string;
}

const busy: Meaning = {
  code: "CONFLICT",
  reason: "busy",
  message: "Somebody else changed the same thing at the same moment. Please try again.",
};

const malformed: Meaning = {
  code: "BAD_REQUEST",
  reason: "malformed",
  message: "A value has the wrong form.",
};

// Nothing of a constraint's or a row's text is shown: only what kind of refusal it is.
const pgMeanings: Readonly<Record<string, Meaning>> = {
  [pgCode.uniqueViolation]: {
    code: "CONFLICT",
    reason: "already_exists",
    message: "This exists already.",
  },
  [pgCode.exclusionViolation]: {
    code: "CONFLICT",
    reason: "overlaps",
    message: "This overlaps with something that is there already.",
  },
  [pgCode.foreignKeyViolation]: {
    code: "BAD_REQUEST",
    reason: "reference_missing",
    message: "This refers to something that does not exist.",
  },
  [pgCode.checkViolation]: {
    code: "BAD_REQUEST",
    reason: "not_allowed_value",
    message: "A value is outside of what is allowed.",
  },
  [pgCode.notNullViolation]: {
    code: "BAD_REQUEST",
    reason: "value_missing",
    message: "A value is missing.",
  },
  [pgCode.invalidText]: malformed,
  [pgCode.invalidMoment]: malformed,
  [pgCode.momentOutOfRange]: malformed,
  [pgCode.invalidZone]: malformed,
  [pgCode.invalidCharacter]: malformed,
  [pgCode.untranslatable]: malformed,
  [pgCode.insufficientPrivilege]: {
    code: "FORBIDDEN",
    reason: "not_permitted",
    message: "You may not do this.",
  },
  [pgCode.suspended]: {
    code: "FORBIDDEN",
    reason: "posting_suspended",
    message:
      "A moderator suspended you from writing for now. Your settings, under Reports, say until when and how to appeal.",
  },
  [pgCode.serializationFailure]: busy,
  [pgCode.deadlock]: busy,
};

function meaningOf(failure: PgFailure | null): Meaning | null {
  return (failure && pgMeanings[failure.code]) ?? null;
}

/**
 * The error that leaves the API for `error`: domain errors and known codes of Postgres get their
 * status, everything else stays what it is (unknown errors are INTERNAL_SERVER_ERROR already).
 */
export function toTrpcError(error: TRPCError): TRPCError {
  const { cause } = error;
  if (cause instanceof DomainError) {
    return new TRPCError({ code: cause.code, message: cause.message, cause });
  }
  const meaning = meaningOf(pgFailure(cause));
  return meaning ? new TRPCError({ code: meaning.code, message: meaning.message, cause }) : error;
}

/** What a client learns beside the status: a stable reason, and messages for single inputs. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
  readonly fields: FieldErrors;
}

const generic: Partial<Record<Code, Omit<Refusal, "fields">>> = {
  UNAUTHORIZED: { reason: "sign_in_required", message: "Please sign in first." },
  INTERNAL_SERVER_ERROR: {
    reason: "internal",
    message: "Something went wrong on our side. It has been noted.",
  },
};

/** The public part of an error. Texts of unexpected errors are withheld. */
export function refusalOf(error: TRPCError): Refusal {
  const { cause, code } = error;
  if (cause instanceof DomainError) {
    return { reason: cause.reason, message: cause.message, fields: cause.fields };
  }
  if (cause instanceof ZodError) {
    return {
      reason: "invalid_input",
      message: "Please check what you entered.",
      fields: fieldsOf(cause),
    };
  }
  const known = meaningOf(pgFailure(cause)) ?? generic[code];
  if (known) {
    return { reason: known.reason, message: known.message, fields: {} };
  }
  return { reason: code.toLowerCase(), message: error.message, fields: {} };
}

/** Messages of a zod error by dotted path; those of the whole input stand under the empty name. */
function fieldsOf(error: ZodError): FieldErrors {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".");
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  return fields;
}
