"use client";

import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { changeEmail } from "./account-actions.ts";
import { FormMessage } from "./form-message.tsx";
import { SettingsCard } from "./settings-card.tsx";
import { useFormAct } from "./use-form-act.ts";

/** The address to sign in with; both the old and the new one have to agree to a change. */
export function EmailSettings(): ReactElement {
  const trpc = useTRPC();
  const { data: profile } = useSuspenseQuery(trpc.identity.profile.get.queryOptions());
  const { state, act, ref } = useFormAct(changeEmail);
  return (
    <SettingsCard
      title="E-mail address"
      description={
        <>
          You sign in with <strong className="font-medium text-foreground">{profile.email}</strong>.
          No other member sees it.
        </>
      }
    >
      <form ref={ref} action={act} noValidate className="grid max-w-xl gap-5">
        <FormMessage state={state} />
        <Field
          label="New address"
          required
          error={state.fields.email}
          hint="We write to both addresses; the change holds once both have agreed."
        >
          <Input
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={state.status === "done" ? "" : state.values.email}
          />
        </Field>
        <SubmitButton variant="outline" className="justify-self-start">
          Change address
        </SubmitButton>
      </form>
    </SettingsCard>
  );
}
