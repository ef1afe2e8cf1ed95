import { listMentionable } from "@neothink/db/community/mentions";
import { memberProcedure, router } from "../core/trpc.ts";
import { SuggestMentions } from "./mentions.schema.ts";

export const mentionsRouter = router({
  /** Members with such a name who may read what is written for this audience. */
  list: memberProcedure
    .input(SuggestMentions)
    .query(({ ctx, input }) => listMentionable(ctx.db, input)),
});
