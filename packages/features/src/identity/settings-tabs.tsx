"use client";

import { cn } from "@neothink/ui/cn";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactElement } from "react";

const sections = [
  { href: "/settings", label: "Profile" },
  { href: "/settings/notifications", label: "Notifications" },
  { href: "/settings/privacy", label: "Privacy" },
  { href: "/settings/reports", label: "Reports" },
  { href: "/settings/security", label: "Security" },
  { href: "/settings/sessions", label: "Sessions" },
  { href: "/settings/history", label: "History" },
];

/** The sections of the settings; each has an address of its own. */
export function SettingsTabs(): ReactElement {
  const path = usePathname();
  return (
    <nav aria-label="Settings" className="-mx-1 overflow-x-auto border-b px-1">
      <ul className="flex gap-1">
        {sections.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? "page" : undefined}
              className={cn(
                "-mb-px inline-flex h-10 items-center border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted-foreground transition-colors hover:text-foreground",
                "aria-[current=page]:border-brand aria-[current=page]:text-foreground",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
