import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";
import { useId } from "react";

const labels = ["Not at all", "Rather not", "Partly", "Rather", "Fully"] as const;

/** A statement with five steps from "not at all" to "fully" true. */
export function Statement({
  name,
  text,
  value,
  error,
  onAnswer,
}: {
  name: string;
  text: string;
  value: number | undefined;
  error: string | undefined;
  onAnswer: (value: number) => void;
}): ReactElement {
  const id = useId();
  const wrong = error !== undefined;
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-4 text-lg leading-snug">{text}</legend>
      <div className="grid grid-cols-5 gap-1.5 sm:gap-2">
        {labels.map((label, index) => (
          <label
            key={label}
            className={cn(
              "group relative grid min-h-14 cursor-pointer content-center justify-items-center gap-2 rounded-lg border bg-card px-0.5 py-2.5 text-center text-[0.6875rem] leading-4 text-muted-foreground shadow-xs transition-colors hover:border-input sm:text-[0.8125rem]",
              "has-checked:border-primary has-checked:bg-brand-soft has-checked:font-medium has-checked:text-foreground",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
              wrong && "border-destructive",
            )}
          >
            <input
              type="radio"
              name={name}
              value={index + 1}
              checked={value === index + 1}
              aria-invalid={wrong || undefined}
              aria-describedby={wrong ? `${id}error` : undefined}
              onChange={() => onAnswer(index + 1)}
              className="peer sr-only"
            />
            <span
              aria-hidden="true"
              className="grid size-4 place-items-center rounded-full border border-input peer-checked:border-primary"
            >
              <span className="size-2 rounded-full group-has-checked:bg-primary forced-colors:group-has-checked:bg-[Highlight]" />
            </span>
            {label}
          </label>
        ))}
      </div>
      {wrong ? (
        <p id={`${id}error`} className="text-sm text-destructive">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
