"use client";

import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { FormMessage } from "./form-message.tsx";
import { resendConfirmation } from "./sign-up-actions.ts";
import { useFormAct } from "./use-form-act.ts";

/** Asks for the confirmation mail once more. */
export function ResendConfirmation({ email }: { email: string }): ReactElement {
  const { state, act, ref } = useFormAct(resendConfirmation);
  return (
    <form ref={ref} action={act} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="email" value={email} />
      <SubmitButton variant="link" className="justify-self-start">
        Send the mail again
      </SubmitButton>
    </form>
  );
}
