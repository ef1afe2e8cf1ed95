import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";
import { Problem } from "./problem.ts";
import {
  type ProcessRecord,
  recordOf,
  sendSignal,
  stillRuns,
  waitUntilGone,
} from "./process-identity.ts";

const record = z.object({ pid: z.number(), born: z.string() });
const bookSchema = z.object({
  supervisor: record,
  children: z.array(record.extend({ name: z.string() })),
});

/** Which processes run on a data folder, written down so that the next start can sweep after a kill. */
export type RunBook = {
  /** Enters a child, the leader of a process group of its own. */
  enter(name: string, pid: number): void;
  leave(pid: number): void;
  /** Kills every child at once, for a person who will not wait. */
  killAll(): void;
  /** Ends the run, and any child that nobody stopped; the next start finds nothing to sweep. */
  close(): void;
};

/**
 * Takes a data folder for this process. What a killed run left behind is ended first, each only
 * when it is the very process that was written down. (Postgres is not in the book: it may be
 * taken over, and its own lock file tells.)
 * @throws Problem when a run is alive on the folder
 */
export async function openRunBook(
  dataFolder: string,
  options: {
    /** Milliseconds to wait for a run that may be ending. */
    patience?: number;
  } = {},
): Promise<RunBook> {
  mkdirSync(dataFolder, { recursive: true });
  const patience = options.patience ?? 8_000;
  const file = join(dataFolder, "run.json");
  const last = readLast(file);
  // A run whose npm was killed a moment ago is still stopping its parts.
  if (last && stillRuns(last.supervisor) && !(await waitUntilGone(last.supervisor.pid, patience))) {
    throw new Problem(
      `This checkout is already running (process ${last.supervisor.pid}).`,
      "Use that one, or stop it first with Ctrl-C in its window.",
    );
  }
  for (const child of last?.children ?? []) {
    await endGroup(child);
  }
  const supervisor = recordOf(process.pid);
  if (!supervisor) {
    throw new Error("This process cannot be found in the process table.");
  }
  let children: (ProcessRecord & { name: string })[] = [];
  const save = (): void => writePrivateJson(file, { supervisor, children });
  save();
  const killAll = (): void => {
    for (const child of children.filter(stillRuns)) {
      sendSignal(-child.pid, "SIGKILL");
    }
  };
  return {
    enter(name, pid) {
      const child = recordOf(pid);
      if (child) {
        children = [...children, { ...child, name }];
        save();
      }
    },
    leave(pid) {
      children = children.filter((child) => child.pid !== pid);
      save();
    },
    killAll,
    close() {
      killAll();
      rmSync(file, { force: true });
    },
  };
}

/** What the last run wrote; nothing worth stopping for when a crash of the machine garbled it. */
function readLast(file: string): z.infer<typeof bookSchema> | null {
  try {
    return readPrivateJson(file, bookSchema);
  } catch {
    return null;
  }
}

/** Ends a process and the group that it leads, gently for the first milliseconds. */
export async function endGroup(leader: ProcessRecord, gentle = 3_000): Promise<void> {
  if (!stillRuns(leader)) {
    return;
  }
  sendSignal(-leader.pid, "SIGTERM");
  if (!(await waitUntilGone(leader.pid, gentle))) {
    sendSignal(-leader.pid, "SIGKILL");
    await waitUntilGone(leader.pid, 5_000);
  }
  // Children that outlived their leader still carry its group.
  sendSignal(-leader.pid, "SIGKILL");
}
