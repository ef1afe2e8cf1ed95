import { appsShareCookie } from "@neothink/auth/domains";
import { safeNext } from "@neothink/auth/safe-next";
import { pendingSession } from "@neothink/auth/sign-in";
import { brand } from "@neothink/brand/current";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Separator } from "@neothink/ui/separator";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { AuthAside, AuthHeading } from "./auth-heading.tsx";
import { linkMessage } from "./auth-messages.ts";
import { MailSignIn } from "./mail-sign-in.tsx";
import { PasswordSignIn } from "./password-sign-in.tsx";
import type { SearchParams } from "./search-params.ts";
import { single } from "./search-params.ts";
import { SecondFactor } from "./second-factor.tsx";
import { TextLink } from "./text-link.tsx";

export function generateMetadata(): Metadata {
  return { title: "Sign in", robots: { index: false } };
}

/** Signing in: by password, by mail, and the second factor where there is one. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: SearchParams;
}): Promise<ReactElement> {
  const query = await searchParams;
  const next = safeNext(single(query.next));
  const here = `next=${encodeURIComponent(next)}`;
  if (query.step === "second-factor" && (await pendingSession()) !== null) {
    return (
      <>
        <AuthHeading title="One more step">
          Your account is protected by a second factor.
        </AuthHeading>
        <SecondFactor next={next} />
        <AuthAside>
          <TextLink href={`/sign-in?${here}`}>Begin again</TextLink>
        </AuthAside>
      </>
    );
  }
  const email = single(query.email) ?? "";
  const byMail = query.with === "mail";
  return (
    <>
      <AuthHeading title="Welcome back">
        One account opens {brand.name} and its sister communities.
      </AuthHeading>
      <div className="grid gap-6">
        <Notice error={single(query.error)} signedOut={single(query["signed-out"])} />
        {byMail ? (
          <MailSignIn next={next} email={email} />
        ) : (
          <PasswordSignIn next={next} email={email} />
        )}
        <Separator label="or" />
        <Button asChild variant="outline" size="lg">
          <a href={byMail ? `/sign-in?${here}` : `/sign-in?with=mail&${here}`}>
            {byMail ? "Sign in with your password" : "E-mail me a link or code"}
          </a>
        </Button>
        {appsShareCookie() || brand.personaFlag === null ? null : (
          <Button asChild variant="outline" size="lg">
            <a href={`/auth/handoff?${here}`}>Continue with my Hub sign-in</a>
          </Button>
        )}
      </div>
      <AuthAside>
        New here? <TextLink href="/sign-up">Open an account</TextLink>
      </AuthAside>
    </>
  );
}

function Notice({
  error,
  signedOut,
}: {
  error: string | undefined;
  signedOut: string | undefined;
}): ReactElement | null {
  const problem = linkMessage(error);
  if (problem !== null) {
    return <Alert tone="warning">{problem}</Alert>;
  }
  switch (signedOut) {
    case "1":
      return <Alert tone="success">You are signed out of all four apps.</Alert>;
    case "here":
      return (
        <Alert tone="warning">
          You are signed out in this browser. The sign-in service could not be told; your session
          there ends by itself.
        </Alert>
      );
    default:
      return null;
  }
}
