import { hitKinds } from "@neothink/api/search/search.schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSearchAddress, searchAddress } from "./search-address.ts";

describe("the address of a search", () => {
  it("gives back what it was made of", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.constantFrom(null, ...hitKinds),
        (q, kind) => {
          const { searchParams } = new URL(searchAddress({ q, kind }), "https://app.test");
          expect(parseSearchAddress(Object.fromEntries(searchParams))).toEqual({ q, kind });
        },
      ),
    );
  });

  it("takes what it does not know as unset, and cuts what is too long", () => {
    expect(parseSearchAddress({ q: ["a", "b"], kind: "planets" })).toEqual({ q: "", kind: null });
    expect(parseSearchAddress({ q: "x".repeat(900) }).q).toHaveLength(200);
  });
});
