import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { findFreePort } from "../stack/ports.ts";
import { readPrivateJson, writePrivateJson } from "../stack/private-file.ts";
import { recordOf, stillRuns } from "../stack/process-identity.ts";
import { removePlace } from "./place.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";
import { startPostgres } from "./server.ts";

const prefix = "neothink-test-";
const owner = z.object({ pid: z.number(), born: z.string() });

/** A server that exists for one test run. */
export type TestPostgres = {
  /** The superuser's address, of an empty database. */
  adminUrl: string;
  /** Stops the server and deletes everything it wrote. */
  close(): Promise<void>;
};

/**
 * Starts a throwaway Postgres on a free port with its data in a temporary folder; nothing is flushed
 * to disk, so a crash of the machine would lose it. A run that is killed leaves its server behind:
 * each start sweeps those of runs that are gone.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const self = recordOf(process.pid);
  if (self) {
    writePrivateJson(join(folder, "owner.json"), self);
  }
  const data = join(folder, "postgres");
  mkdirSync(data);
  const server = await startPostgres({
    folder: data,
    port: await findFreePort(),
    note: () => undefined,
    throwaway: true,
    settings: {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      wal_level: "minimal",
      max_wal_senders: "0",
      max_connections: "200",
    },
  });
  return {
    adminUrl: server.urls.admin,
    async close() {
      await server.stop();
      removePlace(data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) {
      continue;
    }
    const record = readPrivateJson(join(folder, "owner.json"), owner);
    if (!record || stillRuns(record)) {
      continue;
    }
    const orphan = findPostmaster(join(folder, "postgres/data"));
    if (orphan) {
      await stopPostmaster(orphan.pid);
    }
    removePlace(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  }
}
