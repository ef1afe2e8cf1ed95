import { editorProcedure, memberProcedure, router } from "../core/trpc.ts";
import { ChallengeId, ChallengeInput, Contribute } from "./challenge.schema.ts";
import {
  closeChallenge,
  contribute,
  createChallenge,
  joinChallenge,
  leaveChallenge,
  readChallenge,
  readChallenges,
} from "./challenge.ts";

export const challengeRouter = router({
  /** The challenges of this app. */
  list: memberProcedure.query(({ ctx }) => readChallenges(ctx)),

  /** One challenge with those who take part. */
  get: memberProcedure.input(ChallengeId).query(({ ctx, input }) => readChallenge(ctx, input.id)),

  create: editorProcedure
    .input(ChallengeInput)
    .mutation(({ ctx, input }) => createChallenge(ctx, input)),

  join: memberProcedure
    .input(ChallengeId)
    .mutation(({ ctx, input }) => joinChallenge(ctx, input.id)),

  leave: memberProcedure
    .input(ChallengeId)
    .mutation(({ ctx, input }) => leaveChallenge(ctx, input.id)),

  /** Notes what the viewer did, once for each id. */
  contribute: memberProcedure
    .input(Contribute)
    .mutation(({ ctx, input }) => contribute(ctx, input)),

  /** Closes a challenge and splits its prize. */
  finish: editorProcedure
    .input(ChallengeId)
    .mutation(({ ctx, input }) => closeChallenge(ctx, input.id)),
});
