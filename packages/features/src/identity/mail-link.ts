import { z } from "zod";

/** Kinds of mail links that our confirm page takes. */
export const LinkType = z.enum([
  "signup",
  "invite",
  "magiclink",
  "recovery",
  "email_change",
  "email",
]);
export type LinkType = z.infer<typeof LinkType>;

/** The token of a mail link, as the auth service writes it. */
export const TokenHash = z
  .string()
  .min(16)
  .max(256)
  .regex(/^[A-Za-z0-9_-]+$/);

/** What the page says about a link before it is used. */
export const linkTexts: Readonly<
  Record<LinkType, { title: string; text: string; button: string }>
> = {
  signup: {
    title: "Confirm your address",
    text: "One press, and your account is open.",
    button: "Confirm my address",
  },
  email: {
    title: "Sign in",
    text: "You asked for this link. Press the button to sign in on this device.",
    button: "Sign in",
  },
  magiclink: {
    title: "Sign in",
    text: "You asked for this link. Press the button to sign in on this device.",
    button: "Sign in",
  },
  invite: {
    title: "You are invited",
    text: "Accept the invitation to open your account.",
    button: "Accept the invitation",
  },
  recovery: {
    title: "Choose a new password",
    text: "Press the button to go on. The link works once.",
    button: "Go on",
  },
  email_change: {
    title: "Change of address",
    text: "Agree to the change. Both the old and the new address have to agree.",
    button: "Agree to the change",
  },
};

/** Where a link leads when its mail says nothing else. */
export function defaultTarget(type: LinkType): string {
  switch (type) {
    case "signup":
    case "invite":
      return "/onboarding";
    case "recovery":
      return "/reset-password";
    case "email_change":
      return "/settings";
    case "email":
    case "magiclink":
      return "/home";
  }
}
