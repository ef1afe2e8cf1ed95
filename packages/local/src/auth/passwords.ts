import { availableParallelism } from "node:os";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { verify as verifyBcrypt } from "@node-rs/bcrypt";
import { isCommonPassword } from "./common-passwords.ts";
import type { WeakReason } from "./errors.ts";
import { AuthError, tooManyRequests, validationFailed } from "./errors.ts";

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
export const hashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Bounds of a password's length, in characters. */
export const passwordLength = { min: 8, max: 72 } as const;

/** Waiting hashes per core: at some 100 ms each, nobody waits longer than about a second. */
const queuePerCore = 8;

/** What is wrong with a password; empty when it may be used. */
export function passwordWeaknesses(password: string, email?: string): WeakReason[] {
  if ([...password].length < passwordLength.min) {
    return ["length"];
  }
  const lower = password.toLowerCase();
  const [local] = (email ?? "").toLowerCase().split("@");
  const ownAddress = lower === email?.toLowerCase() || (local !== "" && lower === local);
  return ownAddress || isCommonPassword(password) ? ["pwned"] : [];
}

/**
 * Refuses a password that may not be chosen.
 * @throws {AuthError} weak_password (422) with its reasons, validation_failed (400) when too long
 */
export function assertPassword(password: string, email?: string): void {
  if ([...password].length > passwordLength.max) {
    throw validationFailed(`Password cannot be longer than ${passwordLength.max} characters`);
  }
  const reasons = passwordWeaknesses(password, email);
  if (reasons.length > 0) {
    const message = reasons.includes("length")
      ? `Password should be at least ${passwordLength.min} characters.`
      : "Password is known to be weak and easy to guess, please choose a different one.";
    throw new AuthError(422, "weak_password", message, reasons);
  }
}

/** Whether this service can check a password against a hash made elsewhere. */
export function isImportableHash(stored: string): boolean {
  return isArgon2(stored) || isBcrypt(stored);
}

/** The result of a check; `stale` asks for a new hash with today's cost. */
export interface PasswordCheck {
  matches: boolean;
  stale: boolean;
}

/** Hashes passwords, no more at once than there are cores. */
export interface PasswordHasher {
  /** An argon2id hash as a PHC string. */
  hash(password: string): Promise<string>;
  /** Checks a password; without a stored hash it works as long and finds no match. */
  verify(stored: string | null, password: string): Promise<PasswordCheck>;
}

/** Makes a hasher. Its queue is short: a flood is refused (429) instead of piling up. */
export async function createPasswordHasher(): Promise<PasswordHasher> {
  const limit = createLimiter(availableParallelism(), availableParallelism() * queuePerCore);
  const decoy = await hash("a password that nobody has", hashCost);
  return {
    hash: (password) => limit(() => hash(password, hashCost)),
    verify: (stored, password) =>
      limit(async () => {
        const matches = await check(stored ?? decoy, password);
        return { matches: matches && stored !== null, stale: stored !== null && isStale(stored) };
      }),
  };
}

async function check(stored: string, password: string): Promise<boolean> {
  if (isBcrypt(stored)) {
    return verifyBcrypt(password, stored).catch(() => false);
  }
  return verify(stored, password).catch(() => false);
}

function isBcrypt(stored: string): boolean {
  return /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/.test(stored);
}

function isArgon2(stored: string): boolean {
  return /^\$argon2(id|i)\$v=19\$m=\d{1,7},t=\d{1,2},p=\d{1,2}\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/.test(
    stored,
  );
}

function isStale(stored: string): boolean {
  if (!stored.startsWith("$argon2id$")) {
    return true;
  }
  const { memoryCost, timeCost } = parseOptions(stored);
  return memoryCost < hashCost.memoryCost || timeCost < hashCost.timeCost;
}

/** Runs at most `running` tasks at once and lets at most `waiting` more wait. */
function createLimiter(running: number, waiting: number) {
  const queue: (() => void)[] = [];
  let busy = 0;
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (busy >= running) {
      if (queue.length >= waiting) {
        throw tooManyRequests();
      }
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      busy += 1;
    }
    try {
      return await task();
    } finally {
      const next = queue.shift();
      if (next) {
        next();
      } else {
        busy -= 1;
      }
    }
  };
}
