import type { Metadata } from "next";
import type { ReactElement } from "react";
import { SettingsFrame } from "../identity/settings-frame.tsx";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { MemberPrivacy } from "./member-privacy.tsx";

export function generateMetadata(): Metadata {
  return { title: "Privacy" };
}

/** What others see of me and may do, and whom I block and mute. */
export default async function MemberPrivacyPage(): Promise<ReactElement> {
  await Promise.all([
    prefetch(trpc.community.members.privacy.queryOptions()),
    prefetch(trpc.community.members.blocks.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <SettingsFrame description="What others see of you and may do, on every platform.">
        <MemberPrivacy />
      </SettingsFrame>
    </HydrateClient>
  );
}
