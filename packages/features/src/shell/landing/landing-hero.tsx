import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

/** The first screen for a visitor: what this is, the way in, and the platform's own drawing. */
export function LandingHero({
  eyebrow,
  title,
  lead,
  action,
  art,
}: {
  eyebrow: ReactNode;
  title: ReactNode;
  lead: ReactNode;
  /** What the sign-up button says. */
  action: string;
  /** A decorative drawing. */
  art: ReactNode;
}): ReactElement {
  return (
    <section className="relative overflow-hidden">
      <div className="mx-auto grid max-w-[76rem] items-center gap-8 px-5 pt-13 pb-16 sm:px-8 lg:min-h-[min(44rem,calc(100dvh-4rem))] lg:grid-cols-[1.309fr_1fr] lg:py-16">
        <div className="relative z-10 animate-rise">
          <p className="text-sm font-medium text-brand-text">{eyebrow}</p>
          <h1 className="display mt-5 max-w-[12ch] text-[clamp(2.75rem,1.6rem+5vw,5.25rem)]">
            {title}
          </h1>
          <p className="mt-6 max-w-[46ch] text-lg leading-relaxed text-muted-foreground sm:text-xl sm:leading-relaxed">
            {lead}
          </p>
          <div className="mt-9 flex flex-wrap items-center gap-3">
            <Button asChild size="lg">
              <Link href="/sign-up">
                {action}
                <ArrowRight aria-hidden="true" />
              </Link>
            </Button>
            <Button asChild size="lg" variant="ghost" className="max-sm:hidden">
              <Link href="/sign-in">I have an account</Link>
            </Button>
          </div>
          <p className="mt-5 text-sm text-muted-foreground">
            Weekly live meeting: every {brand.meetingDay}.
          </p>
        </div>
        <div aria-hidden="true" className="pointer-events-none relative text-brand">
          {art}
        </div>
      </div>
    </section>
  );
}
