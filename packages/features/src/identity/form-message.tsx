import { Alert } from "@neothink/ui/alert";
import type { ReactElement } from "react";
import type { FormState } from "./form-state.ts";

/** The sentence on the whole form; takes the focus when no single input is wrong. */
export function FormMessage({ state }: { state: FormState }): ReactElement | null {
  if (state.values.goTo !== undefined) {
    return (
      <Alert tone="success">
        You are signed in. <a href={state.values.goTo}>Go on</a>
      </Alert>
    );
  }
  if (state.message === null) {
    return null;
  }
  return (
    <div data-form-message="" tabIndex={-1} className="rounded-lg">
      <Alert tone={state.status === "error" ? "error" : "success"}>{state.message}</Alert>
    </div>
  );
}
