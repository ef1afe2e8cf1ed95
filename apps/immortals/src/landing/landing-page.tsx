import { brand } from "@neothink/brand/current";
import { LandingCall } from "@neothink/features/shell/landing/landing-call";
import { LandingHero } from "@neothink/features/shell/landing/landing-hero";
import { LandingSection } from "@neothink/features/shell/landing/landing-section";
import { LandingWays } from "@neothink/features/shell/landing/landing-ways";
import type { Metadata } from "next";
import type { ReactElement } from "react";

import { Circles } from "./circles.tsx";
import { PracticeCycle } from "./practice-cycle.tsx";
import { RingsArt } from "./rings-art.tsx";

/** The title and description that search engines and previews show. */
export function generateMetadata(): Metadata {
  return {
    title: { absolute: `${brand.name}: ${brand.tagline}` },
    description: brand.description,
    alternates: { canonical: "/" },
  };
}

/** What a visitor of Immortals sees first. */
export default function LandingPage(): ReactElement {
  return (
    <>
      <LandingHero
        eyebrow="The path of longevity"
        title="Make time your ally."
        lead="A long life is not found, it is kept: day by day, by people who lead themselves. Immortals practise together, compare notes, and plan further ahead than most dare to."
        action="Begin your practice"
        art={<RingsArt />}
      />
      <LandingSection
        tone="soft"
        title="One ring at a time"
        lead="A tree does not plan to be old. It adds a ring a year. Ours has four quarters, and then begins again."
      >
        <PracticeCycle />
      </LandingSection>
      <LandingSection
        title="Nobody keeps it up alone"
        lead="Willpower runs out by February. Company does not."
      >
        <Circles />
      </LandingSection>
      <LandingSection title="What you do here" className="pt-0 sm:pt-0">
        <LandingWays
          write="Share a practice, a result or a setback. What you keep private stays private: you choose who sees each post."
          earn="Practice that you keep is rewarded. Each award shows its reason and its arithmetic. A missed day takes nothing away that you have."
          meet="The week closes together: what we kept, what we measured, and what we will try next."
        />
      </LandingSection>
      <LandingCall title="The best day to begin is an ordinary one." action="Join Immortals">
        Take the vitality assessment, choose a first protocol, and meet the people who will keep it
        with you.
      </LandingCall>
    </>
  );
}
