import type { ChildProcess } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "pg";
import { codeOf, messageOf } from "../stack/problem.ts";
import { withClient } from "./connection.ts";

/** How a started server turned out. */
export type Outcome =
  | { kind: "ready" }
  | { kind: "failed"; log: string }
  | { kind: "never ran"; error: Error };

const patience = 5 * 60_000;
/** Postgres's code while it starts, stops or recovers. */
const startingUp = "57P03";

/**
 * Waits until a server answers queries, which after a crash includes replaying its log (code 57P03
 * meanwhile). Ends early when the process ends; then with what it wrote since `logStart` (bytes).
 */
export async function waitUntilReady(options: {
  child: ChildProcess;
  adminUrl: string;
  logFile: string;
  logStart: number;
  onRecovery: () => void;
}): Promise<Outcome> {
  const { child, adminUrl, logFile, logStart, onRecovery } = options;
  const state: { ended: boolean; error?: Error } = { ended: false };
  child.once("error", (error) => {
    state.ended = true;
    state.error = error;
  });
  child.once("exit", () => {
    state.ended = true;
  });
  const started = Date.now();
  let told = false;
  while (!state.ended) {
    try {
      await withClient(adminUrl, (client) => client.query("select 1"));
      return { kind: "ready" };
    } catch (error) {
      // It speaks, and what it says will not change: a wrong password, a missing database.
      const code = codeOf(error);
      if (/^[0-9A-Z]{5}$/.test(code) && code !== startingUp) {
        return { kind: "failed", log: `${messageOf(error)} ${detailOf(error)}` };
      }
    }
    if (Date.now() - started > patience) {
      break;
    }
    if (!told && Date.now() - started > 3_000) {
      told = true;
      onRecovery();
    }
    await sleep(20);
  }
  if (state.error) {
    return { kind: "never ran", error: state.error };
  }
  return { kind: "failed", log: readFileSync(logFile).subarray(logStart).toString("utf8") };
}

function detailOf(error: unknown): string {
  return error instanceof DatabaseError ? (error.detail ?? "") : "";
}

/** The length of a log so far, in bytes; 0 when there is none. */
export function lengthOf(logFile: string): number {
  return statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
}
