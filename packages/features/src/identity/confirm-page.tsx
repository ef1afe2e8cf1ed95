import { Button } from "@neothink/ui/button";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactElement } from "react";
import { caller } from "../shell/trpc-server.tsx";
import { AuthAside, AuthHeading } from "./auth-heading.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { LinkType, linkTexts, TokenHash } from "./mail-link.ts";
import type { SearchParams } from "./search-params.ts";
import { single } from "./search-params.ts";
import { TextLink } from "./text-link.tsx";
import { userAgent } from "./user-agent.ts";

export function generateMetadata(): Metadata {
  // The address holds a secret: it must not leave in a Referer.
  return { title: "Confirm", robots: { index: false }, referrer: "same-origin" };
}

/** Where mail links lead: the page shows what they do, a press of the button does it. */
export default async function ConfirmPage({
  searchParams,
}: {
  searchParams: SearchParams;
}): Promise<ReactElement> {
  const query = await searchParams;
  const hash = TokenHash.safeParse(query.token_hash);
  const type = LinkType.safeParse(query.type);
  if (!hash.success || !type.success) {
    return (
      <>
        <AuthHeading title="This link is incomplete">
          Perhaps your mail program cut it. Copy the whole address, or enter the six digits of the
          mail instead.
        </AuthHeading>
        <Button asChild size="lg" className="w-full">
          <Link href="/sign-in?with=mail">Sign in by mail</Link>
        </Button>
      </>
    );
  }
  const { title, text, button } = linkTexts[type.data];
  const api = await caller();
  const { token } = await api.identity.formToken.create({
    purpose: "confirm",
    userAgent: await userAgent(),
  });
  return (
    <>
      <AuthHeading title={title}>{text}</AuthHeading>
      <ConfirmForm
        hash={hash.data}
        type={type.data}
        next={single(query.next) ?? ""}
        token={token}
        button={button}
      />
      <AuthAside>
        Not you? Then close this page; nothing has happened.{" "}
        <TextLink href="/sign-in">Sign in</TextLink>
      </AuthAside>
    </>
  );
}
