import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Load, loadOfSamples } from "./load.ts";

const places = [18, 17, 16, 15].map((major) => `/usr/lib/postgresql/${major}/bin/pgbench`);

/**
 * Runs one statement through pgbench with its parameters written in; null where pgbench is missing
 * (Debian: postgresql-contrib).
 */
export async function measurePgbench(
  connectionString: string,
  statement: string,
  { callers, seconds }: { callers: number; seconds: number },
): Promise<Load | null> {
  const pgbench = places.find((path) => existsSync(path));
  if (!pgbench) {
    return null;
  }
  const folder = await mkdtemp(join(tmpdir(), "neothink-pgbench-"));
  try {
    const script = join(folder, "statement.sql");
    await writeFile(script, `${statement};\n`);
    const child = spawn(
      pgbench,
      [
        "--no-vacuum",
        `--client=${callers}`,
        `--time=${seconds}`,
        // In the extended protocol pgbench takes a colon within a text for a variable.
        "--protocol=simple",
        "--log",
        `--file=${script}`,
        connectionString,
      ],
      { cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
    );
    const [code] = await once(child, "exit");
    if (code !== 0) {
      throw new Error(`pgbench ended with ${code}.`);
    }
    const logs = (await readdir(folder)).filter((name) => name.startsWith("pgbench_log"));
    const samples: number[] = [];
    for (const name of logs) {
      // client_id transaction_no time(microseconds) script_no epoch us
      for (const line of (await readFile(join(folder, name), "utf8")).trim().split("\n")) {
        samples.push(Number(line.split(" ")[2]) / 1000);
      }
    }
    return loadOfSamples(samples, seconds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
