import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { Problem } from "../stack/problem.ts";

const mebibyte = 1024 * 1024;

/**
 * What a start needs at least: a new cluster takes 40 MiB, its first write-ahead segments 80 MiB,
 * the demo data and a few mails the rest.
 */
export const leastFreeBytes = 300 * mebibyte;

/** Throws a {@link Problem} when the disk below `folder` (or its nearest parent) has less than `bytes` left. */
export function requireFreeSpace(folder: string, bytes: number): void {
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) {
    nearest = dirname(nearest);
  }
  const { bavail, bsize } = statfsSync(nearest);
  const free = bavail * bsize;
  if (free < bytes) {
    throw diskFull(
      folder,
      ` (${Math.floor(free / mebibyte)} MB free, ${Math.ceil(bytes / mebibyte)} MB needed)`,
    );
  }
}

/** The sentence for a full disk. */
export function diskFull(folder: string, detail = ""): Problem {
  return new Problem(
    `The disk that holds ${folder} is full${detail}.`,
    "Free some space, then start again. Nothing that was saved is lost.",
  );
}
