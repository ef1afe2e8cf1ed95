import { operatorProcedure, router } from "../core/trpc.ts";
import { RunId, StartSimulation } from "./simulation-run.schema.ts";
import { cancelRun, readRun, readRuns, removeRun, startRun } from "./simulation-runs.ts";

export const simulationRouter = router({
  /** The viewer's latest runs, without their series. */
  list: operatorProcedure.query(({ ctx }) => readRuns(ctx)),

  /** One run with its series; asked again while it runs, it shows the progress. */
  get: operatorProcedure.input(RunId).query(({ ctx, input }) => readRun(ctx, input.id)),

  /** Queues a run and gives its id. */
  create: operatorProcedure
    .input(StartSimulation)
    .mutation(async ({ ctx, input }) => ({ id: await startRun(ctx, input) })),

  /** Asks a run to stop. */
  cancel: operatorProcedure.input(RunId).mutation(({ ctx, input }) => cancelRun(ctx, input.id)),

  /** Deletes a run. */
  delete: operatorProcedure.input(RunId).mutation(({ ctx, input }) => removeRun(ctx, input.id)),
});
