import { z } from "zod";
import { memberProcedure, router, visitorProcedure } from "../core/trpc.ts";
import { readFile, removeAvatar, setAvatar } from "./avatar.ts";
import { AvatarUpload, FullName, ProfileUpdate } from "./profile.schema.ts";
import type { Profile } from "./profile.ts";
import { adoptName, changeProfile, readProfile } from "./profile.ts";

export const profileRouter = router({
  get: memberProcedure.query(({ ctx }): Promise<Profile> => readProfile(ctx.db, ctx.viewer)),
  update: memberProcedure
    .input(ProfileUpdate)
    .mutation(async ({ ctx, input }): Promise<Profile> => {
      await changeProfile(ctx.db, ctx.viewer.id, input);
      return readProfile(ctx.db, ctx.viewer);
    }),
  /** Takes over the name of the sign-up form, unless there is one already. */
  adoptName: memberProcedure
    .input(z.object({ fullName: FullName }))
    .mutation(({ ctx, input }): Promise<void> => adoptName(ctx.db, ctx.viewer.id, input.fullName)),
});

export const avatarRouter = router({
  set: memberProcedure.input(AvatarUpload).mutation(
    async ({ ctx, input }): Promise<{ url: string }> => ({
      url: await setAvatar(ctx.db, ctx.viewer.id, input.data),
    }),
  ),
  remove: memberProcedure.mutation(({ ctx }): Promise<void> => removeAvatar(ctx.db, ctx.viewer.id)),
});

export const fileRouter = router({
  get: visitorProcedure
    .input(z.object({ id: z.guid() }))
    .query(({ ctx, input }) => readFile(ctx.db, input.id)),
});
