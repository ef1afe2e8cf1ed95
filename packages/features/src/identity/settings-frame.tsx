import { PageHeader } from "@neothink/ui/page-header";
import type { ReactElement, ReactNode } from "react";
import { SettingsTabs } from "./settings-tabs.tsx";

/** The frame of the settings: title, the row of sections, and one section. */
export function SettingsFrame({
  description,
  children,
}: {
  description: string;
  children: ReactNode;
}): ReactElement {
  return (
    <>
      <PageHeader title="Settings" description={description} />
      <SettingsTabs />
      <div className="grid gap-6 pt-8">{children}</div>
    </>
  );
}
