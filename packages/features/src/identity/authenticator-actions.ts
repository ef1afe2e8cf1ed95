"use server";

import { createWritableClient } from "@neothink/auth/server";
import { callService } from "@neothink/auth/service-call";
import { brand } from "@neothink/brand/current";
import { revalidatePath } from "next/cache";
import QRCode from "qrcode";
import { z } from "zod";
import { authMessage } from "./auth-messages.ts";
import { SixDigits } from "./credentials.ts";
import { fromOwnPage } from "./own-page.ts";

/** What an act on authenticators answers; `message` says what went wrong. */
export type ActAnswer<T> = ({ ok: true } & T) | { ok: false; message: string };

const foreign = { ok: false, message: "Please reload this page and try again." } as const;

/** What the member needs to add an authenticator. */
export interface Enrolment {
  factorId: string;
  /** The QR code as the address of a picture. */
  qr: string;
  /** The same secret as text, for apps without a camera. */
  secret: string;
}

const Name = z.string().trim().min(1, "Please give it a name.").max(60);

/** Begins to add an authenticator; it counts once a code of it was right. */
export async function beginEnrolment(name: string): Promise<ActAnswer<Enrolment>> {
  if (!(await fromOwnPage())) {
    return foreign;
  }
  const parsed = Name.safeParse(name);
  if (!parsed.success) {
    return { ok: false, message: "Please give the authenticator a name of up to 60 characters." };
  }
  const client = await createWritableClient();
  const { data, error } = await client.auth.mfa.enroll({
    factorType: "totp",
    friendlyName: parsed.data,
    issuer: brand.mailSender,
  });
  if (error) {
    return { ok: false, message: authMessage(error) };
  }
  const svg = await QRCode.toString(data.totp.uri, { type: "svg", margin: 2 });
  return {
    ok: true,
    factorId: data.id,
    qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    secret: data.totp.secret,
  };
}

const Codes = z.object({ codes: z.array(z.string()) });
const FactorId = z.uuid();

/** Ends the adding with a code, and makes recovery codes where the service has them. */
export async function finishEnrolment(
  factorId: string,
  code: string,
): Promise<ActAnswer<{ codes: string[] }>> {
  if (!(await fromOwnPage())) {
    return foreign;
  }
  const digits = SixDigits.safeParse(code);
  const factor = FactorId.safeParse(factorId);
  if (!digits.success || !factor.success) {
    return { ok: false, message: "Please enter the 6 digits that the app shows." };
  }
  const client = await createWritableClient();
  const { data, error } = await client.auth.mfa.challengeAndVerify({
    factorId: factor.data,
    code: digits.data,
  });
  if (error) {
    return { ok: false, message: authMessage(error) };
  }
  const made = await callService("/factors/recovery-codes", {
    method: "POST",
    body: {},
    accessToken: data.access_token,
  });
  const codes = made.ok ? Codes.safeParse(made.body) : null;
  revalidatePath("/settings/security");
  return { ok: true, codes: codes?.success ? codes.data.codes : [] };
}

/** Drops an adding that was begun. */
export async function cancelEnrolment(factorId: string): Promise<void> {
  const factor = FactorId.safeParse(factorId);
  if ((await fromOwnPage()) && factor.success) {
    const client = await createWritableClient();
    await client.auth.mfa.unenroll({ factorId: factor.data });
  }
}

/** Removes an authenticator; the session must have passed a second factor. */
export async function removeAuthenticator(factorId: string): Promise<ActAnswer<object>> {
  const factor = FactorId.safeParse(factorId);
  if (!(await fromOwnPage()) || !factor.success) {
    return foreign;
  }
  const client = await createWritableClient();
  const { error } = await client.auth.mfa.unenroll({ factorId: factor.data });
  if (error) {
    return { ok: false, message: authMessage(error) };
  }
  // The cookie's session still says what it had before.
  await client.auth.refreshSession();
  revalidatePath("/settings/security");
  return { ok: true };
}

/** Makes ten new recovery codes; the old ones are void. */
export async function renewRecoveryCodes(first: boolean): Promise<ActAnswer<{ codes: string[] }>> {
  if (!(await fromOwnPage())) {
    return foreign;
  }
  const path = first ? "/factors/recovery-codes" : "/factors/recovery-codes/regenerate";
  const answer = await callService(path, { method: "POST", body: {} });
  const codes = answer.ok ? Codes.safeParse(answer.body) : null;
  if (!codes?.success) {
    return {
      ok: false,
      message: authMessage({ code: answer.code ?? undefined, status: answer.status }),
    };
  }
  revalidatePath("/settings/security");
  return { ok: true, codes: codes.data.codes };
}
