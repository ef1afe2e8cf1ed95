/** Room of a drawing, the value at its top, and how many steps it is wide. */
export interface SeriesFrame {
  readonly width: number;
  readonly height: number;
  readonly padding: number;
  readonly top: number;
  readonly length: number;
}

/** Path of a curve from zero at the floor; steps without a value are drawn through. */
export function seriesShape(
  values: readonly (number | null)[],
  { width, height, padding, top, length }: SeriesFrame,
): string {
  const step = length > 1 ? width / (length - 1) : 0;
  const scale = top > 0 ? (height - 2 * padding) / top : 0;
  let path = "";
  for (const [index, value] of values.entries()) {
    if (value !== null) {
      const x = round(index * step);
      const y = round(height - padding - value * scale);
      path += `${path === "" ? "M" : "L"}${x} ${y}`;
    }
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
