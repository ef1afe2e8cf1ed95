import type { ReactElement } from "react";

const fields = [
  "Arts",
  "Business",
  "Education",
  "Health",
  "Law",
  "Life",
  "Love",
  "Media",
  "Politics",
  "Science",
];

/** The ten fields, set as one line of type. */
export function Institutes(): ReactElement {
  return (
    <ul className="flex flex-wrap gap-x-8 gap-y-3">
      {fields.map((field, index) => (
        <li
          key={field}
          className="display text-[2.25rem] text-foreground odd:text-brand-text sm:text-[3.25rem]"
        >
          {field}
          {index === fields.length - 1 ? "." : ","}
        </li>
      ))}
    </ul>
  );
}
