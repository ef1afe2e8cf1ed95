import type { ReactElement } from "react";

const stages = [
  { name: "Start-up society", text: "People who share an aim, and meet.", width: "lg:col-span-5" },
  { name: "Network union", text: "They act as one, and bargain as one.", width: "lg:col-span-8" },
  {
    name: "Network state",
    text: "They have land, law and a name of their own.",
    width: "lg:col-span-13",
  },
];

/** The long road, drawn in widths of 5, 8 and 13. */
export function NetworkState(): ReactElement {
  return (
    <ol className="grid gap-4 lg:grid-cols-26">
      {stages.map(({ name, text, width }) => (
        <li key={name} className={`grid content-start gap-5 ${width}`}>
          <span
            aria-hidden="true"
            className="h-2 rounded-full bg-linear-to-r from-[var(--gradient-from)] via-[var(--gradient-via)] to-[var(--gradient-to)]"
          />
          <div className="grid gap-1">
            <h3 className="display text-[1.625rem]">{name}</h3>
            <p className="leading-relaxed text-muted-foreground">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
