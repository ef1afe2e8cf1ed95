import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { readPrivateJson, writePrivateJson } from "../stack/private-file.ts";
import { codeOf, Problem } from "../stack/problem.ts";
import { type Account, canReach } from "./account.ts";

const elsewhere = z.object({ place: z.string(), owner: z.string() });

/**
 * Chooses the folder that holds the server's data, and makes it.
 *
 * That is `wanted`, unless root starts the stack from a checkout that the server's account cannot
 * reach (below /root, say). Then it is a folder of the system, whose name comes from the checkout's
 * path; a note in `wanted` keeps the choice when the checkout is renamed. A copy of the checkout
 * carries the note along, so it only counts while the folder that wrote it is this one or is gone.
 */
export function choosePlace(wanted: string, account: Account | null): string {
  make(dirname(wanted));
  make(wanted);
  const owner = realpathSync(wanted);
  if (canReach(account, owner)) {
    return owner;
  }
  const note = join(owner, "elsewhere.json");
  const known = readPrivateJson(note, elsewhere);
  if (known && existsSync(known.place) && (known.owner === owner || !existsSync(known.owner))) {
    writePrivateJson(note, { place: known.place, owner });
    return known.place;
  }
  const place = makeElsewhere(owner, account);
  writePrivateJson(note, { place, owner });
  return place;
}

/** The folders, of those that {@link choosePlace} may answer for `wanted`, that are there now. */
export function existingPlaces(wanted: string): string[] {
  if (!existsSync(wanted)) {
    return [];
  }
  const owner = realpathSync(wanted);
  const known = readPrivateJson(join(owner, "elsewhere.json"), elsewhere);
  return known?.owner === owner && existsSync(known.place) ? [owner, known.place] : [owner];
}

/** Deletes these folders. The server must be stopped. */
export function removePlace(wanted: string): void {
  for (const place of existingPlaces(wanted)) {
    rmSync(place, { recursive: true, force: true });
  }
}

function makeElsewhere(owner: string, account: Account | null): string {
  const hash = createHash("sha256").update(owner).digest("hex").slice(0, 10);
  const name = `neothink-${basename(dirname(dirname(owner)))}-${hash}`;
  for (const parent of ["/var/lib", "/var/tmp", "/tmp"]) {
    const place = join(parent, name);
    try {
      make(place);
    } catch {
      continue;
    }
    // In a folder that anybody may write to, somebody else could have laid this one out first.
    const stat = lstatSync(place);
    if (stat.isDirectory() && stat.uid === process.getuid?.() && canReach(account, place)) {
      return place;
    }
  }
  throw new Problem(
    `Postgres runs as ${account?.name ?? "this user"} and finds no folder that it may use.`,
    "Run the command as an ordinary user, or move the checkout out of the home of root.",
  );
}

/** Makes a folder that others may pass through and not list, whatever the umask says. */
function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (lstatSync(folder).uid === process.getuid?.()) {
      chmodSync(folder, 0o711);
    }
  } catch (error) {
    if (codeOf(error) === "ENOSPC") {
      throw new Problem(
        `The disk that holds ${folder} is full.`,
        "Free some space, then start again.",
      );
    }
    throw new Problem(
      `The folder ${folder} cannot be made (${codeOf(error)}).`,
      "Check who owns the folder above it, and whether the disk is mounted read-only.",
      { cause: error },
    );
  }
}
