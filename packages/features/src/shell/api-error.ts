import type { AppRouter } from "@neothink/api/core/router";
import { TRPCClientError } from "@trpc/client";

/** What a failed call tells the member and the form. */
export interface ApiFailure {
  /** A sentence for the member. */
  readonly message: string;
  /** Stable and for programs, such as `audience_locked`; `unreachable` without an answer. */
  readonly reason: string;
  /** Messages for single inputs by their path. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** The number to quote; undefined when nobody answered. */
  readonly requestId: string | undefined;
}

const unreachable: ApiFailure = {
  message: "We could not reach the server. Check your connection and try again.",
  reason: "unreachable",
  fields: {},
  requestId: undefined,
};

function isApiError(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}

/** Reads a failed call; faults of the network get a sentence of their own. */
export function apiFailure(error: unknown): ApiFailure {
  if (!isApiError(error) || !error.data) {
    return unreachable;
  }
  const { reason, fields, requestId } = error.data;
  return { message: error.message, reason, fields, requestId: requestId ?? undefined };
}
