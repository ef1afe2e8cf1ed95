"use client";

import { Field } from "@neothink/ui/field";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { useState } from "react";
import { FormMessage } from "./form-message.tsx";
import { PasswordInput } from "./password-input.tsx";
import { resetPassword } from "./recovery-actions.ts";
import { StrengthMeter } from "./strength-meter.tsx";
import { useFormAct } from "./use-form-act.ts";

/** Sets a new password. The address stands in a hidden input for password managers. */
export function ResetPasswordForm({ email }: { email: string }): ReactElement {
  const { state, act, ref } = useFormAct(resetPassword);
  const [password, setPassword] = useState("");
  return (
    <form ref={ref} action={act} noValidate className="grid gap-5">
      <FormMessage state={state} />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="New password"
        required
        error={state.fields.password}
        hint={<StrengthMeter password={password} known={[email]} />}
      >
        <PasswordInput name="password" autoComplete="new-password" onType={setPassword} autoFocus />
      </Field>
      <SubmitButton size="lg">Save and go on</SubmitButton>
    </form>
  );
}
