import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { CryptoKey, JWK } from "jose";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from "jose";
import { z } from "zod";
import { readPrivateJson, writePrivateJson } from "../stack/private-file.ts";
import type { Database } from "./database.ts";
import { run } from "./database.ts";

const PrivateKey = z.looseObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  alg: z.literal("ES256"),
  kid: z.string().min(1),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});
type PrivateKey = z.infer<typeof PrivateKey>;

const SigningKeyFile = z.array(PrivateKey).min(1);
const MasterKeyFile = z.object({ key: z.string().length(43) });

/** A public key as published. */
export interface PublicKey extends JWK {
  kid: string;
  alg: "ES256";
  use: "sig";
  key_ops: ["verify"];
}

/** The keys of one service: the first of the file signs, all of them are published. */
export interface SigningKeys {
  readonly kid: string;
  readonly privateKey: CryptoKey | Uint8Array;
  readonly published: readonly PublicKey[];
}

/** Where the keys are: `auth/` in the data folder, readable by the owner alone. */
export function keyFolder(dataDir: string): string {
  const folder = join(dataDir, "auth");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Reads `signing-keys.json`, an array of private ES256 keys, and makes it at the first start.
 * To rotate: append a key, wait 20 minutes, move it to the front, drop the old one an hour later.
 * @throws Problem when the file is damaged
 */
export async function loadSigningKeys(dataDir: string): Promise<SigningKeys> {
  const path = join(keyFolder(dataDir), "signing-keys.json");
  let keys = readPrivateJson(path, SigningKeyFile);
  if (!keys) {
    keys = [await createSigningKey()];
    writePrivateJson(path, keys);
  }
  chmodSync(path, 0o600);
  const [first] = keys;
  if (!first) {
    throw new Error(`${path} holds no key.`);
  }
  return {
    kid: first.kid,
    privateKey: await importJWK(first, "ES256"),
    published: keys.map(publicHalf),
  };
}

/** Reads `master-key.json`, the key of everything sealed in the database; makes it at first start. */
export function loadMasterKey(dataDir: string): Buffer {
  const path = join(keyFolder(dataDir), "master-key.json");
  let file = readPrivateJson(path, MasterKeyFile);
  if (!file) {
    file = { key: randomBytes(32).toString("base64url") };
    writePrivateJson(path, file);
  }
  chmodSync(path, 0o600);
  return Buffer.from(file.key, "base64url");
}

async function createSigningKey(): Promise<PrivateKey> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return PrivateKey.parse({ ...jwk, alg: "ES256", kid, use: "sig", key_ops: ["sign"] });
}

function publicHalf({ kty, crv, kid, x, y }: PrivateKey): PublicKey {
  return { kty, crv, x, y, kid, alg: "ES256", use: "sig", key_ops: ["verify"] };
}

/** Writes down which keys this service signs with, so that an operator sees rotations. */
export async function recordSigningKeys(db: Database, keys: SigningKeys): Promise<void> {
  for (const key of keys.published) {
    await run(
      db,
      `insert into auth_local.signing_keys (kid, algorithm, public_jwk) values ($1, 'ES256', $2)
       on conflict (kid) do update set last_seen_at = now()`,
      [key.kid, JSON.stringify(key)],
    );
  }
}
