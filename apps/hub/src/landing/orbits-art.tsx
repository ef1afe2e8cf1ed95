import type { ReactElement } from "react";

/** One orbit for each path, and the body that runs on it. */
const orbits = [
  { turn: 0, colour: "var(--gradient-via)", x: 440, y: 230 },
  { turn: 60, colour: "var(--gradient-from)", x: 440, y: 230 },
  { turn: 120, colour: "var(--gradient-to)", x: 440, y: 230 },
];

/** The drawing on the first screen of the hub: three paths around one light. */
export function OrbitsArt(): ReactElement {
  return (
    <svg
      viewBox="0 0 460 460"
      aria-hidden="true"
      className="mx-auto w-full max-w-[34rem] overflow-visible"
    >
      <defs>
        <radialGradient id="orbits-glow">
          <stop offset="0" stopColor="#eab308" stopOpacity="0.5" />
          <stop offset="0.45" stopColor="var(--gradient-via)" stopOpacity="0.22" />
          <stop offset="1" stopColor="var(--gradient-to)" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="orbits-light" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="var(--gradient-from)" />
          <stop offset="0.5" stopColor="var(--gradient-via)" />
          <stop offset="1" stopColor="var(--gradient-to)" />
        </linearGradient>
      </defs>
      <circle cx="230" cy="230" r="240" fill="url(#orbits-glow)" />
      {orbits.map(({ turn, colour, x, y }) => (
        <g key={turn} transform={`rotate(${turn - 18} 230 230)`}>
          <ellipse
            cx="230"
            cy="230"
            rx="210"
            ry="80"
            fill={colour}
            fillOpacity="0.06"
            stroke={colour}
            strokeWidth="1.75"
          />
          <circle cx={x} cy={y} r="21" fill={colour} opacity="0.16" />
          <circle cx={x} cy={y} r="9" fill={colour} />
        </g>
      ))}
      <path
        d="M230 142c4.8 51 32 83 88 88-56 5-83.2 37-88 88-4.8-51-32-83-88-88 56-5 83.2-37 88-88Z"
        fill="url(#orbits-light)"
      />
    </svg>
  );
}
