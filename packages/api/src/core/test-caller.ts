import { type PlatformSlug, platforms } from "@neothink/brand/platforms";
import type { Claims } from "@neothink/db/core/identity";
import { TRPCError } from "@trpc/server";
import { type Caller, createCaller } from "./caller.ts";
import { refusalOf } from "./errors.ts";

/** Calls procedures for a test, as this person in this app. */
export function callAs(claims: Claims | null, slug: PlatformSlug = "ascenders"): Caller {
  return createCaller({ claims, brand: platforms[slug], requestId: "test" });
}

/** Status and reason of a call that must be refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCError) {
      return `${error.code} ${refusalOf(error).reason}`;
    }
    throw error;
  }
  throw new Error("The call was not refused.");
}
