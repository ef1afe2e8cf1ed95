import type { ReactElement } from "react";

const turns = [
  { name: "Learn", text: "Take in what others have found out." },
  { name: "Act", text: "Do something with it, and say what happened." },
  { name: "Be rewarded", text: "Tokens arrive with their reason." },
  { name: "Team up", text: "Find the people who want the same." },
  { name: "Decide", text: "Propose, discuss, vote." },
  { name: "Be counted", text: "A census shows what we have become." },
];

/** What members do, round after round. */
export function CoreLoop(): ReactElement {
  return (
    <ol className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
      {turns.map(({ name, text }, index) => (
        <li key={name} className="grid grid-cols-[2.5rem_1fr] gap-2 border-t py-7">
          <span aria-hidden="true" className="display text-[1.625rem] text-brand-text">
            {index + 1}
          </span>
          <div className="grid content-start gap-1">
            <h3 className="text-lg font-semibold tracking-tight">{name}</h3>
            <p className="leading-relaxed text-muted-foreground">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
