import type { ReactElement } from "react";

const levels = [
  "Awakening",
  "Integration",
  "Expansion",
  "Acceleration",
  "Mastery",
  "Transcendence",
];

/** The six levels, growing in size as they rise. */
export function AscentLevels(): ReactElement {
  return (
    <ol className="grid sm:grid-cols-2 lg:grid-cols-3">
      {levels.map((level, index) => (
        <li
          key={level}
          className="flex items-baseline gap-5 border-t py-6 sm:px-5 sm:nth-[2n+1]:pl-0 lg:px-5 lg:nth-[2n+1]:pl-5 lg:nth-[3n+1]:pl-0"
        >
          <span aria-hidden="true" className="figures text-sm text-muted-foreground">
            {index + 1}
          </span>
          <span className="display text-[1.625rem]">{level}</span>
        </li>
      ))}
    </ol>
  );
}
