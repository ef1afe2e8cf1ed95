import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { JsonValue } from "../core/tables.ts";

/** A run without its series. */
export interface RunRow {
  readonly id: string;
  readonly scenarioName: string;
  readonly parameters: JsonValue;
  readonly summary: JsonValue | null;
  readonly status: string;
  /** Percent. */
  readonly progress: number;
  readonly notes: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const runColumns = [
  "id",
  "scenario_name as scenarioName",
  "parameters",
  "result_summary as summary",
  "status",
  "progress",
  "notes",
  "started_at as startedAt",
  "finished_at as finishedAt",
] as const;

/** The latest runs of a member. */
export async function listRuns(
  db: Db,
  { userId, limit }: { userId: string; limit: number },
): Promise<RunRow[]> {
  return db
    .selectFrom("simulation_runs")
    .select(runColumns)
    .where("user_id", "=", userId)
    .orderBy("created_at", "desc")
    .limit(limit)
    .execute();
}

/** One run with the series behind its charts; undefined when the caller has none with this id. */
export async function findRun(
  db: Db,
  id: string,
): Promise<(RunRow & { details: JsonValue | null }) | undefined> {
  return db
    .selectFrom("simulation_runs")
    .select([...runColumns, "detailed_results as details"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Queues a run; gives its id. */
export async function insertRun(
  db: Db,
  run: { userId: string; scenarioName: string; parameters: object },
): Promise<string> {
  const { id } = await db
    .insertInto("simulation_runs")
    .values({
      user_id: run.userId,
      scenario_name: run.scenarioName,
      parameters: JSON.stringify(run.parameters),
      status: "pending",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes how far a run is; true when its member wants it to stop, or has deleted it. For the service. */
export async function updateRunProgress(db: Db, id: string, percent: number): Promise<boolean> {
  const row = await db
    .updateTable("simulation_runs")
    .set({ status: "running", progress: percent })
    .where("id", "=", id)
    .returning("cancel_requested as cancel")
    .executeTakeFirst();
  return row?.cancel ?? true;
}

/** Ends a run with its results. For the service. */
export async function updateRunCompleted(
  db: Db,
  id: string,
  { summary, details }: { summary: object; details: object },
): Promise<void> {
  await db
    .updateTable("simulation_runs")
    .set({
      status: "completed",
      progress: 100,
      result_summary: JSON.stringify(summary),
      detailed_results: JSON.stringify(details),
      finished_at: sql<Date>`clock_timestamp()`,
    })
    .where("id", "=", id)
    .execute();
}

/** Ends a run without a result, and says why. For the service. */
export async function updateRunFailed(db: Db, id: string, reason: string): Promise<void> {
  await db
    .updateTable("simulation_runs")
    .set({ status: "failed", notes: reason, finished_at: sql<Date>`clock_timestamp()` })
    .where("id", "=", id)
    .where("status", "in", ["pending", "running"])
    .execute();
}

/** Asks a run to stop; false when it is not on its way. For the service. */
export async function updateRunCancel(
  db: Db,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const row = await db
    .updateTable("simulation_runs")
    .set({ cancel_requested: true })
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("status", "in", ["pending", "running"])
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends runs of a member whose process has gone: nothing was heard of them for minutes. For the service. */
export async function updateRunsLost(db: Db, userId: string, reason: string): Promise<void> {
  await db
    .updateTable("simulation_runs")
    .set({ status: "failed", notes: reason, finished_at: sql<Date>`clock_timestamp()` })
    .where("user_id", "=", userId)
    .where("status", "in", ["pending", "running"])
    .where("updated_at", "<", sql<Date>`now() - interval '2 minutes'`)
    .execute();
}

/** How many runs of a member are on their way. */
export async function countActiveRuns(db: Db, userId: string): Promise<number> {
  const row = await db
    .selectFrom("simulation_runs")
    .select(sql<number>`count(*)::int`.as("active"))
    .where("user_id", "=", userId)
    .where("status", "in", ["pending", "running"])
    .executeTakeFirst();
  return row?.active ?? 0;
}

/** Deletes a run of a member; false when there is none. */
export async function deleteRun(
  db: Db,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("simulation_runs")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
