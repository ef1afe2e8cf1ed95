import { describe, expect, it } from "vitest";
import { parseLedgerQuery } from "./ledger-explorer-filter.ts";

describe("the address of the ledger explorer", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(
      parseLedgerQuery({
        token: "LOVE",
        event: "nonsense",
        site: "",
        who: " ada@x.org ",
        from: "2026-02-30",
      }),
    ).toEqual({ token: "LOVE", who: "ada@x.org" });
    expect(parseLedgerQuery({ to: "2026-02-28", token: ["LUCK"] })).toEqual({ to: "2026-02-28" });
  });
});
