import { cn } from "@neothink/ui/cn";
import type { ReactElement, ReactNode } from "react";

/** One part of a landing page: heading, a sentence, and what it shows. */
export function LandingSection({
  title,
  lead,
  tone = "plain",
  className,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  tone?: "plain" | "soft";
  className?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={cn(tone === "soft" && "border-y bg-muted dark:bg-card")}>
      <div className={cn("mx-auto max-w-[76rem] px-5 py-21 sm:px-8 sm:py-28", className)}>
        <div className="grid gap-4 pb-10 sm:pb-13 lg:grid-cols-[1fr_1.618fr] lg:items-baseline lg:gap-8">
          <h2 className="display max-w-[16ch] text-[2rem] sm:text-[2.625rem]">{title}</h2>
          {lead === undefined ? null : (
            <p className="max-w-[56ch] text-lg leading-relaxed text-muted-foreground">{lead}</p>
          )}
        </div>
        {children}
      </div>
    </section>
  );
}
