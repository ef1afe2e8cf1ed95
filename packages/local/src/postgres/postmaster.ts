import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { birthOf, sendSignal, waitUntilGone } from "../stack/process-identity.ts";
import { type Account, asAccount } from "./account.ts";
import { serverEnvironment } from "./cluster.ts";

/** A running server of a data folder, whoever started it. */
export type Postmaster = { pid: number; port: number };

/**
 * The server that runs on a data folder now, by its lock file. The pid in the file may by now
 * belong to any program, so the process must also stand in the data folder, where a server goes
 * first of all (macOS: name it on its command line). Null also when the file is stale.
 */
export function findPostmaster(dataFolder: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  // Line 1 is the pid, line 4 the port.
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  if (!(pid > 1) || birthOf(pid) === null || !worksIn(pid, dataFolder)) {
    return null;
  }
  return { pid, port };
}

/**
 * Removes the lock file that a killed server left. Postgres does so itself, except when its pid has
 * gone to another process of the same user, for instance after a restart of the machine.
 */
export function removeStaleLock(dataFolder: string): void {
  if (!findPostmaster(dataFolder)) {
    rmSync(join(dataFolder, "postmaster.pid"), { force: true });
  }
}

/**
 * Starts a server and returns at once. It has a process group of its own, so that Ctrl-C reaches
 * it through us and after the apps; it writes to a file, since a pipe would break with our death;
 * it has no socket file, since a stale one would block the next start.
 */
export function launch(options: {
  program: string;
  account: Account | null;
  dataFolder: string;
  logFile: string;
  port: number;
  settings: Readonly<Record<string, string>>;
}): ChildProcess {
  const { program, account, dataFolder, logFile, port, settings } = options;
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    log_timezone: "UTC",
    timezone: "UTC",
    ...settings,
  };
  const log = openSync(logFile, "a", 0o600);
  try {
    return spawn(
      program,
      [
        "-D",
        dataFolder,
        ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      {
        ...asAccount(account),
        cwd: "/",
        env: serverEnvironment,
        stdio: ["ignore", log, log],
        detached: true,
      },
    );
  } finally {
    closeSync(log);
  }
}

/**
 * Stops a server: fast shutdown (open transactions end, everything committed is kept), after 20
 * seconds the immediate one (recovery at the next start), at last the kill. Returns when it is gone.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const steps = [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const;
  for (const [signal, milliseconds] of steps) {
    sendSignal(pid, signal);
    if (await waitUntilGone(pid, milliseconds)) {
      return;
    }
  }
}

function worksIn(pid: number, dataFolder: string): boolean {
  const folder = realpathSync(dataFolder);
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return stdout?.includes(folder) ?? false;
}
