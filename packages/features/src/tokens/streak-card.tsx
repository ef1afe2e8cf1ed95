"use client";

import { Button } from "@neothink/ui/button";
import { Card } from "@neothink/ui/card";
import { cn } from "@neothink/ui/cn";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Pause, Play } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { calendarDays, dayWords } from "./streak-days.ts";

const tones: Readonly<Record<string, string>> = {
  active: "bg-primary text-primary-foreground",
  weekly: "border border-brand-border bg-brand-soft text-brand-text",
  bought: "border border-brand-border bg-brand-soft text-brand-text",
  paused: "border border-dashed text-muted-foreground",
};
const usualPause = 7;
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** The last weeks of the streak, its freeze days, and the pause. */
export function StreakCard(): ReactElement | null {
  const api = useTRPC();
  const client = useQueryClient();
  const query = useQuery(api.tokens.streak.get.queryOptions());
  const settled = {
    onSuccess: () => client.invalidateQueries({ queryKey: api.tokens.pathKey() }),
    onError: (error: unknown) => toastError(apiFailure(error).message),
  };
  const pause = useMutation(api.tokens.streak.pause.mutationOptions(settled));
  const resume = useMutation(api.tokens.streak.resume.mutationOptions(settled));
  if (!query.data) {
    return null;
  }
  const { freezes, pause: paused, pauseAgainOn, days, timeZone, from, today } = query.data;
  return (
    <Card className="grid gap-5 p-4 sm:grid-cols-[auto_1fr] sm:gap-8 sm:p-5">
      <div>
        <h2 className="pb-3 text-sm font-semibold tracking-tight">Last six weeks</h2>
        <div aria-hidden="true" className="grid w-fit grid-cols-7 gap-1 pb-1 text-center">
          {weekdays.map((day) => (
            <span key={day} className="w-8 text-[0.6875rem] text-muted-foreground">
              {day}
            </span>
          ))}
        </div>
        <ol className="grid w-fit grid-cols-7 gap-1">
          {calendarDays(from, today, query.data.marked).map(({ day, kind }) => (
            <li
              key={day}
              className={cn(
                "figures grid size-8 place-items-center rounded-md text-xs",
                tones[kind] ?? "bg-muted text-muted-foreground",
                day === today && "ring-2 ring-ring ring-offset-1 ring-offset-card",
              )}
            >
              <span aria-hidden="true">{Number(day.slice(8))}</span>
              <span className="sr-only">{`${day}: ${dayWords(kind)}`}</span>
            </li>
          ))}
        </ol>
      </div>
      <div className="grid content-start gap-3 text-sm leading-6">
        <h2 className="font-semibold tracking-tight">Freeze days</h2>
        <p className="text-muted-foreground">
          {freezes.bought + freezes.weekly === 0
            ? "You hold none. One is used by itself when you miss a day, and the streak goes on."
            : `You hold ${freezes.bought + freezes.weekly}. One is used by itself when you miss a day.`}{" "}
          <Link href="/wallet/spend" className="text-brand-text underline underline-offset-4">
            Get freeze days
          </Link>
        </p>
        <p className="text-muted-foreground">
          {paused
            ? `Paused until ${paused.until}. Nothing is lost, and nothing is missed.`
            : `Days are counted by your clock, ${timeZone}.`}
        </p>
        <div>
          {paused ? (
            <Button
              variant="outline"
              size="sm"
              disabled={resume.isPending}
              onClick={() => resume.mutate()}
            >
              <Play aria-hidden="true" />
              End the pause
            </Button>
          ) : null}
          {!paused && days > 0 && pauseAgainOn === null ? (
            <Button
              variant="outline"
              size="sm"
              disabled={pause.isPending}
              onClick={() => pause.mutate({ days: usualPause })}
            >
              <Pause aria-hidden="true" />
              Pause for a week
            </Button>
          ) : null}
          {!paused && days > 0 && pauseAgainOn !== null ? (
            <p className="text-muted-foreground">You can pause again from {pauseAgainOn}.</p>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
