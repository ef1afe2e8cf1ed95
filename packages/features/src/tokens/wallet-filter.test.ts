import { spans } from "@neothink/api/tokens/tokens.schema";
import { tokenTypes } from "@neothink/brand/tokens";
import { describe, expect, it } from "vitest";
import { parseWalletFilter, walletHref } from "./wallet-filter.ts";

describe("the address of the wallet", () => {
  it("is short for what is usual", () => {
    expect(walletHref({ token: null, days: 30 })).toBe("/wallet");
    expect(walletHref({ token: "LIVE", days: 90 })).toBe("/wallet?token=live&days=90");
  });

  it("takes what it does not know as unset", () => {
    const unset = { token: null, days: 30 };
    expect(parseWalletFilter({})).toEqual(unset);
    expect(parseWalletFilter({ token: "gold", days: "31" })).toEqual(unset);
    expect(parseWalletFilter({ token: ["live", "love"], days: ["7"] })).toEqual(unset);
  });

  it("reads back whatever it writes", () => {
    for (const token of [null, ...tokenTypes]) {
      for (const days of spans) {
        const [, query] = walletHref({ token, days }).split("?");
        const params = Object.fromEntries(new URLSearchParams(query ?? ""));
        expect(parseWalletFilter(params)).toEqual({ token, days });
      }
    }
  });
});
