"use client";

import type { AdminItem } from "@neothink/brand/admin";
import { cn } from "@neothink/ui/cn";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactElement } from "react";

import { AdminIcon } from "./admin-icon.tsx";

/** The parts of the administration that the viewer may enter: a column, on phones a row that scrolls. */
export function AdminNavigation({ items }: { items: readonly AdminItem[] }): ReactElement {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Administration"
      className="-mx-1 overflow-x-auto px-1 py-1 lg:overflow-visible"
    >
      <ul className="flex gap-1 lg:grid">
        {items.map(({ href, label, icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={
                pathname === href || pathname.startsWith(`${href}/`) ? "page" : undefined
              }
              className={cn(
                "flex h-10 items-center gap-3 rounded-md px-3 text-sm font-medium whitespace-nowrap text-muted-foreground transition-colors hover:bg-accent hover:text-foreground",
                "aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
              )}
            >
              <AdminIcon name={icon} className="size-[1.125rem] shrink-0" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
