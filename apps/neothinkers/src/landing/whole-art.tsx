import type { ReactElement } from "react";

/** Three views of one thing; the triangle of their centres points up. */
const circles = [
  { x: 230, y: 168 },
  { x: 172, y: 268 },
  { x: 288, y: 268 },
];
const radius = 132;

/** Ideas on the circles' rims, joined to the centre where all three agree. */
const ideas = [
  { x: 230, y: 36, size: 6 },
  { x: 331, y: 83, size: 4 },
  { x: 60, y: 201, size: 5 },
  { x: 106, y: 382, size: 4 },
  { x: 230, y: 388, size: 4 },
  { x: 402, y: 335, size: 6 },
  { x: 129, y: 83, size: 3 },
  { x: 412, y: 222, size: 3 },
];

/** The drawing on the first screen of Neothinkers. */
export function WholeArt(): ReactElement {
  return (
    <svg
      viewBox="0 0 460 460"
      aria-hidden="true"
      className="mx-auto w-full max-w-[34rem] overflow-visible"
    >
      <defs>
        <radialGradient id="whole-glow">
          <stop offset="0" stopColor="var(--gradient-from)" stopOpacity="0.55" />
          <stop offset="1" stopColor="var(--gradient-from)" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="whole-fill" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="var(--gradient-from)" stopOpacity="0.34" />
          <stop offset="1" stopColor="var(--gradient-to)" stopOpacity="0.1" />
        </linearGradient>
      </defs>
      <circle cx="230" cy="234" r="230" fill="url(#whole-glow)" />
      {ideas.map(({ x, y }) => (
        <path
          key={`${x} ${y}`}
          d={`M${x} ${y}L230 234`}
          stroke="currentColor"
          strokeWidth="1"
          strokeDasharray="1 7"
          strokeLinecap="round"
          opacity="0.7"
        />
      ))}
      {circles.map(({ x, y }) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r={radius}
          fill="url(#whole-fill)"
          stroke="var(--gradient-to)"
          strokeWidth="1.5"
        />
      ))}
      {ideas.map(({ x, y, size }) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r={size}
          fill="var(--background)"
          stroke="currentColor"
          strokeWidth="2"
        />
      ))}
      <circle cx="230" cy="234" r="21" fill="var(--gradient-via)" />
      <circle cx="230" cy="234" r="34" fill="none" stroke="var(--gradient-via)" opacity="0.5" />
    </svg>
  );
}
