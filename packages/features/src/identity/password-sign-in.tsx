"use client";

import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { FormMessage } from "./form-message.tsx";
import { PasswordInput } from "./password-input.tsx";
import { signInWithPassword } from "./sign-in-actions.ts";
import { TextLink } from "./text-link.tsx";
import { useFormAct } from "./use-form-act.ts";

/** Address and password. */
export function PasswordSignIn({ next, email }: { next: string; email: string }): ReactElement {
  const { state, act, ref } = useFormAct(signInWithPassword);
  return (
    <form ref={ref} action={act} noValidate className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <Field label="E-mail address" required error={state.fields.email}>
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
      <Field
        label="Password"
        required
        error={state.fields.password}
        aside={<TextLink href="/forgot-password">Forgot it?</TextLink>}
      >
        <PasswordInput name="password" autoComplete="current-password" />
      </Field>
      <SubmitButton size="lg">Sign in</SubmitButton>
    </form>
  );
}
