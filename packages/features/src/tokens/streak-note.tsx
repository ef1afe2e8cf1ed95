import { Flame } from "lucide-react";
import type { ReactElement } from "react";
import type { Wallet } from "./wallet-query.ts";

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

function streakSentence({ days: run, activeToday }: Wallet["streak"]): string {
  if (run === 0) {
    return "Your next action starts a new streak. The first action of each day adds its bonus.";
  }
  return activeToday
    ? "Today counts already. Tomorrow's first action adds the next bonus."
    : "An action today carries it on and adds the next bonus.";
}

/** How long the run of active days is, and what it does. */
export function StreakNote({ streak }: { streak: Wallet["streak"] }): ReactElement {
  return (
    <section
      aria-label="Streak"
      className="flex items-center gap-4 rounded-xl border bg-card p-4 shadow-xs sm:px-5"
    >
      <span
        aria-hidden="true"
        className="grid size-11 shrink-0 place-items-center rounded-lg bg-brand-soft text-brand-text"
      >
        <Flame className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-sm leading-6 font-semibold tracking-tight">
          {streak.days === 0 ? "No streak yet" : `${days(streak.days)} in a row`}
        </p>
        <p className="text-sm leading-6 text-muted-foreground">{streakSentence(streak)}</p>
      </div>
      {streak.longest > streak.days ? (
        <p className="hidden shrink-0 text-right text-[0.8125rem] leading-5 text-muted-foreground sm:block">
          Longest
          <span className="block font-medium text-foreground">{days(streak.longest)}</span>
        </p>
      ) : null}
    </section>
  );
}
