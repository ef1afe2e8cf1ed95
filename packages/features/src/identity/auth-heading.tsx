import type { ReactElement, ReactNode } from "react";

/** Title and lead of a page that leads in. */
export function AuthHeading({
  title,
  children,
}: {
  title: string;
  children?: ReactNode;
}): ReactElement {
  return (
    <header className="mb-8 grid gap-2.5">
      <h1 className="display text-[2rem]">{title}</h1>
      {children === undefined ? null : (
        <p className="leading-relaxed text-muted-foreground">{children}</p>
      )}
    </header>
  );
}

/** A line below the form that leads to another page. */
export function AuthAside({ children }: { children: ReactNode }): ReactElement {
  return <p className="mt-8 text-sm text-muted-foreground">{children}</p>;
}
