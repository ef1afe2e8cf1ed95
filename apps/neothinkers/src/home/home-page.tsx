import { HomeView } from "@neothink/features/shell/home/home-view";
import type { Metadata } from "next";
import type { ReactElement } from "react";

import { QuestionPanel } from "./question-panel.tsx";

/** The title of the tab. */
export function generateMetadata(): Metadata {
  return { title: "Dashboard" };
}

/** The home of a Neothinker: a question, and what others make of theirs. */
export default function HomePage(): ReactElement {
  return (
    <HomeView
      sentence="One good question is enough for a day."
      postsTitle="In discussion"
      emptyText="Begin with a question that you cannot answer yet. The best discussions here do."
      writeLabel="Share a thought"
      panel={<QuestionPanel />}
    />
  );
}
