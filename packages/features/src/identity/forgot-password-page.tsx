import type { Metadata } from "next";
import type { ReactElement } from "react";
import { AuthAside, AuthHeading } from "./auth-heading.tsx";
import { ForgotPasswordForm } from "./forgot-password-form.tsx";
import { TextLink } from "./text-link.tsx";

export function generateMetadata(): Metadata {
  return { title: "Forgot password", robots: { index: false } };
}

/** The way back in for whoever has lost the password. */
export default function ForgotPasswordPage(): ReactElement {
  return (
    <>
      <AuthHeading title="A new password">
        Tell us your address, and we send you a link to choose a new one.
      </AuthHeading>
      <ForgotPasswordForm />
      <AuthAside>
        Remembered it? <TextLink href="/sign-in">Sign in</TextLink>
      </AuthAside>
    </>
  );
}
