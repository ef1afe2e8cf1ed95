import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DemoTarget, findDemo } from "../demo/load.ts";

/**
 * Loads the demo data into a new embedded database, and answers whether it is there. A note beside
 * the data tells later starts: neither is it loaded twice, nor into a database that was begun
 * without it and has members of its own by now.
 */
export async function loadDemoOnce(options: {
  /** The folder of the embedded database. */
  place: string;
  target: DemoTarget;
  wanted: boolean;
  say: (line: string) => void;
}): Promise<boolean> {
  const { place, target, wanted, say } = options;
  const note = join(place, "demo");
  if (existsSync(note)) {
    return readFileSync(note, "utf8").startsWith("loaded");
  }
  if (!wanted) {
    writeFileSync(note, "declined\n");
    return false;
  }
  const seed = await findDemo();
  if (!seed) {
    return false;
  }
  say("Loading the demo data…");
  const started = Date.now();
  await seed(target);
  writeFileSync(note, "loaded\n");
  say(`The demo data is loaded (${((Date.now() - started) / 1000).toFixed(1)} s).`);
  return true;
}
