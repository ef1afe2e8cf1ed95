import { setImmediate as nextTurn } from "node:timers/promises";
import {
  asMember,
  asSystem,
  type Claims,
  type Db,
  inTransaction,
} from "@neothink/db/core/identity";
import { deleteSimulatedSnapshots, insertSnapshots } from "@neothink/db/tokens/census-snapshots";
import {
  countActiveRuns,
  deleteRun,
  findRun,
  insertRun,
  listRuns,
  type RunRow,
  updateRunCancel,
  updateRunCompleted,
  updateRunFailed,
  updateRunProgress,
  updateRunsLost,
} from "@neothink/db/tokens/simulation-runs";
import type { MemberContext } from "../core/context.ts";
import { LimitReached, NotFound, PreconditionFailed } from "../core/errors.ts";
import { SimulationDetails, SimulationParameters, SimulationSummary } from "./simulation.schema.ts";
import { simulate } from "./simulation.ts";
import type { StartSimulation } from "./simulation-run.schema.ts";
import type { SimulationResult } from "./simulation-tally.ts";

const kept = 50;
const mostAtOnce = 2;
/** How long the process may compute before others get their turn, in milliseconds. */
const slice = 12;
/** How often progress is noted, in milliseconds. */
const noted = 400;

/** A run as its page shows it. */
export interface Run extends Omit<RunRow, "parameters" | "summary"> {
  readonly parameters: SimulationParameters | null;
  readonly summary: SimulationSummary | null;
}

/** A run with its series. */
export interface RunDetails extends Run {
  readonly details: SimulationDetails | null;
}

function toRun({ parameters, summary, ...row }: RunRow): Run {
  return {
    ...row,
    parameters: SimulationParameters.nullable().catch(null).parse(parameters),
    summary: SimulationSummary.nullable().catch(null).parse(summary),
  };
}

/** The viewer's latest runs. */
export async function readRuns({ db, viewer }: MemberContext): Promise<Run[]> {
  return (await listRuns(db, { userId: viewer.id, limit: kept })).map(toRun);
}

/**
 * One run of the viewer with everything that was computed.
 * @throws NotFound when the viewer has none with this id.
 */
export async function readRun({ db }: MemberContext, id: string): Promise<RunDetails> {
  const row = await findRun(db, id);
  if (!row) {
    throw new NotFound("run_not_found", "There is no such simulation.");
  }
  const { details, ...run } = row;
  return { ...toRun(run), details: SimulationDetails.nullable().catch(null).parse(details) };
}

/**
 * Queues a run and computes it once the request is answered. Gives its id.
 * @throws LimitReached when two are on their way.
 */
export async function startRun(
  { db, viewer, afterCommit }: MemberContext,
  { scenarioName, parameters }: StartSimulation,
): Promise<string> {
  await asSystem(db, (system) =>
    updateRunsLost(system, viewer.id, "The server stopped while it ran. Start it again."),
  );
  if ((await countActiveRuns(db, viewer.id)) >= mostAtOnce) {
    throw new LimitReached(
      "runs_busy",
      "Two of your simulations are running. Wait for one to end.",
    );
  }
  const id = await insertRun(db, { userId: viewer.id, scenarioName, parameters });
  afterCommit(() => compute(viewer.claims, id, parameters));
  return id;
}

/**
 * Asks a run to stop.
 * @throws PreconditionFailed when it has ended already.
 */
export async function cancelRun({ db, viewer }: MemberContext, id: string): Promise<void> {
  const asked = await asSystem(db, (system) => updateRunCancel(system, { id, userId: viewer.id }));
  if (!asked) {
    throw new PreconditionFailed("run_over", "This simulation is not running any more.");
  }
}

/**
 * Deletes a run of the viewer.
 * @throws NotFound when there is none.
 */
export async function removeRun({ db, viewer }: MemberContext, id: string): Promise<void> {
  if (!(await deleteRun(db, { id, userId: viewer.id }))) {
    throw new NotFound("run_not_found", "There is no such simulation.");
  }
  await asSystem(db, (system) => deleteSimulatedSnapshots(system, id));
}

function write<T>(claims: Claims, fn: (db: Db) => Promise<T>): Promise<T> {
  return asMember(claims, (db) => inTransaction(db, (transaction) => asSystem(transaction, fn)));
}

/** Drives a run in slices between which the process serves others, so that it needs no worker. */
async function compute(
  claims: Claims,
  id: string,
  parameters: SimulationParameters,
): Promise<void> {
  try {
    const result = await inSlices(claims, id, parameters);
    if (result === null) {
      await write(claims, (db) => updateRunFailed(db, id, "Cancelled."));
      return;
    }
    await write(claims, async (db) => {
      await updateRunCompleted(db, id, result);
      await insertSnapshots(db, {
        at: new Date(),
        simulationRunId: id,
        counts: result.details.census.map((part) => ({ ...part, scopeId: null })),
      });
    });
  } catch (error) {
    await write(claims, (db) => updateRunFailed(db, id, "It ended with an error of ours."));
    throw error;
  }
}

/** The result, or null when the run was cancelled. */
async function inSlices(
  claims: Claims,
  id: string,
  parameters: SimulationParameters,
): Promise<SimulationResult | null> {
  const run = simulate(parameters);
  let rested = performance.now();
  let told = 0;
  for (;;) {
    const step = run.next();
    if (step.done) {
      return step.value;
    }
    const now = performance.now();
    if (now - told > noted) {
      told = now;
      const percent = Math.min(99, Math.floor((step.value / parameters.days) * 100));
      if (await write(claims, (db) => updateRunProgress(db, id, percent))) {
        return null;
      }
    }
    if (now - rested > slice) {
      await nextTurn();
      rested = performance.now();
    }
  }
}
