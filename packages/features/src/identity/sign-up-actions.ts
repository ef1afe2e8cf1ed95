"use server";

import { FullName, InviteCode, ReferrerId } from "@neothink/api/identity/profile.schema";
import { createWritableClient } from "@neothink/auth/server";
import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { redirect } from "next/navigation";
import { z } from "zod";
import { authMessage } from "./auth-messages.ts";
import { Email, NewPassword } from "./credentials.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { onward, readForm, wrong } from "./form-guard.ts";
import type { FormState } from "./form-state.ts";

const blank = z.literal("").transform(() => undefined);

const SignUpForm = z.object({
  name: FullName,
  email: Email,
  password: NewPassword,
  invite: z.union([blank, InviteCode]).optional(),
  // A broken referral link is no reason to turn somebody away.
  ref: z.union([blank, ReferrerId]).optional().catch(undefined),
});

function confirmedAt(): string {
  const back = new URL("/auth/callback", appOrigins()[brand.slug]);
  back.searchParams.set("next", "/onboarding");
  return back.href;
}

/** Opens an account. Where addresses are confirmed, a mail follows; else the member is in. */
export async function signUp(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(SignUpForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const { name, email, password, invite, ref } = input.data;
  const client = await createWritableClient();
  const { data, error } = await client.auth.signUp({
    email,
    password,
    options: {
      emailRedirectTo: confirmedAt(),
      data: {
        name,
        ...(invite === undefined ? {} : { invite }),
        ...(ref === undefined ? {} : { ref }),
      },
    },
  });
  if (error) {
    const message = authMessage(error);
    const { values } = input;
    switch (error.code) {
      case "weak_password":
        return wrong(previous, { fields: { password: message }, values });
      case "user_already_exists":
      case "email_exists":
        return wrong(previous, { fields: { email: message }, values });
      default:
        return wrong(previous, { message, values });
    }
  }
  if (data.session === null) {
    return onward(previous, { status: "sent", values: input.values });
  }
  redirect(await finishSignIn(data.session, "/onboarding"));
}

const ResendForm = z.object({ email: Email });

/** Mails the confirmation again. */
export async function resendConfirmation(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(ResendForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const client = await createWritableClient();
  const { error } = await client.auth.resend({
    type: "signup",
    email: input.data.email,
    options: { emailRedirectTo: confirmedAt() },
  });
  if (error) {
    return wrong(previous, { message: authMessage(error), values: input.values });
  }
  const message = "If an account is waiting for confirmation, a new mail is on its way.";
  return onward(previous, { status: "done", message, values: input.values });
}
