"use client";

import { createContext, useContext, useId } from "react";

export interface FieldContext {
  controlId: string;
  labelId: string;
  hintId: string | undefined;
  errorId: string | undefined;
  required: boolean;
}

export const FieldContext = createContext<FieldContext | undefined>(undefined);

interface ControlProps {
  id?: string | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
}

/**
 * The attributes that tie a control to the label, hint and error of the field around it. What the
 * control says itself goes first; outside a field it only gets an id.
 */
export function useFieldControl(own: ControlProps): ControlProps & { id: string } {
  const fallback = useId();
  const field = useContext(FieldContext);
  if (field === undefined) {
    return { ...own, id: own.id ?? fallback };
  }
  const described = [own["aria-describedby"], field.errorId, field.hintId]
    .filter(Boolean)
    .join(" ");
  return {
    id: own.id ?? field.controlId,
    required: own.required ?? (field.required || undefined),
    "aria-describedby": described === "" ? undefined : described,
    "aria-invalid": own["aria-invalid"] ?? (field.errorId === undefined ? undefined : true),
  };
}
