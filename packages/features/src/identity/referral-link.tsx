"use client";

import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { SettingsCard } from "./settings-card.tsx";

/** The member's own link, for bringing somebody in. */
export function ReferralLink({ origin }: { origin: string }): ReactElement {
  const trpc = useTRPC();
  const { data: profile } = useSuspenseQuery(trpc.identity.profile.get.queryOptions());
  const link = `${origin}/sign-up?ref=${profile.id}`;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      toastSuccess("The link is copied.");
    } catch {
      toastError("Your browser did not let us copy it. Select the link and copy it yourself.");
    }
  }
  return (
    <SettingsCard
      title="Bring somebody"
      description="Whoever opens an account by this link is recorded as brought by you."
    >
      <Field label="Your link" hideLabel>
        <div className="flex max-w-xl gap-3">
          <Input
            readOnly
            value={link}
            aria-label="Your link"
            onFocus={(event) => event.target.select()}
            className="min-w-0 flex-1"
          />
          <Button variant="outline" onClick={() => void copy()}>
            <Copy aria-hidden="true" />
            Copy
          </Button>
        </div>
      </Field>
    </SettingsCard>
  );
}
