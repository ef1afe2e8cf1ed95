"use client";

import { isCurrent } from "@neothink/brand/current";
import { Avatar } from "@neothink/ui/avatar";
import { Button } from "@neothink/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { ThemeChoices } from "@neothink/ui/theme-choices";
import { VisuallyHidden } from "@neothink/ui/visually-hidden";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, LogOut, MonitorSmartphone, ShieldCheck, UserRound } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { useRef, useState } from "react";
import { useTRPC } from "./trpc-client.tsx";

const links = [
  { href: "/settings", label: "Profile and settings", icon: UserRound },
  { href: "/settings/security", label: "Security", icon: KeyRound },
  { href: "/settings/sessions", label: "Sessions", icon: MonitorSmartphone },
];

/** The signed-in person: who, their settings, and the way out. */
export function AccountMenu({
  name,
  email,
  avatarUrl,
}: {
  name: string;
  email: string | undefined;
  avatarUrl: string | undefined;
}): ReactElement {
  const signOut = useRef<HTMLFormElement>(null);
  const [opened, setOpened] = useState(false);
  // Asked once the menu is opened: most members have no role, and most visits never open it.
  const roles = useQuery({
    ...useTRPC().identity.viewer.roles.queryOptions(),
    enabled: opened && isCurrent("hub"),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const staff = roles.data !== undefined && Object.values(roles.data).some(Boolean);
  return (
    <>
      <form ref={signOut} method="post" action="/auth/sign-out" />
      <DropdownMenu modal={false} onOpenChange={(open) => setOpened(opened || open)}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" className="rounded-full">
            <VisuallyHidden>Account of {name}</VisuallyHidden>
            <Avatar name={name} src={avatarUrl} className="size-8" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-60">
          <div className="px-2.5 py-2">
            <p className="truncate text-sm font-medium">{name}</p>
            {email === undefined || email === name ? null : (
              <p className="truncate text-[0.8125rem] text-muted-foreground">{email}</p>
            )}
          </div>
          <DropdownMenuSeparator />
          {links.map(({ href, label, icon: Icon }) => (
            <DropdownMenuItem key={href} asChild>
              <Link href={href}>
                <Icon aria-hidden="true" />
                {label}
              </Link>
            </DropdownMenuItem>
          ))}
          {staff ? (
            <DropdownMenuItem asChild>
              <Link href="/admin">
                <ShieldCheck aria-hidden="true" />
                Administration
              </Link>
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuSeparator />
          <DropdownMenuLabel>Theme</DropdownMenuLabel>
          <ThemeChoices />
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => signOut.current?.requestSubmit()}>
            <LogOut aria-hidden="true" />
            Sign out
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </>
  );
}
