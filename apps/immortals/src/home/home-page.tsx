import { HomeView } from "@neothink/features/shell/home/home-view";
import type { Metadata } from "next";
import type { ReactElement } from "react";

import { PracticePanel } from "./practice-panel.tsx";

/** The title of the tab. */
export function generateMetadata(): Metadata {
  return { title: "Dashboard" };
}

/** The home of an Immortal: today's practice, and the company that keeps it. */
export default function HomePage(): ReactElement {
  return (
    <HomeView
      sentence="A long life is made of days like this one."
      postsTitle="From your circle"
      emptyText="Share one thing that you do for your health, and how long you have kept it up."
      writeLabel="Share a practice"
      panel={<PracticePanel />}
    />
  );
}
