import { pickForDay } from "@neothink/features/shell/home/daily-pick";
import Link from "next/link";
import type { ReactElement } from "react";

const stages = ["Create an offer", "Launch", "Scale with leads", "Systemize", "Expand"];

const prompts: [string, ...string[]] = [
  "What did you sell, and what did you learn from the one who bought it?",
  "Which task of yours could somebody else do by Friday?",
  "What do people thank you for that you do not charge for yet?",
  "Which number did you look at today, and what will you do about it?",
  "Who said no last week, and why?",
  "What would you stop doing if you had half the time?",
  "Whose business here could use what you know?",
];

/** The five stages as a rising line, and one question a day to write about. */
export function ClimbPanel(): ReactElement {
  return (
    <section
      aria-label="Your climb"
      className="grid overflow-hidden rounded-xl border bg-card shadow-xs lg:grid-cols-[1fr_1.618fr]"
    >
      <div className="grid content-between gap-8 p-5 sm:p-8">
        <p className="text-sm font-medium text-brand-text">Question of the day</p>
        <p className="display text-[1.625rem] leading-tight">{pickForDay(prompts, new Date())}</p>
        <Link
          href="/community"
          className="inline-flex min-h-6 items-center justify-self-start text-sm font-medium text-brand-text underline decoration-brand-border underline-offset-4 hover:decoration-current"
        >
          Answer in the community
        </Link>
      </div>
      <ol
        aria-label="The five stages"
        className="flex items-end gap-1.5 border-t bg-brand-soft px-5 pt-8 sm:gap-2 sm:px-8 lg:border-t-0 lg:border-l"
      >
        {stages.map((stage, index) => (
          <li key={stage} className="flex flex-1 flex-col justify-end gap-2.5">
            <span className="text-[0.6875rem] leading-4 font-medium hyphens-auto sm:text-[0.8125rem] sm:leading-5">
              {stage}
            </span>
            <span
              aria-hidden="true"
              className="rounded-t-md bg-linear-to-b from-[var(--gradient-from)] to-[var(--gradient-to)]"
              style={{ height: `${2.4 * 1.46 ** index}rem`, opacity: 0.45 + index * 0.13 }}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
