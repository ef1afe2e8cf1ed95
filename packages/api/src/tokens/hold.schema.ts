import { z } from "zod";

export const AppealHold = z.object({
  id: z.guid(),
  text: z.string().trim().min(10, "Say why it should be lifted.").max(4000),
});
export type AppealHold = z.infer<typeof AppealHold>;

export const ListHolds = z.object({ open: z.boolean().default(true) });

export const DecideHold = z.object({
  id: z.guid(),
  decision: z.enum(["released", "confirmed"]),
  note: z.string().trim().min(5, "Give a reason that the member will read.").max(1000),
});
export type DecideHold = z.infer<typeof DecideHold>;
