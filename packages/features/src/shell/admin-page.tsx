import { Card } from "@neothink/ui/card";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactElement } from "react";
import { adminItems } from "./admin-access.ts";
import { AdminIcon } from "./admin-icon.tsx";

export function generateMetadata(): Metadata {
  return { title: "Administration" };
}

/** The way into the administration: what the viewer may do there. */
export default async function AdminPage(): Promise<ReactElement> {
  const items = await adminItems();
  return (
    <>
      <PageHeader
        title="Administration"
        description="What is changed here holds for everybody, and is written down with who and when."
      />
      <ul className="grid gap-4 sm:grid-cols-2">
        {items.map(({ href, label, icon, purpose }) => (
          <li key={href}>
            <Card className="relative grid h-full content-start gap-2 p-5 hover:bg-accent">
              <AdminIcon name={icon} className="size-5 text-brand-text" />
              <h2 className="text-base font-semibold tracking-tight">
                <Link href={href} className="after:absolute after:inset-0 after:rounded-xl">
                  {label}
                </Link>
              </h2>
              <p className="text-sm leading-6 text-muted-foreground">{purpose}</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
