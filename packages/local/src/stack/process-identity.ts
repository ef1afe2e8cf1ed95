import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./problem.ts";

/** A process as written down for the next start: a bare pid may belong to somebody else by then. */
export type ProcessRecord = { pid: number; born: string };

/**
 * When a running process was born, as a text that only this process has; null when it is gone.
 * Linux counts in clock ticks since boot, hence the boot's id in front; a zombie counts as gone.
 * Elsewhere `ps` tells the second. (`ps` is missing on slim Linux images, `/proc` on macOS.)
 */
export function birthOf(pid: number): string | null {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return stdout?.trim() || null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    const ticks = fields[19];
    if (!ticks || state === "Z" || state === "X") {
      return null;
    }
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`;
  } catch {
    return null;
  }
}

/** Writes down a running process; null when it has already ended. */
export function recordOf(pid: number): ProcessRecord | null {
  const born = birthOf(pid);
  return born === null ? null : { pid, born };
}

/** Whether the very process that was written down still runs. */
export function stillRuns({ pid, born }: ProcessRecord): boolean {
  return birthOf(pid) === born;
}

/** Sends a signal; a process that is already gone is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") {
      throw error;
    }
  }
}

/** Waits until a process is gone, at most `milliseconds`; answers whether it is. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (birthOf(pid) !== null) {
    if (Date.now() > end) {
      return false;
    }
    await sleep(25);
  }
  return true;
}
