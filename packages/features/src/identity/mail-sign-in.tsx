"use client";

import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { EmailCode } from "./email-code.tsx";
import { FormMessage } from "./form-message.tsx";
import { sendSignInMail } from "./sign-in-actions.ts";
import { useFormAct } from "./use-form-act.ts";

/** A link and a code by mail, for signing in without the password. */
export function MailSignIn({ next, email }: { next: string; email: string }): ReactElement {
  const { state, act, ref } = useFormAct(sendSignInMail);
  if (state.status === "sent") {
    const address = state.values.email ?? "";
    return (
      <EmailCode email={address} next={next} title="Look into your mail">
        If there is an account for <strong className="font-medium">{address}</strong>, a mail with a
        link and six digits is on its way.
      </EmailCode>
    );
  }
  return (
    <form ref={ref} action={act} noValidate className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <Field
        label="E-mail address"
        required
        error={state.fields.email}
        hint="We send you a link and a six-digit code. Either signs you in."
      >
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={state.values.email ?? email}
        />
      </Field>
      <SubmitButton size="lg">Send me a link</SubmitButton>
    </form>
  );
}
