import type { AdminIcon as IconName } from "@neothink/brand/admin";
import type { LucideIcon } from "lucide-react";
import { Award, FlaskConical, Gavel, Radar, ScrollText, SlidersHorizontal } from "lucide-react";
import type { ReactElement } from "react";

const icons: Record<IconName, LucideIcon> = {
  rules: SlidersHorizontal,
  simulator: FlaskConical,
  ledger: ScrollText,
  moderation: Gavel,
  anomalies: Radar,
  badges: Award,
};

/** The drawing of a part of the administration. */
export function AdminIcon({
  name,
  className,
}: {
  name: IconName;
  className?: string;
}): ReactElement {
  const Icon = icons[name];
  return <Icon aria-hidden="true" strokeWidth={1.75} className={className} />;
}
