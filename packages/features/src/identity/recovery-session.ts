import "server-only";
import { createReadOnlyClient } from "@neothink/auth/server";
import { z } from "zod";

const Methods = z.array(z.object({ method: z.string(), timestamp: z.number() }));

/** Seconds for which a mailed link proves who somebody is. */
const proofSeconds = 15 * 60;

/** Whether this session came by a mailed link a short while ago: a password alone does not do. */
export async function mayChoosePassword(): Promise<boolean> {
  const { data } = await (await createReadOnlyClient()).auth.getClaims();
  const methods = Methods.safeParse(data?.claims.amr);
  if (!methods.success) {
    return false;
  }
  const since = Date.now() / 1000 - proofSeconds;
  const mailed = new Set(["recovery", "otp", "magiclink", "invite"]);
  return methods.data.some(({ method, timestamp }) => mailed.has(method) && timestamp >= since);
}
