import { brand } from "@neothink/brand/current";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { AuthAside, AuthHeading } from "./auth-heading.tsx";
import type { SearchParams } from "./search-params.ts";
import { single } from "./search-params.ts";
import { SignUpForm } from "./sign-up-form.tsx";
import { TextLink } from "./text-link.tsx";

export function generateMetadata(): Metadata {
  return { title: "Open an account" };
}

/** Opening an account; `?invite=` and `?ref=` come along. */
export default async function SignUpPage({
  searchParams,
}: {
  searchParams: SearchParams;
}): Promise<ReactElement> {
  const query = await searchParams;
  const invite = single(query.invite) ?? "";
  const referrer = single(query.ref) ?? "";
  const lead =
    invite === "" && referrer === ""
      ? "One account for all four apps. It takes a minute."
      : "You are invited. One account for all four apps; it takes a minute.";
  return (
    <>
      <AuthHeading title={`Join ${brand.name}`}>{lead}</AuthHeading>
      <SignUpForm invite={invite} referrer={referrer} />
      <AuthAside>
        Been here before? <TextLink href="/sign-in">Sign in</TextLink>
      </AuthAside>
    </>
  );
}
