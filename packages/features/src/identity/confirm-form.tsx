"use client";

import { SubmitButton } from "@neothink/ui/submit-button";
import type { ReactElement } from "react";
import { confirmLink } from "./confirm-actions.ts";
import { FormMessage } from "./form-message.tsx";
import { useFormAct } from "./use-form-act.ts";

/** The button that uses a mail link. Opening the page alone uses nothing up. */
export function ConfirmForm({
  hash,
  type,
  next,
  token,
  button,
}: {
  hash: string;
  type: string;
  next: string;
  token: string;
  button: string;
}): ReactElement {
  const { state, act, ref } = useFormAct(confirmLink);
  return (
    <form ref={ref} action={act} className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="hash" value={hash} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="token" value={token} />
      {state.status === "done" ? null : <SubmitButton size="lg">{button}</SubmitButton>}
    </form>
  );
}
