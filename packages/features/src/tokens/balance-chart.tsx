"use client";

import { spans } from "@neothink/api/tokens/tokens.schema";
import type { TokenType } from "@neothink/brand/tokens";
import { Card } from "@neothink/ui/card";
import { cn } from "@neothink/ui/cn";
import { formatAmount } from "@neothink/ui/format-number";
import { VisuallyHidden } from "@neothink/ui/visually-hidden";
import Link from "next/link";
import { type PointerEvent, type ReactElement, useId, useState } from "react";
import { chartShape, nearestIndex } from "./chart-shape.ts";
import { tokenText } from "./token-tones.ts";
import { type WalletFilter, walletHref } from "./wallet-filter.ts";
import type { DayBalances } from "./wallet-query.ts";

const frame = { width: 720, height: 168, padding: 12 };

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

function dayName(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`));
}

/** The balance of one token over the last days, as a drawing and, for screen readers, as a table. */
export function BalanceChart({
  series,
  token,
  filter,
}: {
  series: readonly DayBalances[];
  token: TokenType;
  filter: WalletFilter;
}): ReactElement {
  const gradient = useId();
  const [pointed, setPointed] = useState<number | null>(null);
  // The drawing may round; amounts are shown from their text.
  const shape = chartShape(
    series.map(({ balances }) => Number(balances[token])),
    frame,
  );
  const shown = series[pointed ?? series.length - 1];
  const mark = shape.points[pointed ?? series.length - 1];

  function point(event: PointerEvent<SVGSVGElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    setPointed(nearestIndex((event.clientX - box.left) / box.width, series.length));
  }

  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid gap-0.5">
          <h2 className="text-sm font-semibold tracking-tight">{token} over time</h2>
          <p className="figures text-sm text-muted-foreground" aria-hidden="true">
            {shown ? `${dayName(shown.day)}: ${formatAmount(shown.balances[token])}` : null}
          </p>
        </div>
        <nav aria-label="Span of the chart" className="flex gap-1 rounded-lg bg-secondary p-1">
          {spans.map((days) => (
            <Link
              key={days}
              href={walletHref({ ...filter, days })}
              scroll={false}
              aria-current={filter.days === days ? "true" : undefined}
              className={cn(
                "inline-flex h-7 items-center rounded-md px-2.5 text-[0.8125rem] font-medium text-muted-foreground hover:text-foreground",
                "aria-[current=true]:bg-card aria-[current=true]:text-foreground aria-[current=true]:shadow-xs",
              )}
            >
              {days} days
            </Link>
          ))}
        </nav>
      </div>
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerMove={point}
        onPointerLeave={() => setPointed(null)}
        className={cn("h-36 w-full touch-pan-y overflow-visible sm:h-42", tokenText[token])}
      >
        <defs>
          <linearGradient id={gradient} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor="currentColor" stopOpacity="0.22" />
            <stop offset="1" stopColor="currentColor" stopOpacity="0" />
          </linearGradient>
        </defs>
        <line
          x1="0"
          x2={frame.width}
          y1={frame.height - frame.padding}
          y2={frame.height - frame.padding}
          className="stroke-border"
          vectorEffect="non-scaling-stroke"
        />
        <path d={shape.area} fill={`url(#${gradient})`} />
        <path
          d={shape.line}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
        {mark ? (
          <>
            {pointed === null ? null : (
              <line
                x1={mark.x}
                x2={mark.x}
                y1="0"
                y2={frame.height}
                className="stroke-border"
                vectorEffect="non-scaling-stroke"
              />
            )}
            {/* A line without length and a round cap stays a circle however the drawing is stretched. */}
            <path
              d={`M${mark.x} ${mark.y}h0`}
              stroke="currentColor"
              strokeWidth="9"
              strokeLinecap="round"
              vectorEffect="non-scaling-stroke"
            />
          </>
        ) : null}
      </svg>
      <div className="flex justify-between text-xs text-muted-foreground" aria-hidden="true">
        <span>{series[0] ? dayName(series[0].day) : null}</span>
        <span>Today</span>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{`${token} at the end of each of the last ${filter.days} days`}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Balance</th>
            </tr>
          </thead>
          <tbody>
            {series.map(({ day, balances }) => (
              <tr key={day}>
                <th scope="row">{dayName(day)}</th>
                <td>{formatAmount(balances[token])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Card>
  );
}
