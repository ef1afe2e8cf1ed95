import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writePrivateJson } from "./private-file.ts";
import { type ProcessRecord, recordOf, stillRuns, waitUntilGone } from "./process-identity.ts";
import { openRunBook } from "./run-book.ts";

let folder = "";
const children: ProcessRecord[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neothink-book-"));
});

afterEach(() => {
  for (const child of children.splice(0).filter(stillRuns)) {
    process.kill(-child.pid, "SIGKILL");
  }
  rmSync(folder, { recursive: true, force: true });
});

/** A process that leads a group and does not care for SIGTERM. */
async function stubborn(): Promise<ProcessRecord> {
  const child = spawn(
    process.execPath,
    ["-e", "process.on('SIGTERM', () => {}); console.log('up'); setTimeout(() => {}, 60000)"],
    { detached: true, stdio: ["ignore", "pipe", "ignore"] },
  );
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const record = recordOf(child.pid ?? 0);
  if (!record) {
    throw new Error("the child did not start");
  }
  children.push(record);
  return record;
}

const dead = { pid: 999_999_999, born: "long ago" };

describe("the run book", () => {
  it("ends what a killed run left behind", async () => {
    const child = await stubborn();
    writePrivateJson(join(folder, "run.json"), {
      supervisor: dead,
      children: [{ ...child, name: "hub" }],
    });
    await openRunBook(folder);
    expect(stillRuns(child)).toBe(false);
  });

  it("leaves a process alone that only has the pid of one it knew", async () => {
    const child = await stubborn();
    writePrivateJson(join(folder, "run.json"), {
      supervisor: dead,
      children: [{ pid: child.pid, born: "another life", name: "hub" }],
    });
    await openRunBook(folder);
    expect(stillRuns(child)).toBe(true);
  });

  it("refuses a folder on which a run is alive, and takes it when that run has ended", async () => {
    const child = await stubborn();
    writePrivateJson(join(folder, "run.json"), { supervisor: child, children: [] });
    await expect(openRunBook(folder, { patience: 100 })).rejects.toThrow(String(child.pid));
    const book = await openRunBook(join(folder, "other"));
    book.close();
    await expect(openRunBook(join(folder, "other"))).resolves.toBeDefined();
  });

  it("leaves no child behind when it is closed", async () => {
    const child = await stubborn();
    const book = await openRunBook(folder);
    book.enter("hub", child.pid);
    book.close();
    expect(await waitUntilGone(child.pid, 2_000)).toBe(true);
    expect(existsSync(join(folder, "run.json"))).toBe(false);
  });

  it("does not stop at a file that a crash of the machine garbled", async () => {
    writeFileSync(join(folder, "run.json"), "{");
    await expect(openRunBook(folder)).resolves.toBeDefined();
  });
});
