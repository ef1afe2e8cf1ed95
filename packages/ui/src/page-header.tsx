import type { ReactElement, ReactNode } from "react";

/** The head of a page: its one h1, a sentence, and its main action. */
export function PageHeader({
  title,
  description,
  eyebrow,
  actions,
}: {
  title: ReactNode;
  description?: ReactNode;
  eyebrow?: ReactNode;
  actions?: ReactNode;
}): ReactElement {
  return (
    <header className="flex flex-col gap-5 pb-8 sm:flex-row sm:items-end sm:justify-between sm:pb-10">
      <div className="grid gap-2.5">
        {eyebrow === undefined ? null : (
          <p className="text-sm font-medium text-brand-text">{eyebrow}</p>
        )}
        <h1 className="display text-[2rem] sm:text-[2.625rem]">{title}</h1>
        {description === undefined ? null : (
          <p className="max-w-[55ch] text-base leading-relaxed text-muted-foreground">
            {description}
          </p>
        )}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  );
}
