import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";
import { TypedAmount } from "./movement.schema.ts";

export const ChallengeId = z.object({ id: z.guid() });

export const ChallengeInput = z
  .object({
    title: z.string().trim().min(3, "Give it a headline.").max(120),
    description: z.string().trim().min(1, "Say what it is about.").max(2000),
    instructions: z.string().trim().min(1, "Say how one takes part.").max(2000),
    startsAt: z.date().nullable().default(null),
    endsAt: z.date().nullable().default(null),
    maxParticipants: z.int().min(1).max(100_000).nullable().default(null),
    goal: TypedAmount.nullable().default(null),
    prize: TypedAmount.nullable().default(null),
    token: z.enum(tokenTypes).optional(),
    /** Rewarded action that counts by itself; without one members note what they did. */
    actionType: z
      .string()
      .regex(/^[a-z][a-z_]{0,59}$/)
      .nullable()
      .default(null),
  })
  .refine(({ startsAt, endsAt }) => !(startsAt && endsAt) || endsAt > startsAt, {
    path: ["endsAt"],
    message: "It must end after it begins.",
  });
export type ChallengeInput = z.infer<typeof ChallengeInput>;

export const Contribute = z.object({
  id: z.uuid(),
  challengeId: z.guid(),
  amount: TypedAmount.refine((value) => Number(value) <= 1000, "At most 1000 at once."),
  note: z.string().trim().max(1000).default(""),
});
export type Contribute = z.infer<typeof Contribute>;
