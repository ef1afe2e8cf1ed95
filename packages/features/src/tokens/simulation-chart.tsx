"use client";

import type { TokenType } from "@neothink/brand/tokens";
import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";
import { seriesShape } from "./simulation-chart-shape.ts";
import { tokenText } from "./token-tones.ts";

/** One curve; days on which nothing was measured are null. */
export interface ChartLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Colours the curve by its token. */
  readonly token?: TokenType | undefined;
  /** Colours it by its place otherwise: 0 or 1. */
  readonly tone?: number;
}

const frame = { width: 640, height: 180, padding: 8 };
const tones = ["text-brand-text", "text-foreground"];
// Curves differ by more than their colour.
const dashes = [undefined, "6 3", "2 3", "9 3 2 3"];
const rowsShown = 12;

function toneOf({ token, tone }: ChartLine): string {
  return token ? tokenText[token] : (tones[tone ?? 0] ?? "text-foreground");
}

/** Curves over the same axis, with the figures behind them as a table to open. */
export function SimulationChart({
  title,
  unit,
  lines,
  format,
  labels,
}: {
  title: string;
  /** What the steps to the right are, such as `day`. */
  unit: string;
  lines: readonly ChartLine[];
  format: (value: number) => string;
  /** What the steps are called, such as dates; numbers without them. */
  labels?: readonly string[];
}): ReactElement {
  const top = Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const length = Math.max(0, ...lines.map(({ values }) => values.length));
  const step = Math.max(1, Math.ceil(length / rowsShown));
  const places = Array.from({ length }, (_, index) => index).filter(
    (index) => index % step === 0 || index === length - 1,
  );
  return (
    <figure className="grid grid-cols-1 content-start gap-3">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="text-sm font-semibold tracking-tight">{title}</span>
        {lines.length > 1 ? (
          <span className="flex flex-wrap gap-x-3 text-[0.8125rem]" aria-hidden="true">
            {lines.map((line, index) => (
              <span key={line.name} className={cn("flex items-center gap-1.5", toneOf(line))}>
                <svg viewBox="0 0 20 4" className="h-1 w-5" aria-hidden="true">
                  <line
                    x1="0"
                    x2="20"
                    y1="2"
                    y2="2"
                    stroke="currentColor"
                    strokeWidth="3"
                    strokeDasharray={dashes[index % dashes.length]}
                  />
                </svg>
                {line.name}
              </span>
            ))}
          </span>
        ) : null}
      </figcaption>
      <div className="relative">
        <svg
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="h-44 w-full overflow-visible rounded-md border bg-card"
        >
          {lines.map((line, index) => (
            <path
              key={line.name}
              d={seriesShape(line.values, { ...frame, top, length })}
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinejoin="round"
              strokeDasharray={dashes[index % dashes.length]}
              vectorEffect="non-scaling-stroke"
              className={toneOf(line)}
            />
          ))}
        </svg>
        <span
          className="figures pointer-events-none absolute top-1.5 left-2 text-xs text-muted-foreground"
          aria-hidden="true"
        >
          {format(top)}
        </span>
      </div>
      <details className="text-[0.8125rem]">
        <summary className="cursor-pointer rounded-sm text-muted-foreground hover:text-foreground">
          Figures of “{title}”
        </summary>
        <div className="overflow-x-auto pt-2">
          <table className="w-full">
            <thead>
              <tr>
                <th scope="col" className="py-1 text-left font-medium first-letter:uppercase">
                  {unit}
                </th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col" className="py-1 text-right font-medium">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {places.map((place) => (
                <tr key={place} className="border-t">
                  <th scope="row" className="figures py-1 text-left font-normal">
                    {labels?.[place] ?? (unit === "day" ? place + 1 : place)}
                  </th>
                  {lines.map(({ name, values }) => (
                    <td key={name} className="figures py-1 text-right">
                      {figureAt(values, place, format)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** The figure of a place, or the last that was measured before it. */
function figureAt(
  values: readonly (number | null)[],
  place: number,
  format: (value: number) => string,
): string {
  const found = values.slice(0, place + 1).findLast((value) => value !== null);
  return place >= values.length || found === undefined || found === null ? "–" : format(found);
}
