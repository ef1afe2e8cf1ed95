import type { AuthContext } from "./auth-context.ts";
import type { Database } from "./database.ts";
import { run } from "./database.ts";
import type { AuthRequest } from "./http.ts";
import { header } from "./http.ts";
import type { TemplateName } from "./mail-templates.ts";
import type { Challenge, MailSecret, Purpose } from "./one-time-tokens.ts";
import { createOneTimeToken } from "./one-time-tokens.ts";
import { takeMailTurn } from "./rate-limits.ts";
import { chooseRedirect } from "./redirects.ts";
import type { UserRow } from "./users.ts";

/** Where this request's links may lead: the first allowed address that it names. */
export function redirectOf(auth: AuthContext, request: AuthRequest): string {
  return chooseRedirect(auth.settings, [
    header(request.headers, "redirect_to"),
    request.query.get("redirect_to"),
    header(request.headers, "referer"),
  ]);
}

/** The type that clients give when they verify a token of this purpose. */
export function verificationType(purpose: Purpose): string {
  return purpose.startsWith("email_change") ? "email_change" : purpose;
}

/**
 * The link of our own mails: the app's confirm page, which asks for a click before it uses the
 * token, so that scanners that follow links use nothing up.
 */
export function confirmLink(redirectTo: string, purpose: Purpose, token: string): string {
  const target = new URL(redirectTo);
  const link = new URL("/auth/confirm", target.origin);
  link.searchParams.set("token_hash", token);
  link.searchParams.set("type", verificationType(purpose));
  const next = nextPath(target, purpose);
  if (next !== null) {
    link.searchParams.set("next", next);
  }
  return link.href;
}

/** Where the person goes after confirming: a path on the app's own origin. */
function nextPath(target: URL, purpose: Purpose): string | null {
  const asked = target.searchParams.get("next");
  if (asked?.startsWith("/")) {
    const next = URL.parse(asked, target.origin);
    if (next?.origin === target.origin && !next.pathname.startsWith("//")) {
      return `${next.pathname}${next.search}`;
    }
  }
  if (target.pathname !== "/" && !target.pathname.startsWith("/auth/")) {
    return `${target.pathname}${target.search}`;
  }
  return purpose === "recovery" ? "/reset-password" : null;
}

/** The link that the service itself answers (`GET /verify`), as Supabase's mails have it. */
export function actionLink(
  auth: AuthContext,
  purpose: Purpose,
  token: string,
  redirectTo: string,
): string {
  const link = new URL(`${auth.settings.externalUrl}/auth/v1/verify`);
  link.searchParams.set("token", token);
  link.searchParams.set("type", verificationType(purpose));
  link.searchParams.set("redirect_to", redirectTo);
  return link.href;
}

const templates: Record<Purpose, TemplateName> = {
  signup: "email_confirmation",
  invite: "invite",
  magiclink: "magic_link",
  recovery: "password_reset",
  email_change_current: "email_change",
  email_change_new: "email_change",
  reauthentication: "reauthentication",
};

const sentColumns: Partial<Record<Purpose, string>> = {
  signup: "confirmation_sent_at",
  invite: "confirmation_sent_at",
  magiclink: "recovery_sent_at",
  recovery: "recovery_sent_at",
  email_change_new: "email_change_sent_at",
  reauthentication: "reauthentication_sent_at",
};

/** A mail with a link and a code. */
export interface SecretMail {
  user: Pick<UserRow, "id" | "email" | "full_name">;
  purpose: Purpose;
  /** Where it goes; the account's address unless given. */
  to?: string;
  newEmail?: string;
  redirectTo: string;
  challenge?: Challenge | null;
}

/** Makes the pair of token and code and notes when; nothing is sent. */
export async function makeSecret(
  auth: AuthContext,
  db: Database,
  mail: SecretMail,
): Promise<MailSecret> {
  const secret = await createOneTimeToken(auth, db, {
    userId: mail.user.id,
    purpose: mail.purpose,
    email: mail.to ?? mail.user.email,
    challenge: mail.challenge ?? null,
  });
  const column = sentColumns[mail.purpose];
  if (column) {
    await run(db, `update auth_local.accounts set ${column} = now() where user_id = $1`, [
      mail.user.id,
    ]);
  }
  return secret;
}

/** Sends a pair that was made before, after the transaction that made it. */
export function sendSecret(auth: AuthContext, mail: SecretMail, secret: MailSecret): void {
  auth.mailer.queue({
    template: templates[mail.purpose],
    to: mail.to ?? mail.user.email,
    userId: mail.user.id,
    values: {
      name: nameOf(mail.user),
      email: mail.user.email,
      ...(mail.newEmail ? { new_email: mail.newEmail } : {}),
      link: confirmLink(mail.redirectTo, mail.purpose, secret.token),
      code: secret.code,
      expires_in: mail.purpose === "invite" ? "7 days" : "1 hour",
      actor: auth.settings.siteName,
    },
  });
}

/** How a mail calls somebody: by name, or by the part of the address that people choose. */
function nameOf(user: Pick<UserRow, "email" | "full_name">): string {
  return user.full_name || (user.email.split("@")[0] ?? user.email);
}

/** Makes and sends a pair, unless a mail of this kind went to this address a moment ago. */
export async function mailSecret(auth: AuthContext, mail: SecretMail): Promise<void> {
  const to = mail.to ?? mail.user.email;
  const pause = auth.settings.limits.mailPauseSeconds;
  // Silent: an answer that tells of the pause would tell that the address is known.
  if (await takeMailTurn(auth.db, mail.purpose, to, pause)) {
    sendSecret(auth, mail, await makeSecret(auth, auth.db, mail));
  }
}

const mailTime = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "UTC",
});

/** Tells the owner what happened to the account: a sentence without its full stop. */
export function sendNotice(
  auth: AuthContext,
  user: Pick<UserRow, "id" | "email" | "full_name">,
  change: string,
  to: string = user.email,
): void {
  auth.mailer.queue({
    template: "security_alert",
    to,
    userId: user.id,
    values: {
      name: nameOf(user),
      email: user.email,
      change,
      time: `${mailTime.format(new Date())} UTC`,
      link: new URL("/settings/security", auth.settings.siteUrl).href,
    },
  });
}

/** Greets somebody whose address was just confirmed. */
export function sendWelcome(
  auth: AuthContext,
  user: Pick<UserRow, "id" | "email" | "full_name">,
): void {
  auth.mailer.queue({
    template: "welcome",
    to: user.email,
    userId: user.id,
    values: { name: nameOf(user), email: user.email, link: auth.settings.siteUrl },
  });
}
