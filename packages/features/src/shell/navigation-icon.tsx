import type { NavigationIcon as IconName } from "@neothink/brand/platforms";
import type { LucideIcon } from "lucide-react";
import { House, MessagesSquare, Settings, Wallet } from "lucide-react";
import type { ReactElement } from "react";

const icons: Record<IconName, LucideIcon> = {
  home: House,
  feed: MessagesSquare,
  wallet: Wallet,
  settings: Settings,
};

/** The drawing of a navigation icon. */
export function NavigationIcon({
  name,
  className,
}: {
  name: IconName;
  className?: string;
}): ReactElement {
  const Icon = icons[name];
  return <Icon aria-hidden="true" strokeWidth={1.75} className={className} />;
}
