"use client";

import { brand } from "@neothink/brand/current";
import { Card } from "@neothink/ui/card";
import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";

import { useLocalNow } from "../use-local-now.ts";
import { nextMeetingText } from "./next-meeting.ts";

const week = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** When the community meets next, on the strip of the week. */
export function MeetingCard(): ReactElement {
  const now = useLocalNow();
  const today = now === undefined ? undefined : week[now.getDay()];
  return (
    <Card className="grid gap-4 p-5 sm:p-6">
      <div className="grid gap-1">
        <h2 className="text-sm font-semibold tracking-tight">Weekly live meeting</h2>
        <p className="text-sm text-muted-foreground">
          Every {brand.meetingDay}.
          {now === undefined ? null : ` The next one is ${nextMeetingText(brand.meetingDay, now)}.`}
        </p>
      </div>
      <ol aria-hidden="true" className="flex justify-between">
        {week.map((day) => (
          <li key={day} className="grid justify-items-center gap-1.5 text-xs text-muted-foreground">
            <span
              className={cn(
                "grid size-8 place-items-center rounded-full border border-transparent font-medium",
                day === brand.meetingDay && "bg-primary text-primary-foreground",
                day === today && day !== brand.meetingDay && "border-input text-foreground",
              )}
            >
              {day.slice(0, 1)}
            </span>
            <span
              className={cn("size-1 rounded-full", day === today ? "bg-brand" : "bg-transparent")}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}
