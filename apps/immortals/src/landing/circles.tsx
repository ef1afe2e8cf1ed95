import type { ReactElement } from "react";

const circles = [
  {
    name: "Health circles",
    text: "A few people with the same aim, who know each other's numbers.",
  },
  { name: "Accountability", text: "Somebody notices when you stop, and asks kindly." },
  { name: "Challenges", text: "A practice with a beginning, an end, and company." },
];

/** The three kinds of company that an Immortal keeps. */
export function Circles(): ReactElement {
  return (
    <ul className="grid gap-x-8 gap-y-10 md:grid-cols-3">
      {circles.map(({ name, text }) => (
        <li key={name} className="grid content-start gap-2 border-l-2 border-brand pl-6">
          <h3 className="text-lg font-semibold tracking-tight">{name}</h3>
          <p className="leading-relaxed text-muted-foreground">{text}</p>
        </li>
      ))}
    </ul>
  );
}
