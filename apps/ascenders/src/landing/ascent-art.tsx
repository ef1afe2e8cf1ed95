import type { ReactElement } from "react";

/** Five risings, each taller than the one before by the golden ratio, under a low sun. */
const steps = [
  { x: 0, height: 52 },
  { x: 92, height: 84 },
  { x: 184, height: 136 },
  { x: 276, height: 220 },
  { x: 368, height: 356 },
];

/** The drawing on the first screen of Ascenders. */
export function AscentArt(): ReactElement {
  return (
    <svg
      viewBox="0 0 460 460"
      aria-hidden="true"
      className="mx-auto w-full max-w-[34rem] overflow-visible"
    >
      <defs>
        <linearGradient id="ascent-rise" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--gradient-from)" />
          <stop offset="1" stopColor="var(--gradient-to)" stopOpacity="0.12" />
        </linearGradient>
        <radialGradient id="ascent-sun">
          <stop offset="0" stopColor="var(--gradient-from)" stopOpacity="0.42" />
          <stop offset="1" stopColor="var(--gradient-from)" stopOpacity="0" />
        </radialGradient>
      </defs>
      <circle cx="322" cy="148" r="210" fill="url(#ascent-sun)" />
      {steps.map(({ x, height }, index) => (
        <path
          key={x}
          d={`M${x} 460V${460 - height}L${x + 78} ${460 - height - 30}V460Z`}
          fill="url(#ascent-rise)"
          opacity={0.42 + index * 0.13}
        />
      ))}
      <path
        d="M-6 394C120 372 214 300 292 204S404 62 452 26"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray="1 9"
      />
      <circle
        cx="452"
        cy="26"
        r="7"
        fill="var(--background)"
        stroke="currentColor"
        strokeWidth="3"
      />
    </svg>
  );
}
