import type { ReactElement } from "react";

const ranks = [
  { name: "Mentee", levels: [1, 2, 3, 4], text: "You learn to see with help." },
  { name: "Mentor", levels: [5, 6, 7, 8], text: "You help somebody else to see." },
  { name: "Master", levels: [9, 10, 11, 12], text: "You see what nobody has shown you." },
];

/** Twelve levels in three ranks, each drawn as a rising row of lamps. */
export function AcademyLevels(): ReactElement {
  return (
    <ul className="grid gap-4 md:grid-cols-3">
      {ranks.map(({ name, levels, text }) => (
        <li key={name} className="grid gap-10 rounded-xl border bg-card p-6 dark:bg-muted">
          <div aria-hidden="true" className="flex h-21 items-end gap-2">
            {levels.map((level) => (
              <span
                key={level}
                className="flex-1 rounded-sm bg-linear-to-t from-[var(--gradient-to)] to-[var(--gradient-from)]"
                style={{ height: `${14 + level * 7}%`, opacity: 0.3 + level * 0.058 }}
              />
            ))}
          </div>
          <div className="grid gap-1">
            <h3 className="display text-[1.625rem]">{name}</h3>
            <p className="text-sm text-muted-foreground">
              Levels {levels.at(0)} to {levels.at(-1)}. {text}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
