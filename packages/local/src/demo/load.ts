import { existsSync } from "node:fs";
import { z } from "zod";

/** What the demo data is loaded through. */
export type DemoTarget = { adminUrl: string; authUrl: string; secretKey: string };

const seedFile = new URL("./seed.ts", import.meta.url);
const seedModule = z.object({
  seedDemo: z.custom<(target: DemoTarget) => Promise<void>>((value) => typeof value === "function"),
});

/**
 * The function that loads the demo data; null when this tree has none. It runs again after a start
 * that was killed in the middle, so it must not mind what is already there.
 */
export async function findDemo(): Promise<((target: DemoTarget) => Promise<void>) | null> {
  if (!existsSync(seedFile)) {
    return null;
  }
  return seedModule.parse(await import(seedFile.href)).seedDemo;
}
