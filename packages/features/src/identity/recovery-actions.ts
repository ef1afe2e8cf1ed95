"use server";

import { createWritableClient } from "@neothink/auth/server";
import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { redirect } from "next/navigation";
import { z } from "zod";
import { authMessage } from "./auth-messages.ts";
import { Email, NewPassword } from "./credentials.ts";
import { onward, readForm, wrong } from "./form-guard.ts";
import type { FormState } from "./form-state.ts";
import { mayChoosePassword } from "./recovery-session.ts";

const ForgotForm = z.object({ email: Email });

/** Mails a link to a new password; the answer is the same whether the address is known or not. */
export async function sendRecoveryMail(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(ForgotForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const back = new URL("/auth/callback", appOrigins()[brand.slug]);
  back.searchParams.set("next", "/reset-password");
  const client = await createWritableClient();
  const { error } = await client.auth.resetPasswordForEmail(input.data.email, {
    redirectTo: back.href,
  });
  if (error) {
    return wrong(previous, { message: authMessage(error), values: input.values });
  }
  return onward(previous, { status: "sent", values: input.values });
}

const ResetForm = z.object({ password: NewPassword });

/** Sets the new password of somebody who came by a recovery link. */
export async function resetPassword(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(ResetForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  if (!(await mayChoosePassword())) {
    return wrong(previous, { message: authMessage({ code: "otp_expired" }) });
  }
  const client = await createWritableClient();
  const { error } = await client.auth.updateUser({ password: input.data.password });
  if (error) {
    const inField = error.code === "same_password" || error.code === "weak_password";
    const message = authMessage(error);
    return wrong(previous, inField ? { fields: { password: message } } : { message });
  }
  redirect("/home?password=changed");
}
