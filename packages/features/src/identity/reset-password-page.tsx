import { getViewerClaims } from "@neothink/auth/server";
import { Button } from "@neothink/ui/button";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactElement } from "react";
import { AuthHeading } from "./auth-heading.tsx";
import { mayChoosePassword } from "./recovery-session.ts";
import { ResetPasswordForm } from "./reset-password-form.tsx";

export function generateMetadata(): Metadata {
  return { title: "New password", robots: { index: false } };
}

/** Choosing a new password, for somebody who came by a recovery link. */
export default async function ResetPasswordPage(): Promise<ReactElement> {
  const claims = await getViewerClaims();
  if (claims === null || !(await mayChoosePassword())) {
    return (
      <>
        <AuthHeading title="This link has run out">
          A link to a new password holds for an hour and works once. Ask for a new one; your old
          password is unchanged.
        </AuthHeading>
        <Button asChild size="lg" className="w-full">
          <Link href="/forgot-password">Send me a new link</Link>
        </Button>
      </>
    );
  }
  return (
    <>
      <AuthHeading title="Choose a new password">
        All other devices are signed out when you save it.
      </AuthHeading>
      <ResetPasswordForm email={claims.email ?? ""} />
    </>
  );
}
