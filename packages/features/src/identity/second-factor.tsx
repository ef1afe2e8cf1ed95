"use client";

import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { useState } from "react";
import { CodeInput } from "./code-input.tsx";
import { FormMessage } from "./form-message.tsx";
import { signInWithFactor, signInWithRecoveryCode } from "./sign-in-actions.ts";
import { useFormAct } from "./use-form-act.ts";

/** The second step of a sign-in: the authenticator's code, or a recovery code in its place. */
export function SecondFactor({ next }: { next: string }): ReactElement {
  const [recovering, setRecovering] = useState(false);
  return (
    <div className="grid gap-5">
      {recovering ? <RecoveryForm next={next} /> : <AuthenticatorForm next={next} />}
      <Button
        variant="link"
        className="justify-self-start"
        onClick={() => setRecovering(!recovering)}
      >
        {recovering ? "Use the authenticator instead" : "I do not have my authenticator"}
      </Button>
    </div>
  );
}

function AuthenticatorForm({ next }: { next: string }): ReactElement {
  const { state, act, ref } = useFormAct(signInWithFactor);
  return (
    <form ref={ref} action={act} noValidate className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <Field
        label="Code of your authenticator"
        required
        error={state.fields.code}
        hint="The six digits that the app on your phone shows now."
      >
        <CodeInput autoFocus />
      </Field>
      <SubmitButton size="lg">Sign in</SubmitButton>
    </form>
  );
}

function RecoveryForm({ next }: { next: string }): ReactElement {
  const { state, act, ref } = useFormAct(signInWithRecoveryCode);
  return (
    <form ref={ref} action={act} noValidate className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <Field
        label="Recovery code"
        required
        error={state.fields.code}
        hint="One of the codes that you kept when you set up the authenticator. Each works once."
      >
        <Input
          name="code"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          className="font-mono"
        />
      </Field>
      <SubmitButton size="lg">Sign in</SubmitButton>
    </form>
  );
}
