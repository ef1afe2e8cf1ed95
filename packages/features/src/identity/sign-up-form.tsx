"use client";

import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { useState } from "react";
import { EmailCode } from "./email-code.tsx";
import { FormMessage } from "./form-message.tsx";
import { PasswordInput } from "./password-input.tsx";
import { ResendConfirmation } from "./resend-confirmation.tsx";
import { signUp } from "./sign-up-actions.ts";
import { StrengthMeter } from "./strength-meter.tsx";
import { useFormAct } from "./use-form-act.ts";

/** Opens an account; an invitation or a referral comes along from the page's address. */
export function SignUpForm({
  invite,
  referrer,
}: {
  invite: string;
  referrer: string;
}): ReactElement {
  const { state, act, ref } = useFormAct(signUp);
  const [password, setPassword] = useState("");
  const [known, setKnown] = useState({ name: "", email: "" });

  if (state.status === "sent") {
    const email = state.values.email ?? "";
    return (
      <div className="grid gap-6">
        <EmailCode email={email} next="/onboarding" title="One last thing">
          We have sent a mail to <strong className="font-medium">{email}</strong>. Open its link, or
          enter its six digits here.
        </EmailCode>
        <ResendConfirmation email={email} />
      </div>
    );
  }
  return (
    <form ref={ref} action={act} noValidate className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="ref" value={referrer} />
      <Field label="Your name" required error={state.fields.name}>
        <Input
          name="name"
          autoComplete="name"
          maxLength={80}
          defaultValue={state.values.name}
          onChange={(event) => setKnown({ ...known, name: event.target.value })}
        />
      </Field>
      <Field label="E-mail address" required error={state.fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={state.values.email}
          onChange={(event) => setKnown({ ...known, email: event.target.value })}
        />
      </Field>
      <Field
        label="Password"
        required
        error={state.fields.password}
        hint={<StrengthMeter password={password} known={[known.name, known.email]} />}
      >
        <PasswordInput name="password" autoComplete="new-password" onType={setPassword} />
      </Field>
      <Field
        label="Invitation code"
        error={state.fields.invite}
        hint="Only if somebody gave you one."
      >
        <Input
          name="invite"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          defaultValue={state.values.invite ?? invite}
        />
      </Field>
      <SubmitButton size="lg">Open my account</SubmitButton>
    </form>
  );
}
