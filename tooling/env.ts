import { z } from "zod";

const url = z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ });

const schema = z.object({
  /** Superuser address of a Postgres 15 to 18 to test on; without it a throwaway embedded one is started. */
  TEST_DATABASE_URL: url.optional(),
  /** Address of a transaction pooler before that Postgres; the application then connects through it. */
  TEST_POOLER_URL: url.optional(),
  CI: z.string().optional(),
});

/** Environment of the test tools, checked once. */
export const env = schema.parse(process.env);
