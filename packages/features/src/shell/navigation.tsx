"use client";

import { brand } from "@neothink/brand/current";
import { cn } from "@neothink/ui/cn";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactElement } from "react";

import { NavigationIcon } from "./navigation-icon.tsx";

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}

/** The main navigation beside the page, on wide screens. */
export function SideNavigation({ className }: { className?: string }): ReactElement {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className={className}>
      <ul className="grid gap-1">
        {brand.navigation.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={isWithin(pathname, item.href) ? "page" : undefined}
              className={cn(
                "group flex h-10 items-center gap-3 rounded-md px-3 text-sm font-medium text-muted-foreground transition-colors hover:bg-accent hover:text-foreground",
                "aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
              )}
            >
              <NavigationIcon name={item.icon} className="size-[1.125rem] shrink-0" />
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The main navigation under the thumb, on phones. */
export function BottomNavigation({ className }: { className?: string }): ReactElement {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Main"
      className={cn(
        "fixed inset-x-0 bottom-0 z-40 border-t bg-background/90 pb-safe backdrop-blur-md",
        className,
      )}
    >
      <ul className="mx-auto flex max-w-lg">
        {brand.navigation.map((item) => (
          <li key={item.href} className="flex-1">
            <Link
              href={item.href}
              aria-current={isWithin(pathname, item.href) ? "page" : undefined}
              className="flex h-16 flex-col items-center justify-center gap-1 text-[0.6875rem] font-medium text-muted-foreground -outline-offset-2 aria-[current=page]:text-brand-text"
            >
              <NavigationIcon name={item.icon} className="size-5" />
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
