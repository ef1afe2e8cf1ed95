import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactElement } from "react";
import { AuthHeading } from "../identity/auth-heading.tsx";

export function generateMetadata(): Metadata {
  return { title: "End mails", robots: { index: false } };
}

/** Ends the mails about notifications for whoever holds a link from one of them, without a sign-in. */
export default async function UnsubscribePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const { done, key } = await searchParams;
  if (done !== undefined) {
    return (
      <div className="grid gap-6">
        <AuthHeading title="No more mails">
          {brand.name} will not write to you about notifications any more. They still wait for you
          in the app.
        </AuthHeading>
        <Button asChild variant="outline">
          <Link href="/settings/notifications">Choose differently</Link>
        </Button>
      </div>
    );
  }
  if (typeof key !== "string" || key === "") {
    return (
      <div className="grid gap-6">
        <AuthHeading title="This link is incomplete">
          Open the link in one of our mails again, or choose in your settings.
        </AuthHeading>
        <Button asChild variant="outline">
          <Link href="/settings/notifications">Open the settings</Link>
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-6">
      <AuthHeading title="End these mails?">
        You get no more mails from {brand.name} about notifications and no summaries. Mails about
        signing in still reach you.
      </AuthHeading>
      <form method="post" action={`/api/mail/unsubscribe/${encodeURIComponent(key)}`}>
        <Button type="submit" className="w-full">
          End the mails
        </Button>
      </form>
    </div>
  );
}
