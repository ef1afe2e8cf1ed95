import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";

const keysSchema = z.object({
  publishableKey: z.string().startsWith("sb_publishable_"),
  secretKey: z.string().startsWith("sb_secret_"),
  clientIpSecret: z.string().min(32),
});

/** Keys between the apps and the embedded auth service. */
export type Keys = z.infer<typeof keysSchema>;

/** Reads the keys of a data folder; the first start makes them and keeps them (0600). */
export function loadKeys(dataFolder: string): Keys {
  const file = join(dataFolder, "keys.json");
  const known = readPrivateJson(file, keysSchema);
  if (known) {
    return known;
  }
  const random = (): string => randomBytes(24).toString("base64url");
  const made = {
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
    clientIpSecret: random(),
  };
  writePrivateJson(file, made);
  return made;
}
