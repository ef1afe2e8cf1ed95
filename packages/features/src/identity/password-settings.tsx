"use client";

import { Field } from "@neothink/ui/field";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { useState } from "react";
import { changePassword } from "./account-actions.ts";
import { FormMessage } from "./form-message.tsx";
import { PasswordInput } from "./password-input.tsx";
import { SettingsCard } from "./settings-card.tsx";
import { StrengthMeter } from "./strength-meter.tsx";
import { TextLink } from "./text-link.tsx";
import { useFormAct } from "./use-form-act.ts";

/** A new password for whoever knows the current one. */
export function PasswordSettings({ email }: { email: string }): ReactElement {
  const { state, act, ref } = useFormAct(changePassword);
  const [password, setPassword] = useState("");
  return (
    <SettingsCard title="Password" description="Changing it signs all your other devices out.">
      <form ref={ref} action={act} noValidate className="grid gap-5">
        <FormMessage state={state} />
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <Field
          label="Current password"
          required
          error={state.fields.current}
          aside={<TextLink href="/forgot-password">Forgot it?</TextLink>}
        >
          <PasswordInput
            key={state.status === "done" ? state.turn : 0}
            name="current"
            autoComplete="current-password"
          />
        </Field>
        <Field
          label="New password"
          required
          error={state.fields.password}
          hint={<StrengthMeter password={password} known={[email]} />}
        >
          <PasswordInput
            key={state.status === "done" ? state.turn : 0}
            name="password"
            autoComplete="new-password"
            onType={setPassword}
          />
        </Field>
        <SubmitButton className="justify-self-start">Change password</SubmitButton>
      </form>
    </SettingsCard>
  );
}
