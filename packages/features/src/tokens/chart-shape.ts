/** A place in the drawing. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** The drawing of a series. */
export interface ChartShape {
  readonly points: readonly ChartPoint[];
  /** Path of the line. */
  readonly line: string;
  /** Path of the surface below it. */
  readonly area: string;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Room above the highest and below the lowest point. */
  readonly padding: number;
}

/**
 * Draws a series into a frame, first value at the left edge, last at the right. The lowest line is
 * zero, so that heights can be compared; a series of zeros lies on the floor.
 */
export function chartShape(values: readonly number[], frame: Frame): ChartShape {
  const { width, height, padding } = frame;
  const top = Math.max(...values, 0);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const points = values.map((value, index) => ({
    x: round(index * step),
    y: round(
      top === 0 ? height - padding : height - padding - (value / top) * (height - 2 * padding),
    ),
  }));
  const line = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  const last = points.at(-1);
  const area = last ? `${line}L${last.x} ${height}L0 ${height}Z` : "";
  return { points, line, area };
}

/** The index of the value that lies nearest to a share (0 to 1) of the width. */
export function nearestIndex(share: number, length: number): number {
  return Math.min(length - 1, Math.max(0, Math.round(share * (length - 1))));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
