import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { z } from "zod";
import { Problem } from "./problem.ts";

/**
 * Writes JSON that only its owner may read (0600), whole or not at all: the text goes to a
 * neighbour first and takes the name in one step, so that a crash leaves the old file or the new.
 */
export function writePrivateJson(path: string, value: unknown): void {
  const draft = `${path}.${process.pid}.draft`;
  // Flushed before it is renamed: some file systems would else keep the name and lose the text.
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, path);
}

/**
 * Reads JSON of a known shape; null when there is no such file.
 * @throws Problem when the file is there and is not what it should be
 */
export function readPrivateJson<T>(path: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(path)) {
    return null;
  }
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new Problem(
      `The file ${path} is damaged.`,
      "Restore it from a backup, or start afresh (this deletes the local data): npm start -- --reset",
      { cause: error },
    );
  }
}
