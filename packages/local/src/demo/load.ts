import { existsSync } from "node:fs";
import { z } from "zod";

/** What the demo data is loaded through. */
export type DemoTarget = { adminUrl: string; authUrl: string; secretKey: string };

const seedFile = new URL("./seed.ts", import.meta.url);
const seedModule = z.object({
  seedDemo: z.custom<(target: DemoTarget) => Promise<void>>((value) => typeof value === "function"),
});

/**
 * Loads the demo data and answers true; false when this tree has none. It runs again after a start
 * that was killed in the middle, so `seedDemo` must not mind what is already there.
 */
export async function loadDemo(target: DemoTarget): Promise<boolean> {
  if (!existsSync(seedFile)) {
    return false;
  }
  const { seedDemo } = seedModule.parse(await import(seedFile.href));
  await seedDemo(target);
  return true;
}
