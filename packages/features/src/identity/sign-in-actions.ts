"use server";

import { safeNext } from "@neothink/auth/safe-next";
import { createTransientClient, createWritableClient } from "@neothink/auth/server";
import { redeemRecoveryCode, verifySecondFactor } from "@neothink/auth/sign-in";
import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { z } from "zod";
import { arrive } from "./arrive.ts";
import { authMessage } from "./auth-messages.ts";
import { Email, GivenPassword, Next, SixDigits } from "./credentials.ts";
import { finishSignIn, welcomeNewcomer } from "./finish-sign-in.ts";
import { onward, readForm, wrong } from "./form-guard.ts";
import type { FormState } from "./form-state.ts";

const PasswordForm = z.object({ email: Email, password: GivenPassword, next: Next });

/** Signs in with address and password. */
export async function signInWithPassword(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(PasswordForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const { email, password, next } = input.data;
  const client = await createTransientClient();
  const { data, error } = await client.auth.signInWithPassword({ email, password });
  if (error) {
    return wrong(previous, { message: authMessage(error), values: input.values });
  }
  return arrive(previous, await finishSignIn(data.session, safeNext(next)));
}

const MailForm = z.object({ email: Email, next: Next });

/** Mails a link and a code; the answer is the same whether the address is known or not. */
export async function sendSignInMail(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(MailForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const { email, next } = input.data;
  const back = new URL("/auth/callback", appOrigins()[brand.slug]);
  back.searchParams.set("next", safeNext(next));
  const client = await createWritableClient();
  const { error } = await client.auth.signInWithOtp({
    email,
    options: { shouldCreateUser: false, emailRedirectTo: back.href },
  });
  // An unknown address is answered like a known one.
  if (error && error.code !== "otp_disabled" && error.code !== "user_not_found") {
    return wrong(previous, { message: authMessage(error), values: input.values });
  }
  return onward(previous, { status: "sent", values: input.values });
}

const CodeForm = z.object({ email: Email, code: SixDigits, next: Next });

/** Signs in with the six digits of a mail, also of the one that confirms a new account. */
export async function signInWithCode(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(CodeForm, previous, form);
  if (!input.ok) {
    return { ...input.state, status: "sent" };
  }
  const { email, code, next } = input.data;
  const client = await createTransientClient();
  const { data, error } = await client.auth.verifyOtp({ email, token: code, type: "email" });
  if (error || data.session === null) {
    const message = authMessage(error ?? { code: "otp_expired" });
    return {
      ...wrong(previous, { fields: { code: message }, values: input.values }),
      status: "sent",
    };
  }
  return arrive(previous, await finishSignIn(data.session, safeNext(next)));
}

const FactorForm = z.object({ code: SixDigits, next: Next });

const factorSentences = {
  "wrong-code": "This code is wrong. Please wait for the next one and try again.",
  "too-many": "Too many attempts. Please wait a few minutes and try again.",
  "no-sign-in": "This sign-in has taken too long. Please begin again.",
} as const;

/** Finishes a sign-in with the authenticator's code. */
export async function signInWithFactor(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(FactorForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const outcome = await verifySecondFactor(input.data.code);
  if (outcome.status !== "signed-in") {
    return wrong(previous, { fields: { code: factorSentences[outcome.status] } });
  }
  await welcomeNewcomer(outcome.session);
  return arrive(previous, safeNext(input.data.next));
}

const RecoveryForm = z.object({
  code: z.string().trim().min(8, "Please enter one of your recovery codes.").max(64),
  next: Next,
});

/** Finishes a sign-in with a recovery code. */
export async function signInWithRecoveryCode(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const input = await readForm(RecoveryForm, previous, form);
  if (!input.ok) {
    return input.state;
  }
  const outcome = await redeemRecoveryCode(input.data.code);
  if (outcome.status !== "signed-in") {
    const sentence =
      outcome.status === "wrong-code"
        ? "This code is wrong or used. Each code works once."
        : factorSentences[outcome.status];
    return wrong(previous, { fields: { code: sentence } });
  }
  await welcomeNewcomer(outcome.session);
  return arrive(previous, safeNext(input.data.next));
}
