import { pickForDay } from "@neothink/features/shell/home/daily-pick";
import Link from "next/link";
import type { ReactElement } from "react";

interface Practice {
  name: string;
  text: string;
}

const practices: [Practice, ...Practice[]] = [
  { name: "Light first", text: "Ten minutes outside before the first screen." },
  { name: "Walk after a meal", text: "Ten unhurried minutes, any meal of the day." },
  { name: "Carry something heavy", text: "Groceries count. So do children." },
  { name: "Breathe out longer", text: "Two minutes: in for four, out for six." },
  { name: "Eat slowly, once", text: "One meal today without doing anything else." },
  { name: "Balance", text: "One minute on each leg while the kettle boils." },
  { name: "Early dark", text: "Lamps low in the last hour before sleep." },
];

/** One small practice a day, beside the rings of a life. Habits, no treatment. */
export function PracticePanel(): ReactElement {
  const { name, text } = pickForDay(practices, new Date());
  return (
    <section
      aria-label="Practice of the day"
      className="grid items-center gap-8 overflow-hidden rounded-xl border bg-card p-6 shadow-xs sm:grid-cols-[1.618fr_1fr] sm:p-10"
    >
      <div className="grid gap-4">
        <p className="text-sm font-medium text-brand-text">Practice of the day</p>
        <p className="display text-[2rem] sm:text-[2.625rem]">{name}</p>
        <p className="max-w-[46ch] leading-relaxed text-muted-foreground">{text}</p>
        <p className="text-sm">
          <Link
            href="/community"
            className="font-medium text-brand-text underline decoration-brand-border underline-offset-4 hover:decoration-current"
          >
            Say how it went
          </Link>
        </p>
      </div>
      <svg
        viewBox="0 0 200 200"
        aria-hidden="true"
        className="mx-auto -my-4 w-full max-w-52 text-brand max-sm:hidden"
      >
        <g fill="none" stroke="currentColor">
          {[8, 13, 21, 34, 55, 89].map((radius, index) => (
            <circle
              key={radius}
              cx="100"
              cy="100"
              r={radius}
              strokeWidth={2.2 - index * 0.26}
              opacity={1 - index * 0.15}
            />
          ))}
          <path
            d="M4 100h52l10-12 10 12h10l9-52 17 98 11-62 7 16h66"
            strokeWidth="2.5"
            strokeLinejoin="round"
          />
        </g>
      </svg>
    </section>
  );
}
