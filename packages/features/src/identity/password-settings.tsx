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
  return (
    <SettingsCard title="Password" description="Changing it signs all your other devices out.">
      <form ref={ref} action={act} noValidate className="grid max-w-xl gap-5">
        <FormMessage state={state} />
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        {/* A change that is done begins anew with empty inputs; a refused one keeps them. */}
        <PasswordFields
          key={state.status === "done" ? state.turn : "first"}
          email={email}
          errors={state.fields}
        />
        <SubmitButton className="justify-self-start">Change password</SubmitButton>
      </form>
    </SettingsCard>
  );
}

function PasswordFields({
  email,
  errors,
}: {
  email: string;
  errors: Readonly<Record<string, string>>;
}): ReactElement {
  const [password, setPassword] = useState("");
  return (
    <>
      <Field
        label="Current password"
        required
        error={errors.current}
        aside={<TextLink href="/forgot-password">Forgot it?</TextLink>}
      >
        <PasswordInput name="current" autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        required
        error={errors.password}
        hint={<StrengthMeter password={password} known={[email]} />}
      >
        <PasswordInput name="password" autoComplete="new-password" onType={setPassword} />
      </Field>
    </>
  );
}
