"use client";

import { Alert } from "@neothink/ui/alert";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { FormMessage } from "./form-message.tsx";
import { sendRecoveryMail } from "./recovery-actions.ts";
import { useFormAct } from "./use-form-act.ts";

/** Asks for a mail that leads to a new password. */
export function ForgotPasswordForm(): ReactElement {
  const { state, act, ref } = useFormAct(sendRecoveryMail);
  if (state.status === "sent") {
    return (
      <Alert tone="success" title="Look into your mail">
        If there is an account for {state.values.email}, a mail with a link to a new password is on
        its way. It holds for an hour.
      </Alert>
    );
  }
  return (
    <form ref={ref} action={act} noValidate className="grid gap-5">
      <FormMessage state={state} />
      <Field label="E-mail address" required error={state.fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={state.values.email}
        />
      </Field>
      <SubmitButton size="lg">Send me the link</SubmitButton>
    </form>
  );
}
