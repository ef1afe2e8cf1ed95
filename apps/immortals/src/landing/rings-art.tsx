import type { ReactElement } from "react";

/** Growth rings: each radius is the sum of the two before it. */
const rings = [13, 21, 34, 55, 89, 144, 220];

/** The drawing on the first screen of Immortals: years as rings, and the pulse that runs through them. */
export function RingsArt(): ReactElement {
  return (
    <svg
      viewBox="0 0 460 460"
      aria-hidden="true"
      className="mx-auto w-full max-w-[34rem] overflow-visible"
    >
      <defs>
        <radialGradient id="rings-glow">
          <stop offset="0" stopColor="var(--gradient-via)" stopOpacity="0.36" />
          <stop offset="1" stopColor="var(--gradient-via)" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="rings-pulse" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor="var(--gradient-to)" stopOpacity="0" />
          <stop offset="0.3" stopColor="var(--gradient-to)" />
          <stop offset="0.75" stopColor="var(--gradient-from)" />
          <stop offset="1" stopColor="var(--gradient-from)" stopOpacity="0" />
        </linearGradient>
      </defs>
      <circle cx="230" cy="230" r="230" fill="url(#rings-glow)" />
      {rings.map((radius, index) => (
        <circle
          key={radius}
          cx="230"
          cy="230"
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth={2.6 - index * 0.3}
          opacity={0.95 - index * 0.1}
        />
      ))}
      <path
        d="M-10 230H120L142 206 164 230H188L206 96 244 366 266 196 280 230H330L350 214 368 230H470"
        fill="none"
        stroke="url(#rings-pulse)"
        strokeWidth="5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle
        cx="406"
        cy="100"
        r="8"
        fill="var(--background)"
        stroke="currentColor"
        strokeWidth="3"
      />
    </svg>
  );
}
