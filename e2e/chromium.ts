import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { env } from "./env.ts";

/** A browser to launch: where it is, and the libraries it needs beside those of the system. */
export interface Browser {
  executablePath: string;
  libraryPath: string | null;
}

const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, "..", ".toolchain", "chromium");
const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Finds the browser: `CHROMIUM_PATH`, else the Chromium that npm carries (Linux on x64), else one of
 * the system's. The npm one is unpacked once into `.toolchain/chromium`.
 * @throws when there is none, with what to do
 */
export async function findBrowser(): Promise<Browser> {
  if (env.CHROMIUM_PATH) {
    return { executablePath: env.CHROMIUM_PATH, libraryPath: null };
  }
  if (process.platform === "linux" && process.arch === "x64") {
    await unpack();
    return {
      executablePath: join(home, "chromium"),
      libraryPath: join(home, "al2023", "lib"),
    };
  }
  const executablePath = systemPaths.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error("No browser found: install Chromium or Chrome, or set CHROMIUM_PATH to one.");
  }
  return { executablePath, libraryPath: null };
}

async function unpack(): Promise<void> {
  if (existsSync(home)) {
    return;
  }
  const partial = `${home}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  // The package unpacks into the temporary folder; an interrupted run must not leave half a browser.
  const child = fork(join(here, "unpack-chromium.ts"), { env: { TMPDIR: partial } });
  const [code] = await once(child, "exit");
  if (code !== 0) {
    throw new Error("The browser that npm carries could not be unpacked; is the disk full?");
  }
  await rename(partial, home);
}
