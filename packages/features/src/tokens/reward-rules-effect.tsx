import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { cn } from "@neothink/ui/cn";
import {
  formatAmount,
  formatCount,
  formatPercent,
  formatSignedAmount,
} from "@neothink/ui/format-number";
import { Stat } from "@neothink/ui/stat";
import { Table, TableCell, TableHead, TableRow } from "@neothink/ui/table";
import { Decimal } from "decimal.js";
import type { ReactElement } from "react";
import type { RulesEffect } from "./reward-rules-query.ts";

function change(before: string, after: string): Decimal {
  return new Decimal(after).minus(before);
}

function share(before: string, after: string): number {
  const from = new Decimal(before);
  return from.isZero() ? 0 : change(before, after).dividedBy(from).toNumber();
}

/** What the rules in the editor would have done: in all, by token, and by tenths of the members. */
export function RewardRulesEffect({
  effect,
  stale,
}: {
  effect: RulesEffect;
  stale: boolean;
}): ReactElement {
  const { days, awards, members, gain, lose, before, after, cut } = effect;
  const widest = Math.max(
    0.0001,
    ...effect.deciles.map((one) => Math.abs(share(one.before, one.after))),
  );
  return (
    <Card className={cn(stale && "opacity-60")}>
      <CardHeader>
        <CardTitle>Effect on the last {days} days</CardTitle>
        <CardDescription aria-live="polite">
          {stale
            ? "The rules have been changed since. Show the effect again."
            : `${formatCount(awards)} awards of ${formatCount(members)} members, recomputed from what was stored with each${cut ? "; earlier ones only, there are more than can be looked at" : ""}.`}
        </CardDescription>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-8">
        <div className="grid gap-6 sm:grid-cols-3">
          <Stat
            label="Would have been paid"
            value={formatAmount(new Decimal(after).toFixed(0))}
            detail={`${formatSignedAmount(change(before, after).toFixed(0))} to what was paid (${signedPercent(share(before, after))})`}
          />
          <Stat label="Would have gained" value={formatCount(gain)} detail="members" />
          <Stat label="Would have lost" value={formatCount(lose)} detail="members" />
        </div>
        {effect.deciles.length === 0 ? (
          <p className="text-sm text-muted-foreground">Nobody was paid in this time.</p>
        ) : (
          <Table label="Effect by tenths of the members" className="min-w-[40rem]">
            <caption className="pb-3 text-left text-sm text-muted-foreground">
              Members by what they earned, from the tenth that earned least to the one that earned
              most.
            </caption>
            <thead>
              <tr>
                <TableHead>Tenth</TableHead>
                <TableHead className="text-right">Members</TableHead>
                <TableHead className="text-right">Paid</TableHead>
                <TableHead className="text-right">Would be</TableHead>
                <TableHead>Change</TableHead>
                <TableHead className="text-right">Gain</TableHead>
                <TableHead className="text-right">Lose</TableHead>
              </tr>
            </thead>
            <tbody>
              {effect.deciles.map((one) => (
                <TableRow key={one.decile}>
                  <TableCell className="figures">{one.decile}</TableCell>
                  <TableCell className="figures text-right">{formatCount(one.members)}</TableCell>
                  <TableCell className="figures text-right">{whole(one.before)}</TableCell>
                  <TableCell className="figures text-right">{whole(one.after)}</TableCell>
                  <TableCell>
                    <ChangeBar value={share(one.before, one.after)} widest={widest} />
                  </TableCell>
                  <TableCell className="figures text-right">{formatCount(one.gain)}</TableCell>
                  <TableCell className="figures text-right">{formatCount(one.lose)}</TableCell>
                </TableRow>
              ))}
            </tbody>
          </Table>
        )}
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {effect.tokens.map((one) => (
            <div key={one.token} className="grid gap-0.5">
              <dt className="text-sm text-muted-foreground">{one.token}</dt>
              <dd className="figures text-sm font-medium">
                {whole(one.after)}{" "}
                <span className="text-muted-foreground">
                  ({formatSignedAmount(change(one.before, one.after).toFixed(0))})
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </CardContent>
    </Card>
  );
}

function whole(text: string): string {
  return formatAmount(new Decimal(text).toFixed(0));
}

function signedPercent(value: number): string {
  return `${value > 0 ? "+" : ""}${formatPercent(value)}`;
}

/** A bar to the right of the middle for a gain, to the left for a loss. */
function ChangeBar({ value, widest }: { value: number; widest: number }): ReactElement {
  const width = (Math.abs(value) / widest) * 60;
  return (
    <span className="flex items-center gap-2">
      <svg viewBox="-62 0 124 12" className="h-3 w-31 shrink-0" aria-hidden="true">
        <line x1="0" x2="0" y1="0" y2="12" className="stroke-border" />
        <rect
          x={value < 0 ? -width : 0}
          y="2"
          width={width}
          height="8"
          rx="2"
          className={value < 0 ? "fill-destructive" : "fill-success"}
        />
      </svg>
      <span className="figures text-[0.8125rem]">{signedPercent(value)}</span>
    </span>
  );
}
