import { takenPort } from "../stack/ports.ts";
import { Problem } from "../stack/problem.ts";
import { diskFull } from "./free-space.ts";

/** The major version of the embedded server; a data folder of another one cannot be opened. */
export const majorVersion = "18";

/** What Postgres says of a folder that is not whole; the version was looked at before. */
const damage = new RegExp(
  [
    "PANIC:",
    "checkpoint record",
    "control file",
    "pg_control",
    "checksum",
    "incompatible with server",
    "required WAL directory",
    "subdirectory .* is missing",
    "could not (open|find|read) (file|directory)",
    "could not access status of transaction",
    "is not a valid data directory",
    "postgresql\\.conf",
  ].join("|"),
  "i",
);

/** Where a failed server was, for the sentence about it. */
export type Scene = { dataFolder: string; logFile: string; port: number };

/** Children of a killed server let go of its memory within moments; worth another try. */
export function isStillLettingGo(log: string): boolean {
  return /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(log);
}

/** Turns what initdb or postgres wrote before it gave up into a sentence and an advice. */
export function explainFailure(log: string, scene: Scene): Problem {
  const { dataFolder, logFile, port } = scene;
  if (/No space left on device/i.test(log)) {
    return diskFull(dataFolder);
  }
  if (/Address already in use|could not bind/i.test(log)) {
    return takenPort("the database", port);
  }
  if (/could not (resize|map|create) .*shared memory|Cannot allocate memory/i.test(log)) {
    return new Problem(
      "There is not enough (shared) memory for the database.",
      "Close other programs; in a container give it more, for instance docker run --shm-size=256m.",
    );
  }
  if (/Permission denied|has wrong ownership|Operation not permitted/i.test(log)) {
    return new Problem(
      `The database may not use its own folder ${dataFolder}.`,
      "Start as the user who started it the first time, or give the folder back to that user.",
    );
  }
  if (damage.test(log)) {
    return corruptData(dataFolder, logFile);
  }
  if (/password authentication failed/i.test(log)) {
    return new Problem(
      `The passwords beside ${dataFolder} (credentials.json) do not fit the data.`,
      "Restore the file that belongs to it, or start afresh (this deletes the local data): npm start -- --reset",
    );
  }
  const last = log.trim().split("\n").slice(-3).join("\n  ");
  return new Problem(
    `The database did not start.${last ? ` Its last words:\n  ${last}` : ""}`,
    `The whole log is in ${logFile}.`,
  );
}

/** The sentence for a data folder that Postgres cannot read any more. */
export function corruptData(dataFolder: string, logFile?: string): Problem {
  return new Problem(
    `The data folder ${dataFolder} is damaged.`,
    `Restore it from a backup, or start afresh (this deletes the local data): npm start -- --reset${
      logFile ? `\n  What Postgres says about it is in ${logFile}.` : ""
    }`,
  );
}

/** The sentence for a data folder of another major version. */
export function otherVersion(dataFolder: string, version: string): Problem {
  return new Problem(
    `The data folder ${dataFolder} was made by Postgres ${version}; this is Postgres ${majorVersion}.`,
    "Start it with the release that made it and move the data over, or start afresh (this deletes the local data): npm start -- --reset",
  );
}
