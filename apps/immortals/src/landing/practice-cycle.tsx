import type { ReactElement } from "react";

const turns = [
  {
    name: "Measure",
    text: "Know your numbers before you change them. A vitality assessment gives you the first ones.",
  },
  {
    name: "Practise",
    text: "Take on a protocol small enough to keep on a bad day: sleep, movement, food, calm.",
  },
  {
    name: "Review",
    text: "See what moved and what did not. Keep the one, drop the other without regret.",
  },
  {
    name: "Plan",
    text: "Write the next stretch of a longer life, and who will ask you how it went.",
  },
];

/** The cycle of practice as four quarters of one ring. */
export function PracticeCycle(): ReactElement {
  return (
    <ol className="grid gap-px overflow-hidden rounded-xl border bg-border sm:grid-cols-2">
      {turns.map(({ name, text }, index) => (
        <li key={name} className="flex gap-6 bg-card p-6 sm:p-8">
          <svg viewBox="0 0 48 48" aria-hidden="true" className="size-12 shrink-0 text-brand">
            <circle cx="24" cy="24" r="20" fill="none" stroke="var(--border)" strokeWidth="4" />
            <circle
              cx="24"
              cy="24"
              r="20"
              fill="none"
              stroke="currentColor"
              strokeWidth="4"
              strokeLinecap="round"
              pathLength="4"
              strokeDasharray="0.86 3.14"
              transform={`rotate(${index * 90 - 84} 24 24)`}
            />
          </svg>
          <div className="grid gap-2">
            <h3 className="display text-[1.625rem]">{name}</h3>
            <p className="leading-relaxed text-muted-foreground">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
