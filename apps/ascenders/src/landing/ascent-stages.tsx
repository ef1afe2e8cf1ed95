import type { ReactElement } from "react";

const stages = [
  { name: "Create an offer", text: "Something a stranger would gladly pay for.", rise: "lg:mt-40" },
  { name: "Launch", text: "The first customers, and what they really say.", rise: "lg:mt-30" },
  { name: "Scale with leads", text: "A steady stream instead of lucky days.", rise: "lg:mt-20" },
  { name: "Systemize", text: "The work runs without your hand on it.", rise: "lg:mt-10" },
  { name: "Expand", text: "New markets, new people, new value.", rise: "" },
];

/** The stages of a business, as steps that rise from left to right on wide screens. */
export function AscentStages(): ReactElement {
  return (
    <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5 lg:items-start">
      {stages.map((stage, index) => (
        <li
          key={stage.name}
          className={`grid min-h-44 content-between gap-8 rounded-xl border bg-card p-5 shadow-sm dark:bg-muted ${stage.rise}`}
        >
          <span aria-hidden="true" className="display text-[2.625rem] text-brand-text">
            {index + 1}
          </span>
          <div className="grid gap-1">
            <h3 className="font-semibold tracking-tight">{stage.name}</h3>
            <p className="text-sm leading-relaxed text-muted-foreground">{stage.text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
