"use client";

import type { Onboarding } from "@neothink/api/identity/onboarding";
import { StepInput } from "@neothink/api/identity/onboarding.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiFailure } from "../../shell/api-error.ts";
import { useTRPC } from "../../shell/trpc-client.tsx";

/** What each step is given. */
export interface StepProps {
  data: Onboarding;
  onBack: (() => void) | undefined;
  onDone: () => void;
}

interface StepHandle {
  /** Messages for single entries by their path, such as `goals.0.title`. */
  fields: Readonly<Record<string, string>>;
  problem: string | null;
  pending: boolean;
  /** Takes back what was said about an entry, once it is being changed. */
  touch: (name: string) => void;
  /** Checks and keeps the entries; true when they are kept. */
  save: (input: StepInput) => Promise<boolean>;
}

/** Checks a step's entries with the server's own schema, then keeps them there. */
export function useStep(): StepHandle {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const mutation = useMutation(trpc.identity.onboarding.saveStep.mutationOptions());

  function refuse(found: Readonly<Record<string, string>>, message: string): boolean {
    setFields(found);
    setProblem(message);
    // After the messages are there.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>("#content [aria-invalid='true']")?.focus(),
    );
    return false;
  }

  async function save(input: StepInput): Promise<boolean> {
    const checked = StepInput.safeParse(input);
    if (!checked.success) {
      const found = Object.fromEntries(
        checked.error.issues.toReversed().map(({ path, message }) => [path.join("."), message]),
      );
      return refuse(found, Object.values(found).at(-1) ?? "Please check what you entered.");
    }
    try {
      await mutation.mutateAsync(checked.data);
      await queries.invalidateQueries(trpc.identity.onboarding.get.queryFilter());
      setFields({});
      setProblem(null);
      return true;
    } catch (error) {
      const failure = apiFailure(error);
      const found = Object.entries(failure.fields).map(([name, texts]) => [name, texts[0] ?? ""]);
      return refuse(Object.fromEntries(found), failure.message);
    }
  }
  function touch(name: string): void {
    setProblem(null);
    setFields(
      Object.fromEntries(
        Object.entries(fields).filter(([key]) => key !== name && !key.startsWith(`${name}.`)),
      ),
    );
  }

  return { fields, problem, pending: mutation.isPending, touch, save };
}
