import type { ReactElement } from "react";

const kinds = [
  { name: "Reflection", text: "What happened, and what did I make of it?" },
  { name: "Analysis", text: "Which parts is it made of, and what holds them together?" },
  { name: "Creative", text: "What could be here that is not here yet?" },
  { name: "Integration", text: "Which two ideas have never met, and should?" },
  { name: "Application", text: "What will be different on Thursday morning?" },
];

/** The five kinds of thought exercise, each by the question it asks. */
export function ThoughtExercises(): ReactElement {
  return (
    <ol className="grid">
      {kinds.map(({ name, text }) => (
        <li
          key={name}
          className="grid gap-2 border-t py-7 sm:grid-cols-[1fr_1.618fr] sm:items-baseline sm:gap-8"
        >
          <h3 className="text-sm font-semibold text-brand-text">{name}</h3>
          <p className="display text-[1.625rem] leading-snug sm:text-[2rem]">{text}</p>
        </li>
      ))}
    </ol>
  );
}
