import { HomeView } from "@neothink/features/shell/home/home-view";
import type { Metadata } from "next";
import type { ReactElement } from "react";

import { CommunitiesPanel } from "./communities-panel.tsx";

/** The title of the tab. */
export function generateMetadata(): Metadata {
  return { title: "Overview" };
}

/** The home of everybody: three communities at one glance. */
export default function HomePage(): ReactElement {
  return (
    <HomeView
      sentence="Everything from your communities, in one place."
      postsTitle="Across all communities"
      emptyText="What is said in any of the communities appears here. Say hello to everyone at once."
      writeLabel="Write to everyone"
      panel={<CommunitiesPanel />}
    />
  );
}
