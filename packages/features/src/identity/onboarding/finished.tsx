"use client";

import type { Completion } from "@neothink/api/identity/onboarding-completion";
import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { Card, CardContent } from "@neothink/ui/card";
import { formatAmount } from "@neothink/ui/format-number";
import { TokenBadge } from "@neothink/ui/token-badge";
import { Award, Check } from "lucide-react";
import type { ReactElement } from "react";
import { useEffect, useRef } from "react";

/** Names of achievements for people; the assessment's name is the brand's. */
function achievementTitle(name: string): string {
  return name === "profile_complete" ? "Profile complete" : `${brand.assessmentTitle} complete`;
}

/** The end of the first steps: what was given, and the way in. */
export function Finished({ completion }: { completion: Completion }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);

  // The outside system is the document's focus.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);

  return (
    <div className="grid gap-8">
      <span className="grid size-14 place-items-center rounded-full bg-brand-soft text-brand-text">
        <Check aria-hidden="true" className="size-6" />
      </span>
      <header className="grid gap-3">
        <h1 ref={heading} tabIndex={-1} className="display text-[2.625rem] outline-none">
          You are in.
        </h1>
        <p className="max-w-[52ch] leading-relaxed text-muted-foreground">
          {brand.personaFlag === null
            ? "The Hub is open to you, with the posts and balances of all four apps."
            : `${brand.name} is open to you, and so is the Hub with all your balances.`}{" "}
          Your first tokens are in your wallet, each with its reason.
        </p>
      </header>
      <Card>
        <CardContent className="grid gap-5">
          {completion.rewards.map(({ label, token, total, entryId }) => (
            <div key={label} className="flex items-center justify-between gap-4">
              <span className="text-sm">
                {entryId === null ? (
                  label
                ) : (
                  <a
                    href={`/wallet/${entryId}`}
                    className="underline decoration-brand-border underline-offset-4 hover:decoration-current"
                  >
                    {label}
                  </a>
                )}
              </span>
              <span className="flex items-center gap-2 font-medium">
                <span className="figures">+{formatAmount(total)}</span>
                <TokenBadge token={token} />
              </span>
            </div>
          ))}
          <ul className="flex flex-wrap gap-x-6 gap-y-3 border-t pt-5 text-sm">
            {completion.achievements.map((name) => (
              <li key={name} className="flex items-center gap-2">
                <Award aria-hidden="true" className="size-4 text-brand-text" />
                {achievementTitle(name)}
              </li>
            ))}
          </ul>
        </CardContent>
      </Card>
      <div className="flex flex-wrap gap-3">
        {/* A full load: the frame of the members' pages must learn of the new access. */}
        <Button asChild size="lg">
          <a href="/home">Go to my home</a>
        </Button>
        <Button asChild size="lg" variant="outline">
          <a href="/community">Say hello to the others</a>
        </Button>
      </div>
    </div>
  );
}
