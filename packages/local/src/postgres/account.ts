import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { Problem } from "../stack/problem.ts";

/** The system account that the server runs under. */
export type Account = { name: string; uid: number; gid: number };

/**
 * Who runs Postgres: null stands for this process's own account, which is the usual case.
 * Postgres refuses to run as root, so root steps down: to the owner of existing data, else to
 * `postgres`, else to `nobody`. No account is ever created.
 */
export function chooseAccount(dataFolder: string): Account | null {
  if (process.getuid?.() !== 0) {
    return null;
  }
  const owner = ownerOf(dataFolder);
  if (owner && owner.uid !== 0) {
    return owner;
  }
  const found = lookUp("postgres") ?? lookUp("nobody");
  if (!found) {
    throw new Problem(
      "Postgres does not run as root, and this system has neither an account postgres nor nobody.",
      "Run the command as an ordinary user.",
    );
  }
  return found;
}

/** The part of spawn's options that changes the account; libuv then also drops root's groups. */
export function asAccount(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/**
 * Whether an account may enter a folder and, when one is named, read a file in it. It is tried rather than worked out
 * from modes, since every parent counts (/root is 0700) and access lists and namespaces hide there.
 */
export function canReach(account: Account | null, folder: string, file = ""): boolean {
  if (!account) {
    return true;
  }
  const { status } = spawnSync(
    "/bin/sh",
    ["-c", 'cd "$1" 2>/dev/null && { test -z "$2" || test -r "$2"; }', "sh", folder, file],
    { ...asAccount(account), stdio: "ignore" },
  );
  return status === 0;
}

function ownerOf(folder: string): Account | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat ? { name: `uid ${stat.uid}`, uid: stat.uid, gid: stat.gid } : null;
}

function lookUp(name: string): Account | null {
  const uid = readNumber(["-u", name]);
  const gid = readNumber(["-g", name]);
  return uid === null || gid === null ? null : { name, uid, gid };
}

function readNumber(args: string[]): number | null {
  const { status, stdout } = spawnSync("id", args, { encoding: "utf8" });
  const value = Number.parseInt(stdout ?? "", 10);
  return status === 0 && Number.isInteger(value) ? value : null;
}
