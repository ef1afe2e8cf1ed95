import { endedPath } from "@neothink/auth/ended";
import { createReadOnlyClient, getViewerClaims } from "@neothink/auth/server";
import { callService } from "@neothink/auth/service-call";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { z } from "zod";
import { AuthenticatorSettings } from "./authenticator-settings.tsx";
import { PasswordSettings } from "./password-settings.tsx";
import { SettingsFrame } from "./settings-frame.tsx";

export function generateMetadata(): Metadata {
  return { title: "Security" };
}

const Codes = z.object({ remaining: z.number(), total: z.number() });

/** How the account is protected: password, second factor, recovery codes. */
export default async function SecurityPage(): Promise<ReactElement> {
  const claims = await getViewerClaims();
  if (claims === null) {
    redirect("/sign-in?next=/settings/security");
  }
  const [{ data }, answer] = await Promise.all([
    (await createReadOnlyClient()).auth.getUser(),
    callService("/factors/recovery-codes"),
  ]);
  if (data.user === null) {
    redirect(endedPath("/settings/security"));
  }
  const authenticators = (data.user.factors ?? [])
    .filter(({ status, factor_type }) => status === "verified" && factor_type === "totp")
    .map(({ id, friendly_name, created_at }) => ({
      id,
      name: friendly_name === undefined || friendly_name === "" ? "Authenticator" : friendly_name,
      addedAt: created_at,
    }));
  const codes = answer.ok ? Codes.safeParse(answer.body) : null;
  // A service without recovery codes does not know the address at all.
  const offered = answer.ok || answer.code === "mfa_factor_not_found";
  return (
    <SettingsFrame description="What stands between your account and everybody else.">
      <PasswordSettings email={claims.email ?? ""} />
      <AuthenticatorSettings
        authenticators={authenticators}
        codes={codes?.success ? codes.data : null}
        codesOffered={offered}
      />
    </SettingsFrame>
  );
}
