import { describe, expect, it } from "vitest";
import {
  formatAmount,
  formatCompact,
  formatCount,
  formatPercent,
  formatSignedAmount,
} from "./format-number.ts";

describe("token amounts", () => {
  it("keep every digit, beyond what a double holds", () => {
    expect(formatAmount("12345678901234.123456")).toBe("12,345,678,901,234.123456");
  });

  it("drop trailing zeros and nothing else", () => {
    expect(formatAmount("1234.500000")).toBe("1,234.5");
    expect(formatAmount("0.000001")).toBe("0.000001");
    expect(formatAmount("100")).toBe("100");
  });

  it("carry a sign where it matters", () => {
    expect(formatSignedAmount("12.5")).toBe("+12.5");
    expect(formatSignedAmount("-3")).toBe("-3");
    expect(formatSignedAmount("0.000000")).toBe("0");
  });

  it("leave what is no decimal as it is", () => {
    expect(formatAmount("")).toBe("");
    expect(formatAmount("1e9")).toBe("1e9");
  });
});

it("counts, shortens and shares", () => {
  expect(formatCount(1234)).toBe("1,234");
  expect(formatCompact(1234)).toBe("1.2K");
  expect(formatPercent(0.618)).toBe("62%");
});
