import "server-only";
import type { z } from "zod";
import type { FormState } from "./form-state.ts";
import { fromOwnPage } from "./own-page.ts";

/** An answer that names what is wrong and keeps what was typed. */
export function wrong(
  previous: FormState,
  answer: { message?: string; fields?: Record<string, string>; values?: Record<string, string> },
): FormState {
  return {
    status: "error",
    message: answer.message ?? null,
    fields: answer.fields ?? {},
    values: answer.values ?? previous.values,
    turn: previous.turn + 1,
  };
}

/** An answer that leads to the form's next stage. */
export function onward(
  previous: FormState,
  answer: { status: "sent" | "done"; message?: string; values?: Record<string, string> },
): FormState {
  return {
    status: answer.status,
    message: answer.message ?? null,
    fields: {},
    values: answer.values ?? previous.values,
    turn: previous.turn + 1,
  };
}

/** Text inputs of a form by name; files are left out. */
export function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    // React's own inputs begin with a dollar sign.
    if (typeof value === "string" && !name.startsWith("$")) {
      texts[name] = value;
    }
  }
  return texts;
}

type Checked<T> =
  | { ok: true; data: T; values: Record<string, string> }
  | { ok: false; state: FormState };

const secrets: ReadonlySet<string> = new Set(["password", "current", "code", "token"]);

/**
 * Checks that our own page sent the form, and its inputs. Frameworks let a request without an
 * Origin through; this does not.
 */
export async function readForm<T>(
  schema: z.ZodType<T>,
  previous: FormState,
  form: FormData,
): Promise<Checked<T>> {
  const texts = textsOf(form);
  const values = Object.fromEntries(Object.entries(texts).filter(([name]) => !secrets.has(name)));
  if (!(await fromOwnPage())) {
    const message = "This form was not sent by this page. Please reload it and try again.";
    return { ok: false, state: wrong(previous, { message, values }) };
  }
  const result = schema.safeParse(texts);
  if (result.success) {
    return { ok: true, data: result.data, values };
  }
  const fields: Record<string, string> = {};
  for (const { path, message } of result.error.issues) {
    const name = String(path[0] ?? "");
    fields[name] ??= message;
  }
  return { ok: false, state: wrong(previous, { fields, values }) };
}
