import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";
import { AuthError } from "./errors.ts";
import {
  assertPassword,
  createPasswordHasher,
  isImportableHash,
  passwordWeaknesses,
} from "./passwords.ts";

describe("common passwords", () => {
  it.each([
    "password",
    "Password1",
    "P@ssw0rd!",
    "p4$$w0rd2024",
    "123password",
    "dragondragon",
    "qwertyuiop",
    "1q2w3e4r5t",
    "iloveyou!!",
    "neothink2026",
    "12345678",
    "19840521",
    "0123456789012345",
    "aaaaaaaa",
    "abababababab",
    "Sunshine.1999",
  ])("know %s", (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each([
    "correct horse battery 9",
    "tangerine-oboe-17",
    "mYd0g1sOld&grey",
    "sunshine over the harbour",
    "x7Kq!mP2vL",
    "dragonfruit smoothie",
  ])("let %s pass", (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  it("take no time over long odd texts", () => {
    const begun = performance.now();
    isCommonPassword(`${"!".repeat(36)}${"1".repeat(35)}x`);
    isCommonPassword("!.?*#$@_-".repeat(8));
    expect(performance.now() - begun).toBeLessThan(50);
  });
});

describe("rules", () => {
  it.each([
    ["seven77", ["length"]],
    ["äöüabcd", ["length"]],
    ["Password1", ["pwned"]],
    ["somebody@example.test", ["pwned"]],
    ["a fine long one", []],
  ])("find in %s: %j", (password, reasons) => {
    expect(passwordWeaknesses(password, "somebody@example.test")).toEqual(reasons);
  });

  it("take 8 to 72 characters, counting characters and not bytes", () => {
    expect(() => assertPassword("ßöäüéèñç")).not.toThrow();
    expect(() => assertPassword(`${"é1".repeat(36)}x`)).toThrow(AuthError);
    expect(() => assertPassword("wörter".repeat(12))).not.toThrow();
  });
});

describe("hasher", () => {
  it("hashes with the cost that OWASP asks for, and finds what matches", async () => {
    const hasher = await createPasswordHasher();
    const stored = await hasher.hash("some pass phrase");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(stored, "some pass phrase")).toEqual({
      matches: true,
      stale: false,
    });
    expect(await hasher.verify(stored, "Some pass phrase")).toEqual({
      matches: false,
      stale: false,
    });
  });

  it("matches nothing without a stored hash, not even the decoy's own text", async () => {
    const hasher = await createPasswordHasher();
    const check = await hasher.verify(null, "a password that nobody has");
    expect(check).toEqual({ matches: false, stale: false });
    expect((await hasher.verify("damaged", "x")).matches).toBe(false);
  });

  it("asks for a new hash when the old one was cheap", async () => {
    const hasher = await createPasswordHasher();
    const cheap =
      "$argon2id$v=19$m=4096,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$6HQ9QQhVbQoUhrKKzeRxuTDR5UlRTvLVBgR7Y4mVb0A";
    expect((await hasher.verify(cheap, "x")).stale).toBe(true);
  });

  it.each([
    ["$argon2id$v=19$m=4096,t=2,p=1$c29tZXNhbHQ$aGFzaGhhc2g", true],
    [`$2b$12$${"a".repeat(53)}`, true],
    ["$argon2d$v=19$m=4096,t=2,p=1$c29tZXNhbHQ$aGFzaA", false],
    ["5f4dcc3b5aa765d61d8327deb882cf99", false],
    ["", false],
  ])("knows which hashes it can check: %s", (stored, can) => {
    expect(isImportableHash(stored)).toBe(can);
  });
});
