import "server-only";
import { randomUUID } from "node:crypto";
import { type Caller, createCaller } from "@neothink/api/core/caller";
import { brand } from "@neothink/brand/current";

/** Calls procedures as somebody without an account, whoever asks: for what is the same for everybody. */
export function visitor(): Caller {
  return createCaller({ claims: null, brand, requestId: randomUUID() });
}
