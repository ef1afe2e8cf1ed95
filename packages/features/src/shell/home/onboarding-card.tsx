import type { ViewerFacts } from "@neothink/api/identity/viewer";
import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { Progress } from "@neothink/ui/progress";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";

type Onboarding = ViewerFacts["onboarding"];

const actions: Record<Exclude<Onboarding["status"], "complete">, string> = {
  new: "Begin",
  running: "Continue",
  skipped: "Continue",
};

/** What is left of the onboarding, and the way back into it. Nothing once it is complete. */
export function OnboardingCard({ onboarding }: { onboarding: Onboarding }): ReactElement | null {
  const { status, done, total } = onboarding;
  if (status === "complete") {
    return null;
  }
  return (
    <section
      aria-label="Onboarding"
      className="grid gap-5 rounded-xl border border-brand-border bg-brand-soft p-5 sm:grid-cols-[1.618fr_1fr] sm:items-center sm:gap-8 sm:p-8"
    >
      <div className="grid gap-2">
        <h2 className="display text-[1.625rem]">
          {status === "new"
            ? `Make yourself at home in ${brand.name}`
            : "Pick up where you left off"}
        </h2>
        <p className="leading-relaxed text-muted-foreground">
          {total} short steps, in your own time: you can stop anywhere and come back. Finishing them
          opens {brand.name} to you and is rewarded.
        </p>
      </div>
      <div className="grid gap-4">
        <div className="grid gap-2">
          <Progress value={done} max={total} label="Onboarding steps done" />
          <p className="figures text-sm text-muted-foreground">
            {done} of {total} steps done
          </p>
        </div>
        <Button asChild className="justify-self-start">
          <Link href="/onboarding">
            {actions[status]}
            <ArrowRight aria-hidden="true" />
          </Link>
        </Button>
      </div>
    </section>
  );
}
