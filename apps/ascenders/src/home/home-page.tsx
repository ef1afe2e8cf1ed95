import { HomeView } from "@neothink/features/shell/home/home-view";
import type { Metadata } from "next";
import type { ReactElement } from "react";

import { ClimbPanel } from "./climb-panel.tsx";

/** The title of the tab. */
export function generateMetadata(): Metadata {
  return { title: "Dashboard" };
}

/** The home of an Ascender: the climb, and who else is on it. */
export default function HomePage(): ReactElement {
  return (
    <HomeView
      sentence="What moves today brings the next stage closer."
      postsTitle="From the climb"
      emptyText="Say what you are building and which stage you are at. That is all a first post needs."
      writeLabel="Share progress"
      panel={<ClimbPanel />}
    />
  );
}
