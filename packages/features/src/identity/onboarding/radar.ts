/** A point of a radar chart in the chart's own units. */
export interface RadarPoint {
  x: number;
  y: number;
}

/**
 * Corners of a radar chart around (0, 0), clockwise from the top. `shares` are 0 to 1 of `radius`.
 */
export function radarPoints(shares: readonly number[], radius: number): RadarPoint[] {
  return shares.map((share, index) => {
    const angle = (index / shares.length) * 2 * Math.PI - Math.PI / 2;
    // Rounded, so that server and browser draw the same text.
    const round = (value: number): number => Math.round(value * 100) / 100;
    return {
      x: round(Math.cos(angle) * radius * share),
      y: round(Math.sin(angle) * radius * share),
    };
  });
}

/** The corners as an SVG polygon wants them. */
export function polygon(points: readonly RadarPoint[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(" ");
}
