import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;

/** Secrets at rest: seals what must be read again, hashes what is only compared. */
export interface Vault {
  /** Encrypts (AES-256-GCM); the purpose is bound in, so that a value cannot serve another one. */
  seal(purpose: string, plain: Buffer): string;
  /** Decrypts; null when the value was made with another key, for another purpose, or is damaged. */
  open(purpose: string, sealed: string): Buffer | null;
  /** Keyed hash (HMAC-SHA-256, hex) of short secrets, which a plain hash would not protect. */
  fingerprint(purpose: string, secret: string): string;
}

/** Makes the vault of a master key of 32 bytes. */
export function createVault(masterKey: Buffer): Vault {
  const derive = (use: string) => Buffer.from(hkdfSync("sha256", masterKey, "", use, 32));
  const sealKey = derive("neothink auth seal v1");
  const hashKey = derive("neothink auth fingerprint v1");
  return {
    seal(purpose, plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < nonceBytes + tagBytes) {
        return null;
      }
      const decipher = createDecipheriv("aes-256-gcm", sealKey, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        const body = bytes.subarray(nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch {
        return null;
      }
    },
    fingerprint(purpose, secret) {
      return createHmac("sha256", hashKey).update(`${purpose}\n${secret}`).digest("hex");
    },
  };
}

/** SHA-256 in hex, for secrets of 128 random bits or more. */
export function sha256(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** Compares two secrets without telling by time where or whether they differ in length. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(left).digest(),
    createHash("sha256").update(right).digest(),
  );
}
