"use client";

import { Field } from "@neothink/ui/field";
import { SubmitButton } from "@neothink/ui/submit-button";
import { MailCheck } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { CodeInput } from "./code-input.tsx";
import { FormMessage } from "./form-message.tsx";
import { idle } from "./form-state.ts";
import { signInWithCode } from "./sign-in-actions.ts";
import { useFormAct } from "./use-form-act.ts";

/** After a mail went out: what to do now, and the place for its six digits. */
export function EmailCode({
  email,
  next,
  title,
  children,
}: {
  email: string;
  next: string;
  title: string;
  children: ReactNode;
}): ReactElement {
  const { state, act, ref } = useFormAct(signInWithCode, { ...idle, status: "sent" });
  return (
    <div className="grid gap-6">
      <div role="status" className="grid gap-3 rounded-xl border bg-card p-5 shadow-xs">
        <MailCheck aria-hidden="true" className="size-5 text-brand-text" />
        <p className="font-medium">{title}</p>
        <p className="text-sm leading-relaxed text-muted-foreground">{children}</p>
      </div>
      <form ref={ref} action={act} noValidate className="grid gap-5">
        <FormMessage state={state} />
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="next" value={next} />
        <Field
          label="Six-digit code"
          required
          error={state.fields.code}
          hint="From the mail. It holds for an hour and works once."
        >
          <CodeInput autoFocus />
        </Field>
        <SubmitButton size="lg">Go on</SubmitButton>
      </form>
    </div>
  );
}
