import { z } from "zod";

const schema = z.object({
  /** A Chromium or Chrome to use instead of the one that comes through npm. */
  CHROMIUM_PATH: z.string().min(1).optional(),
  /** First of the four ports that the apps under test listen on. */
  E2E_PORT: z.coerce.number().int().default(3300),
  /** Where the running stack under test wrote its addresses and keys. */
  E2E_STACK_FILE: z.string().optional(),
  PATH: z.string().optional(),
});

/** Environment of the browser tests, checked once. */
export const env = schema.parse(process.env);
