import { describe, expect, it } from "vitest";
import { alongDays, censusName } from "./census-names.ts";

describe("the census page", () => {
  it("lays a part that began later beside the others by its days", () => {
    const point = (day: string, population: number) => ({
      at: new Date(`${day}T00:00:00Z`),
      population,
      assets: "0",
      activity: 0,
    });
    const line = { points: [point("2026-11-02", 3), point("2026-11-04", 5)] };
    const days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"];
    expect(alongDays(line, days, ({ population }) => population)).toEqual([null, 3, null, 5]);
  });

  it("calls platforms and personas by their names", () => {
    expect(
      ["hub", "network", "ascender", "Nine Peaks"].map((name) => censusName({ name })),
    ).toEqual(["Hub", "Whole network", "Ascender", "Nine Peaks"]);
  });
});
