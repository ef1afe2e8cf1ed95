"use server";

import { createWritableClient } from "@neothink/auth/server";
import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { z } from "zod";
import { authMessage } from "./auth-messages.ts";
import { Email, GivenPassword, NewPassword } from "./credentials.ts";
import { onward, readForm, wrong } from "./form-guard.ts";
import type { FormState } from "./form-state.ts";

const EmailForm = z.object({ email: Email });

/** Asks both addresses to agree to a change of address. */
export async function changeEmail(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(EmailForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const { values } = input;
  const back = new URL("/settings", appOrigins()[brand.slug]);
  const client = await createWritableClient();
  const { data: current } = await client.auth.getUser();
  if (current.user?.email === input.data.email) {
    return wrong(previous, { fields: { email: "This is your address already." }, values });
  }
  const { data, error } = await client.auth.updateUser(
    { email: input.data.email },
    { emailRedirectTo: back.href },
  );
  if (error) {
    const message = authMessage(error);
    return wrong(
      previous,
      error.code === "email_exists" ? { fields: { email: message }, values } : { message, values },
    );
  }
  const message =
    data.user.email === input.data.email
      ? "Your address is changed."
      : "Look into both mailboxes: the change holds once both addresses have agreed.";
  return onward(previous, { status: "done", message });
}

const PasswordForm = z.object({ current: GivenPassword, password: NewPassword });

/** Changes the password of whoever knows the current one, and signs all other devices out. */
export async function changePassword(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(PasswordForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const { current, password } = input.data;
  const client = await createWritableClient();
  const { error } = await client.auth.updateUser({ password, current_password: current });
  if (!error) {
    const message = "Your password is changed. All other devices are signed out.";
    return onward(previous, { status: "done", message });
  }
  const message = authMessage(error);
  switch (error.code) {
    case "invalid_credentials":
    case "current_password_invalid":
    case "current_password_mismatch":
      return wrong(previous, { fields: { current: "The current password is wrong." } });
    case "same_password":
    case "weak_password":
      return wrong(previous, { fields: { password: message } });
    default:
      return wrong(previous, { message });
  }
}
