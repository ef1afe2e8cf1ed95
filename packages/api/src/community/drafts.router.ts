import { deleteDraft, listDrafts } from "@neothink/db/community/drafts";
import { memberProcedure, router } from "../core/trpc.ts";
import { DraftId, SaveDraft } from "./drafts.schema.ts";
import { draftOf, saveDraft } from "./drafts.ts";

export const draftsRouter = router({
  /** The viewer's drafts in this app, last saved first. */
  list: memberProcedure.query(async ({ ctx }) =>
    (await listDrafts(ctx.db, ctx.brand.slug, 50)).map(draftOf),
  ),

  save: memberProcedure.input(SaveDraft).mutation(({ ctx, input }) => saveDraft(ctx, input)),

  delete: memberProcedure
    .input(DraftId)
    .mutation(({ ctx, input }) => deleteDraft(ctx.db, input.id)),
});
