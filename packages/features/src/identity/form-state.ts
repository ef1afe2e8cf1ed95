/** What a form shows after it was sent; the same shape for all forms of this room. */
export interface FormState {
  /** `sent` and `done` are the form's own next stages. */
  status: "idle" | "error" | "sent" | "done";
  /** A sentence on the whole form. */
  message: string | null;
  /** What is wrong with single inputs, by their name. */
  fields: Readonly<Record<string, string>>;
  /** What was typed, for the inputs that may be shown again. Never passwords or codes. */
  values: Readonly<Record<string, string>>;
  /** Changes with every answer, so that equal answers are told apart. */
  turn: number;
}

export const idle: FormState = { status: "idle", message: null, fields: {}, values: {}, turn: 0 };

/** The act of a form, as `useActionState` wants it. */
export type FormAct = (previous: FormState, form: FormData) => Promise<FormState>;
