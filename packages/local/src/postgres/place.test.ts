import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { choosePlace, existingPlaces, removePlace } from "./place.ts";

const nobody = { name: "nobody", uid: 65_534, gid: 65_534 };
let root = "";
const made: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "neothink-place-"));
});

afterEach(() => {
  for (const folder of [root, ...made.splice(0)]) {
    rmSync(folder, { recursive: true, force: true });
  }
});

function choose(checkout: string, account: typeof nobody | null): string {
  const place = choosePlace(join(checkout, ".neothink/postgres"), account);
  made.push(place);
  return place;
}

describe("the place of the data", () => {
  it("is the wanted one for whoever started us", () => {
    expect(choose(root, null)).toBe(join(root, ".neothink/postgres"));
  });

  // Only root steps down to another account.
  describe.runIf(process.getuid?.() === 0)("for another account", () => {
    it("is the wanted one where that account can go, whatever the umask", () => {
      chmodSync(root, 0o755);
      const before = process.umask(0o077);
      const place = choose(root, nobody);
      process.umask(before);
      expect(place).toBe(join(root, ".neothink/postgres"));
    });

    it("is elsewhere when a parent is closed, the same at every start", () => {
      const place = choose(root, nobody);
      expect(place.startsWith(root)).toBe(false);
      expect(choose(root, nobody)).toBe(place);
      expect(existingPlaces(join(root, ".neothink/postgres"))).toContain(place);
    });

    it("stays when the checkout is renamed, and is not shared with a copy of it", () => {
      const first = join(root, "first");
      mkdirSync(first);
      const place = choose(first, nobody);
      const copy = join(root, "copy");
      cpSync(first, copy, { recursive: true });
      expect(choose(copy, nobody)).not.toBe(place);
      const renamed = join(root, "renamed");
      renameSync(first, renamed);
      expect(choose(renamed, nobody)).toBe(place);
      expect(existingPlaces(join(renamed, ".neothink/postgres"))).toContain(place);
    });

    it("is deleted wherever it is", () => {
      const place = choose(root, nobody);
      removePlace(join(root, ".neothink/postgres"));
      expect(existsSync(place)).toBe(false);
    });
  });
});
