import type { ChildProcess } from "node:child_process";
import { existsSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isPortFree, takenPort } from "../stack/ports.ts";
import { codeOf, messageOf, Problem } from "../stack/problem.ts";
import { birthOf } from "../stack/process-identity.ts";
import { type Account, chooseAccount } from "./account.ts";
import { cannotRun, checkCluster, createCluster, loadCredentials } from "./cluster.ts";
import { localUrl, withClient } from "./connection.ts";
import { corruptData, explainFailure, isStillLettingGo, type Scene } from "./failure.ts";
import { diskFull, leastFreeBytes, requireFreeSpace } from "./free-space.ts";
import { type Native, prepareNative } from "./native.ts";
import { choosePlace } from "./place.ts";
import { findPostmaster, launch, removeStaleLock, stopPostmaster } from "./postmaster.ts";
import { lengthOf, waitUntilReady } from "./readiness.ts";

const database = "neothink";
const largestLog = 5 * 1024 * 1024;

export type PostgresServer = {
  pid: number;
  /** Whether it was still running from a start that was killed. */
  adopted: boolean;
  /** The folder with data, passwords and log. */
  place: string;
  /** `admin` is the superuser, `app` and `direct` the login role `app_api`, which has no rights of its own. */
  urls: { admin: string; app: string; direct: string };
  /** Lets `app_api` log in with its generated password; call it after the migrations made the role. */
  allowAppLogin(): Promise<void>;
  /** Resolves when the server has ended, asked or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts the embedded Postgres on 127.0.0.1, or takes over the one that a killed start left behind.
 * @param options.folder where data should be kept; see {@link choosePlace} for when it is not
 * @param options.settings further server settings, by name
 * @param options.throwaway trades safety for speed, for data that nobody keeps
 * @throws Problem for everything that can be mended by hand
 */
export async function startPostgres(options: {
  folder: string;
  port: number;
  note: (line: string) => void;
  settings?: Readonly<Record<string, string>>;
  throwaway?: boolean;
}): Promise<PostgresServer> {
  const { folder, port, note, settings = {}, throwaway = false } = options;
  const account = chooseAccount(join(folder, "data"));
  const place = choosePlace(folder, account);
  const dataFolder = join(place, "data");
  const scene: Scene = { dataFolder, logFile: join(place, "postgres.log"), port };
  requireFreeSpace(place, leastFreeBytes);
  const native = prepareNative(account, place);
  const passwords = loadCredentials(place, dataFolder);
  if (existsSync(dataFolder)) {
    checkCluster(dataFolder);
  } else {
    createCluster({ native, account, scene, password: passwords.admin, throwaway });
  }

  const login = { user: "postgres", password: passwords.admin, port };
  const serverUrl = localUrl({ ...login, database: "postgres" });
  const adopted = await adoptOrStop(dataFolder, serverUrl, port);
  const running =
    adopted ?? (await launchAndWait({ native, account, scene, serverUrl, settings, note }));
  try {
    await ensureDatabase(serverUrl, scene);
  } catch (error) {
    await stopPostmaster(running.pid);
    throw error;
  }
  const adminUrl = localUrl({ ...login, database });
  const appUrl = localUrl({ user: "app_api", password: passwords.app, port, database });
  return {
    pid: running.pid,
    adopted: adopted !== null,
    place,
    urls: { admin: adminUrl, app: appUrl, direct: appUrl },
    allowAppLogin: () =>
      withClient(adminUrl, async (client) => {
        // The password is hexadecimal, so it needs no quoting beyond the quotes.
        await client.query(`alter role app_api login password '${passwords.app}'`);
      }),
    ended: running.child ? whenChildEnds(running.child) : whenGone(running.pid),
    stop: () => stopPostmaster(running.pid),
  };
}

type Running = { pid: number; child?: ChildProcess };

/** Keeps an orphan that listens where we want it and knows our password; stops any other. */
async function adoptOrStop(
  dataFolder: string,
  serverUrl: string,
  port: number,
): Promise<Running | null> {
  const orphan = findPostmaster(dataFolder);
  if (!orphan) {
    removeStaleLock(dataFolder);
    return null;
  }
  if (orphan.port === port) {
    try {
      await withClient(serverUrl, (client) => client.query("select 1"));
      return { pid: orphan.pid };
    } catch {
      // It hangs or is shutting down: it goes the way of one on another port.
    }
  }
  await stopPostmaster(orphan.pid);
  return null;
}

async function launchAndWait(options: {
  native: Native;
  account: Account | null;
  scene: Scene;
  serverUrl: string;
  settings: Readonly<Record<string, string>>;
  note: (line: string) => void;
}): Promise<Running> {
  const { native, account, scene, serverUrl, settings, note } = options;
  const { dataFolder, logFile, port } = scene;
  if (!(await isPortFree(port))) {
    throw takenPort("the database", port);
  }
  if (lengthOf(logFile) > largestLog) {
    truncateSync(logFile);
  }
  for (let attempt = 1; ; attempt += 1) {
    const logStart = lengthOf(logFile);
    const child = launch({
      program: native.postgres,
      account,
      dataFolder,
      logFile,
      port,
      settings,
    });
    const outcome = await waitUntilReady({
      child,
      adminUrl: serverUrl,
      logFile,
      logStart,
      onRecovery: () =>
        note("The database is recovering from an unclean end; this may take a while."),
    });
    if (outcome.kind === "never ran") {
      throw cannotRun(native.postgres, account, outcome.error);
    }
    if (outcome.kind === "ready" && child.pid) {
      return { pid: child.pid, child };
    }
    if (child.pid) {
      await stopPostmaster(child.pid);
    }
    const log = outcome.kind === "failed" ? outcome.log : "";
    if (attempt > 20 || !isStillLettingGo(log)) {
      throw explainFailure(log, scene);
    }
    await sleep(500);
  }
}

async function ensureDatabase(serverUrl: string, scene: Scene): Promise<void> {
  try {
    await withClient(serverUrl, async (client) => {
      const { rowCount } = await client.query("select from pg_database where datname = $1", [
        database,
      ]);
      if (rowCount === 0) {
        await client.query(`create database ${database}`);
      }
    });
    // A damaged catalog shows only when the database itself is opened.
    const url = new URL(serverUrl);
    url.pathname = `/${database}`;
    await withClient(url.href, (client) => client.query("select count(*) from pg_class"));
  } catch (error) {
    throw explainQueryFailure(error, scene);
  }
}

function explainQueryFailure(error: unknown, scene: Scene): Problem {
  const code = codeOf(error);
  if (code === "53100") {
    return diskFull(scene.dataFolder);
  }
  // Internal errors, damaged data or indexes, files that are gone or unreadable.
  if (/^(XX00\d|58P01|58030|3D000)$/.test(code)) {
    return corruptData(scene.dataFolder, scene.logFile);
  }
  return new Problem(
    `The database answers with an error: ${messageOf(error)}.`,
    `Its log is in ${scene.logFile}.`,
    { cause: error },
  );
}

function whenChildEnds(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

async function whenGone(pid: number): Promise<void> {
  while (birthOf(pid) !== null) {
    await sleep(1_000, undefined, { ref: false });
  }
}
