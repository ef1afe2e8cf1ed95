import { z } from "zod";

export const censusScopes = ["network", "app", "persona", "team", "group"] as const;
export const censusSpans = [30, 90, 365] as const;

export const ReadCensus = z.object({
  scope: z.enum(censusScopes).default("app"),
  days: z.literal(censusSpans).default(90),
});
export type ReadCensus = z.infer<typeof ReadCensus>;
