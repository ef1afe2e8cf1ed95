import { endedPath } from "@neothink/auth/ended";
import { getViewerClaims } from "@neothink/auth/server";
import { callService } from "@neothink/auth/service-call";
import { Alert } from "@neothink/ui/alert";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { z } from "zod";
import { authMessage } from "./auth-messages.ts";
import type { SearchParams } from "./search-params.ts";
import { SessionList } from "./session-list.tsx";
import { SettingsCard } from "./settings-card.tsx";
import { SettingsFrame } from "./settings-frame.tsx";
import { SignOutForm } from "./sign-out-form.tsx";

export function generateMetadata(): Metadata {
  return { title: "Sessions" };
}

const Sessions = z.array(
  z.object({
    id: z.string(),
    created_at: z.string(),
    last_used_at: z.string(),
    user_agent: z.string().nullable(),
    ip: z.string().nullable(),
    current: z.boolean(),
  }),
);

/** Where I am signed in, and how to end it: one, all others, or everywhere. */
export default async function SessionsPage({
  searchParams,
}: {
  searchParams: SearchParams;
}): Promise<ReactElement> {
  if ((await getViewerClaims()) === null) {
    redirect("/sign-in?next=/settings/sessions");
  }
  const [query, answer] = await Promise.all([searchParams, callService("/sessions")]);
  if (answer.status === 401 || answer.status === 403) {
    redirect(endedPath("/settings/sessions"));
  }
  const sessions = answer.ok ? Sessions.safeParse(answer.body) : null;
  const known = sessions?.success ? sessions.data : null;
  const others = known === null || known.some(({ current }) => !current);
  return (
    <SettingsFrame description="Where you are signed in. One sign-in opens all four apps, and ending it closes all four.">
      {query.ended === "others" ? (
        <Alert tone="success">All your other devices are signed out.</Alert>
      ) : null}
      {query.error === "others" ? (
        <Alert tone="error">That did not work. Please try again in a moment.</Alert>
      ) : null}
      <SettingsCard
        title="Devices"
        description="A device that you end is out at its next step, after a quarter of an hour at the latest."
      >
        {known === null ? (
          <Alert tone="info">
            {answer.status === 404
              ? "Your sign-in service does not list devices. You can end all others, or all."
              : authMessage({ status: answer.status })}
          </Alert>
        ) : (
          <SessionList sessions={known} />
        )}
      </SettingsCard>
      <SettingsCard
        title="Sign out"
        description="Use this when you lost a device or used somebody else's."
      >
        <div className="flex flex-wrap gap-3">
          {others ? <SignOutForm scope="others">Sign out all other devices</SignOutForm> : null}
          <SignOutForm scope="global">Sign out everywhere</SignOutForm>
        </div>
      </SettingsCard>
    </SettingsFrame>
  );
}
