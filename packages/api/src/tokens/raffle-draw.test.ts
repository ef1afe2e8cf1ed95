import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commitmentOf, nextDraw, winningTicket } from "./raffle-draw.ts";

describe("a draw", () => {
  it("is on the next Sunday evening", () => {
    expect(nextDraw(new Date("2026-11-18T10:00:00Z")).toISOString()).toBe(
      "2026-11-22T20:00:00.000Z",
    );
    expect(nextDraw(new Date("2026-11-22T19:59:59Z")).toISOString()).toBe(
      "2026-11-22T20:00:00.000Z",
    );
    expect(nextDraw(new Date("2026-11-22T20:00:00Z")).toISOString()).toBe(
      "2026-11-29T20:00:00.000Z",
    );
  });

  it("gives the same ticket whoever repeats it, and always one that was sold", () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), fc.integer({ min: 1, max: 5000 }), (secret, id, sold) => {
        const ticket = winningTicket(secret, id, sold);
        expect(ticket).toBe(winningTicket(secret, id, sold));
        expect(ticket).toBeGreaterThanOrEqual(1);
        expect(ticket).toBeLessThanOrEqual(sold);
      }),
    );
  });

  it("prefers no ticket", () => {
    const wins = new Map<number, number>();
    for (let round = 0; round < 8000; round += 1) {
      const ticket = winningTicket(`secret ${round}`, "draw", 8);
      wins.set(ticket, (wins.get(ticket) ?? 0) + 1);
    }
    for (let ticket = 1; ticket <= 8; ticket += 1) {
      expect(wins.get(ticket)).toBeGreaterThan(880);
      expect(wins.get(ticket)).toBeLessThan(1120);
    }
  });

  it("was promised before", () => {
    expect(commitmentOf("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});
