import { readFileSync } from "node:fs";
import { z } from "zod";
import { env } from "../env.ts";

const stackSchema = z.object({
  apps: z.object({
    hub: z.url(),
    ascenders: z.url(),
    neothinkers: z.url(),
    immortals: z.url(),
  }),
  mailboxUrl: z.url(),
  supabaseUrl: z.url(),
  publishableKey: z.string(),
  secretKey: z.string(),
});

/** Addresses and keys of the stack under test. */
export type Stack = z.infer<typeof stackSchema>;

/** Reads what `run.ts` wrote about the running stack. */
export function readStack(): Stack {
  if (!env.E2E_STACK_FILE) {
    throw new Error("Start the browser tests with: npm test -- --only e2e");
  }
  return stackSchema.parse(JSON.parse(readFileSync(env.E2E_STACK_FILE, "utf8")));
}
