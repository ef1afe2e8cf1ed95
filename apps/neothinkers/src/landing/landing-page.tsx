import { brand } from "@neothink/brand/current";
import { LandingCall } from "@neothink/features/shell/landing/landing-call";
import { LandingHero } from "@neothink/features/shell/landing/landing-hero";
import { LandingSection } from "@neothink/features/shell/landing/landing-section";
import { LandingWays } from "@neothink/features/shell/landing/landing-ways";
import type { Metadata } from "next";
import type { ReactElement } from "react";

import { AcademyLevels } from "./academy-levels.tsx";
import { Institutes } from "./institutes.tsx";
import { ThoughtExercises } from "./thought-exercises.tsx";
import { WholeArt } from "./whole-art.tsx";

/** The title and description that search engines and previews show. */
export function generateMetadata(): Metadata {
  return {
    title: { absolute: `${brand.name}: ${brand.tagline}` },
    description: brand.description,
    alternates: { canonical: "/" },
  };
}

/** What a visitor of Neothinkers sees first. */
export default function LandingPage(): ReactElement {
  return (
    <>
      <LandingHero
        eyebrow="The path of happiness"
        title="Think in whole pictures."
        lead="Most of us were taught facts, one by one. Neothinkers put them together: we read, question and explain to each other until a subject stands before us as one picture."
        action="Join the fellowship"
        art={<WholeArt />}
      />
      <LandingSection
        title="Five ways to exercise a mind"
        lead="Thinking is a craft, so it can be practised. Each kind of exercise begins with a different question."
        className="sm:pt-16"
      >
        <ThoughtExercises />
      </LandingSection>
      <LandingSection
        tone="soft"
        title="From mentee to master"
        lead="Twelve levels in three ranks. You rise by understanding, and from the middle on by what you make others understand."
      >
        <AcademyLevels />
      </LandingSection>
      <LandingSection
        title="Ten fields, no fences"
        lead="A good idea in one of them is often an old answer in another."
      >
        <Institutes />
      </LandingSection>
      <LandingSection title="What you do here" className="pt-0 sm:pt-0">
        <LandingWays
          write="Post a thought while it is still rough. A question that makes somebody stop is worth more than an opinion."
          earn="Insight that you share is rewarded. Each award shows its reason and its arithmetic, so that you can check it."
          meet="One subject, many minds. We take it apart on the first half of the way and put it together on the second."
        />
      </LandingSection>
      <LandingCall title="Bring one question you cannot let go of." action="Join Neothinkers">
        A short assessment shows how you think today. Then you choose the exercises to begin with.
      </LandingCall>
    </>
  );
}
