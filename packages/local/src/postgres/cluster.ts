import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { readPrivateJson, writePrivateJson } from "../stack/private-file.ts";
import { codeOf, Problem } from "../stack/problem.ts";
import { type Account, asAccount } from "./account.ts";
import { corruptData, explainFailure, majorVersion, otherVersion, type Scene } from "./failure.ts";
import type { Native } from "./native.ts";

const credentialsSchema = z.object({ admin: z.string().min(1), app: z.string().min(1) });

/** Passwords of the superuser `postgres` and of the application's login `app_api`. */
export type Credentials = z.infer<typeof credentialsSchema>;

/** What a server process gets to see of the environment: a stray PGDATA or LC_ALL must not reach it. */
export const serverEnvironment = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * The passwords of a cluster, made at the first start and kept beside the data (0600), so that
 * the two are moved, restored and deleted together.
 */
export function loadCredentials(place: string, dataFolder: string): Credentials {
  const file = join(place, "credentials.json");
  const known = readPrivateJson(file, credentialsSchema);
  if (known) {
    return known;
  }
  if (existsSync(dataFolder)) {
    throw new Problem(
      `The database's passwords (${file}) are missing.`,
      "Restore that file from a backup, or start afresh (this deletes the local data): npm start -- --reset",
    );
  }
  const made = { admin: randomBytes(24).toString("hex"), app: randomBytes(24).toString("hex") };
  writePrivateJson(file, made);
  return made;
}

/**
 * Makes the data folder once. initdb works in a neighbouring folder that takes the final name when
 * all is done: an interrupted first start leaves a draft to sweep, never half a cluster.
 */
export function createCluster(options: {
  native: Native;
  account: Account | null;
  scene: Scene;
  password: string;
  /** Skips the flush to disk, for data that nobody keeps. */
  throwaway: boolean;
}): void {
  const { native, account, scene, password, throwaway } = options;
  const { dataFolder } = scene;
  const parent = dirname(dataFolder);
  const prefix = `${basename(dataFolder)}.draft-`;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    rmSync(join(parent, name), { recursive: true, force: true });
  }
  const draft = join(parent, `${prefix}${process.pid}`);
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) {
      chownSync(draft, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const { status, stdout, stderr, error } = spawnSync(
      native.initdb,
      [
        `--pgdata=${draft}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        // macOS has no C.UTF-8 in its older releases.
        `--locale=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`,
        ...(throwaway ? ["--no-sync"] : []),
      ],
      { ...asAccount(account), cwd: "/", env: serverEnvironment, encoding: "utf8" },
    );
    if (error) {
      throw cannotRun(native.initdb, account, error);
    }
    if (status !== 0) {
      throw explainFailure(`${stdout}\n${stderr}`, scene);
    }
    renameSync(draft, dataFolder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Looks at a data folder before any server opens it.
 * @throws Problem when it is not whole, not ours to read, or of another major version
 */
export function checkCluster(dataFolder: string): void {
  let version: string;
  try {
    chmodSync(dataFolder, 0o700);
    version = readFileSync(join(dataFolder, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") {
      throw corruptData(dataFolder);
    }
    throw new Problem(
      `The data folder ${dataFolder} cannot be read (${codeOf(error)}).`,
      "Start as the user who started it the first time, or give the folder back to that user.",
      { cause: error },
    );
  }
  if (!/^\d+$/.test(version) || !existsSync(join(dataFolder, "global/pg_control"))) {
    throw corruptData(dataFolder);
  }
  if (version !== majorVersion) {
    throw otherVersion(dataFolder, version);
  }
}

/** The sentence for a program that the system does not even start. */
export function cannotRun(program: string, account: Account | null, error: Error): Problem {
  const code = codeOf(error);
  if (account && (code === "EPERM" || code === "EINVAL")) {
    return new Problem(
      `Postgres does not run as root, and this process may not become ${account.name}.`,
      "Run the command as an ordinary user.",
      { cause: error },
    );
  }
  return new Problem(
    `${program} cannot be run (${code || error.message}).`,
    "Delete node_modules and start again; if it stays, check that the disk is not mounted noexec.",
    { cause: error },
  );
}
