"use server";

import { safeNext } from "@neothink/auth/safe-next";
import { createTransientClient } from "@neothink/auth/server";
import { z } from "zod";
import { caller } from "../shell/trpc-server.tsx";
import { arrive } from "./arrive.ts";
import { authMessage } from "./auth-messages.ts";
import { Next } from "./credentials.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { onward, readForm, wrong } from "./form-guard.ts";
import type { FormState } from "./form-state.ts";
import { defaultTarget, LinkType, TokenHash } from "./mail-link.ts";
import { userAgent } from "./user-agent.ts";

const ConfirmForm = z.object({
  hash: TokenHash,
  type: LinkType,
  next: Next,
  token: z.string().max(100),
});

/** Uses a mail link, once its reader has pressed the button. */
export async function confirmLink(previous: FormState, form: FormData): Promise<FormState> {
  const input = await readForm(ConfirmForm, previous, form);
  if (!input.ok) {
    return wrong(previous, { message: authMessage({ code: "otp_expired" }) });
  }
  const { hash, type, next, token } = input.data;
  const api = await caller();
  const { valid } = await api.identity.formToken
    .spend({ purpose: "confirm", userAgent: await userAgent(), token })
    .catch(() => ({ valid: false }));
  if (!valid) {
    const message = "This page has been open for too long. Please reload it and press again.";
    return wrong(previous, { message });
  }
  const client = await createTransientClient();
  const { data, error } = await client.auth.verifyOtp({ token_hash: hash, type });
  if (error) {
    return wrong(previous, { message: authMessage(error) });
  }
  if (data.session === null) {
    // The first half of a change of address.
    const message = "Thank you. Now open the link that went to the other address.";
    return onward(previous, { status: "done", message });
  }
  return arrive(previous, await finishSignIn(data.session, safeNext(next, defaultTarget(type))));
}
