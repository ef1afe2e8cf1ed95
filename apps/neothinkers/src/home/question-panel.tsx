import { pickForDay } from "@neothink/features/shell/home/daily-pick";
import Link from "next/link";
import type { ReactElement } from "react";

const questions: [string, ...string[]] = [
  "What do you believe that you have never tested?",
  "Which two things that you learned this year are really one?",
  "What would your cleverest opponent say about it, and be right?",
  "What question would make this problem small?",
  "Where did you take a name for an explanation?",
  "What did you understand late, and what had kept it from you?",
  "What would a child ask here that nobody else dares to?",
];

/** One question a day, set large: the exercise that everybody shares. */
export function QuestionPanel(): ReactElement {
  return (
    <section
      aria-label="Question of the day"
      className="relative overflow-hidden rounded-xl border border-brand-border bg-brand-soft p-6 sm:p-10"
    >
      <svg
        viewBox="0 0 200 120"
        aria-hidden="true"
        className="absolute -top-8 -right-10 hidden w-96 text-brand opacity-25 md:block"
      >
        <g fill="none" stroke="currentColor" strokeWidth="0.8">
          <circle cx="80" cy="60" r="46" />
          <circle cx="126" cy="60" r="46" />
          <circle cx="103" cy="22" r="46" />
        </g>
      </svg>
      <div className="relative grid gap-6">
        <p className="text-sm font-medium text-brand-text">Question of the day</p>
        <p className="display max-w-[22ch] text-[2rem] leading-[1.12] sm:text-[2.625rem]">
          {pickForDay(questions, new Date())}
        </p>
        <p className="max-w-[52ch] leading-relaxed text-muted-foreground">
          Sit with it for a while before you answer.{" "}
          <Link
            href="/community"
            className="font-medium text-brand-text underline decoration-brand-border underline-offset-4 hover:decoration-current"
          >
            Then tell the others
          </Link>
          .
        </p>
      </div>
    </section>
  );
}
