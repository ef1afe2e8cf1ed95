import { brand } from "@neothink/brand/current";
import { LandingCall } from "@neothink/features/shell/landing/landing-call";
import { LandingHero } from "@neothink/features/shell/landing/landing-hero";
import { LandingSection } from "@neothink/features/shell/landing/landing-section";
import { LandingWays } from "@neothink/features/shell/landing/landing-ways";
import type { Metadata } from "next";
import type { ReactElement } from "react";

import { CoreLoop } from "./core-loop.tsx";
import { NetworkState } from "./network-state.tsx";
import { OrbitsArt } from "./orbits-art.tsx";
import { Paths } from "./paths.tsx";

/** The title and description that search engines and previews show. */
export function generateMetadata(): Metadata {
  return {
    title: { absolute: `Neothink ${brand.name}: ${brand.tagline}` },
    description: brand.description,
    alternates: { canonical: "/" },
  };
}

/** What a visitor of the hub sees first. */
export default function LandingPage(): ReactElement {
  return (
    <>
      <LandingHero
        eyebrow="Where the paths meet"
        title="One life, three paths."
        lead="Prosperity, happiness and longevity are usually sold apart. Here they are one membership: three communities, one account, and a home where you see it all together."
        action="Create your account"
        art={<OrbitsArt />}
      />
      <LandingSection
        tone="soft"
        title="Choose a path, or walk all three"
        lead="Each community has its own place, people and weekly meeting. Whoever walks all three is called a superachiever."
      >
        <Paths />
      </LandingSection>
      <LandingSection
        title="How it goes round"
        lead="Every round leaves you with something: knowledge, a result, a reward, a friend, a say."
      >
        <CoreLoop />
      </LandingSection>
      <LandingSection
        title="Where this may lead"
        lead="We treat each community as an experiment, and say openly which stage it is at."
        className="pt-0 sm:pt-0"
      >
        <NetworkState />
      </LandingSection>
      <LandingSection tone="soft" title="What you do here">
        <LandingWays
          write="One feed gathers what is said on all three paths. Write to everyone, or to the circle it concerns."
          earn="LUCK falls to those who join the paths together. Your wallet shows all four tokens, each award with its arithmetic."
          meet="Everyone in one room: what each community has done, and what they might do for each other."
        />
      </LandingSection>
      <div aria-hidden="true" className="h-21 sm:h-28" />
      <LandingCall title="One account opens every door." action="Create your account">
        Sign up once, and the other three know you. You decide which communities to join, and when.
      </LandingCall>
    </>
  );
}
