import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { AvatarSettings } from "./avatar-settings.tsx";
import { EmailSettings } from "./email-settings.tsx";
import { ProfileSettings } from "./profile-settings.tsx";
import { ReferralLink } from "./referral-link.tsx";
import { SettingsFrame } from "./settings-frame.tsx";
import { timezones } from "./timezones.ts";

export function generateMetadata(): Metadata {
  return { title: "Settings" };
}

/** Who I am: picture, name, a few words, time zone, address. */
export default async function SettingsPage(): Promise<ReactElement> {
  await prefetch(trpc.identity.profile.get.queryOptions());
  return (
    <HydrateClient>
      <SettingsFrame description="What the others see of you, and how we reach you.">
        <AvatarSettings />
        <ProfileSettings zones={timezones()} />
        <EmailSettings />
        <ReferralLink origin={appOrigins()[brand.slug]} />
      </SettingsFrame>
    </HydrateClient>
  );
}
