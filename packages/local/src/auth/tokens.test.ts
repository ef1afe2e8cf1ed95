import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSignedBy, readRefreshToken, writeRefreshToken } from "./tokens.ts";
import { matchingStep, qrSvg, totpUri } from "./totp.ts";
import { createVault, sameSecret } from "./vault.ts";

describe("refresh tokens", () => {
  it("say what they were written with", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.maxSafeNat(), (sessionId, counter) => {
        const key = randomBytes(32);
        const token = readRefreshToken(writeRefreshToken(sessionId, counter, key));
        expect(token).toMatchObject({ sessionId, counter });
        expect(token && isSignedBy(token, key)).toBe(true);
        expect(token && isSignedBy(token, randomBytes(32))).toBe(false);
      }),
    );
  });

  it("are refused when any bit is changed", () => {
    const key = randomBytes(32);
    const bytes = Buffer.from(writeRefreshToken(randomUUID(), 7, key), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const token = readRefreshToken(forged.toString("base64url"));
      expect(token === null || !isSignedBy(token, key)).toBe(true);
    }
  });

  it("survive any text that is none", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRefreshToken(text)).toBeNull();
      }),
    );
  });
});

describe("vault", () => {
  const vault = createVault(randomBytes(32));

  it("opens what it sealed, for the same purpose only", () => {
    const sealed = vault.seal("one", Buffer.from("secret"));
    expect(vault.open("one", sealed)?.toString()).toBe("secret");
    expect(vault.open("two", sealed)).toBeNull();
    expect(createVault(randomBytes(32)).open("one", sealed)).toBeNull();
    expect(vault.open("one", `${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(vault.open("one", "")).toBeNull();
  });

  it("seals the same text differently each time", () => {
    const plain = Buffer.from("secret");
    expect(vault.seal("one", plain)).not.toBe(vault.seal("one", plain));
  });

  it("fingerprints by purpose and key", () => {
    expect(vault.fingerprint("a", "1")).toBe(vault.fingerprint("a", "1"));
    expect(vault.fingerprint("a", "1")).not.toBe(vault.fingerprint("b", "1"));
    expect(createVault(randomBytes(32)).fingerprint("a", "1")).not.toBe(
      vault.fingerprint("a", "1"),
    );
  });

  it("compares texts of different length", () => {
    expect(sameSecret("abc", "abc")).toBe(true);
    expect(sameSecret("abc", "abcd")).toBe(false);
  });
});

describe("time codes", () => {
  // RFC 6238, appendix B: this secret's SHA-1 codes, whose last six digits are ours.
  const secret = Buffer.from("12345678901234567890");

  it.each([
    [59, "287082", 1],
    [1111111109, "081804", 37037036],
    [1234567890, "005924", 41152263],
    [20000000000, "353130", 666666666],
  ])("match the standard's figures at %i s", (seconds, code, step) => {
    expect(matchingStep(secret, code, seconds * 1000)).toBe(step);
  });

  it("are taken one step early or late, not two", () => {
    const at = (seconds: number) => matchingStep(secret, "287082", seconds * 1000);
    expect([at(29), at(30), at(59), at(60), at(89), at(90)]).toEqual([1, 1, 1, 1, 1, null]);
    expect(at(119)).toBeNull();
    expect(matchingStep(secret, "28708", 59_000)).toBeNull();
  });

  it("are drawn without characters that break a data address", () => {
    const svg = qrSvg(totpUri(secret, "Neothink & friends", "a@example.test"));
    expect(svg).not.toMatch(/[#"%]/);
    expect(svg).toMatch(/^<svg xmlns='http:\/\/www.w3.org\/2000\/svg'/);
  });
});
