"use client";

import type { RefObject } from "react";
import { useActionState, useEffect, useRef } from "react";
import type { FormAct, FormState } from "./form-state.ts";
import { idle } from "./form-state.ts";

interface FormHandle {
  state: FormState;
  act: (form: FormData) => void;
  pending: boolean;
  ref: RefObject<HTMLFormElement | null>;
}

/**
 * Runs a form's act and moves the focus to what needs it: the first wrong input, or the
 * message. An act that ends at another domain is followed by a full navigation.
 */
export function useFormAct(action: FormAct, initial: FormState = idle): FormHandle {
  const [state, act, pending] = useActionState(action, initial);
  const ref = useRef<HTMLFormElement>(null);

  // The outside system is the document's focus.
  useEffect(() => {
    if (state.turn === 0) {
      return;
    }
    if (state.values.goTo !== undefined) {
      window.location.assign(state.values.goTo);
      return;
    }
    const form = ref.current;
    const target =
      form?.querySelector<HTMLElement>("[aria-invalid='true']") ??
      form?.querySelector<HTMLElement>("[data-form-message]");
    target?.focus();
  }, [state.turn, state.values.goTo]);

  return { state, act, pending, ref };
}
