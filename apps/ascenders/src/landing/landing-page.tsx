import { brand } from "@neothink/brand/current";
import { LandingCall } from "@neothink/features/shell/landing/landing-call";
import { LandingHero } from "@neothink/features/shell/landing/landing-hero";
import { LandingSection } from "@neothink/features/shell/landing/landing-section";
import { LandingWays } from "@neothink/features/shell/landing/landing-ways";
import type { Metadata } from "next";
import type { ReactElement } from "react";

import { AscentArt } from "./ascent-art.tsx";
import { AscentLevels } from "./ascent-levels.tsx";
import { AscentStages } from "./ascent-stages.tsx";

/** The title and description that search engines and previews show. */
export function generateMetadata(): Metadata {
  return {
    title: { absolute: `${brand.name}: ${brand.tagline}` },
    description: brand.description,
    alternates: { canonical: "/" },
  };
}

/** What a visitor of Ascenders sees first. */
export default function LandingPage(): ReactElement {
  return (
    <>
      <LandingHero
        eyebrow="The path of prosperity"
        title="Create value. Keep climbing."
        lead="Ascenders build businesses side by side: from a first offer to a company that grows without them. You bring the work; the community brings eyes, hands and honest answers."
        action="Start your ascent"
        art={<AscentArt />}
      />
      <LandingSection
        tone="soft"
        title="Five stages, one climb"
        lead="Every business here stands on one of these steps. You always know which one is yours, and who has just left it behind."
      >
        <AscentStages />
      </LandingSection>
      <LandingSection
        title="What you do here"
        lead="Three habits carry the whole thing. Begin with one of them."
      >
        <LandingWays
          write="Say what you are building, what worked and what did not. Ask for a partner, a customer or a second opinion."
          earn="Value you create is rewarded at once. Each award shows its reason and its arithmetic; nothing is hidden."
          meet="The week begins together: wins, numbers, and the one thing that each of us will move until next time."
        />
      </LandingSection>
      <LandingSection
        title="How far up are you?"
        lead="Six levels describe the climber rather than the company. Your business-potential assessment shows where you begin."
        className="pt-0 sm:pt-0"
      >
        <AscentLevels />
      </LandingSection>
      <LandingCall title="The next step is a small one." action="Join Ascenders">
        Tell us what you want to build and by when. It takes a few minutes, and you can stop and
        come back at any time.
      </LandingCall>
    </>
  );
}
