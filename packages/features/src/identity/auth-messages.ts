/** The parts of an auth service's error that we read. */
interface AuthFailure {
  code?: string | undefined;
  status?: number | undefined;
}

const sentences: Readonly<Record<string, string>> = {
  invalid_credentials: "Address or password is wrong. Please check both.",
  email_not_confirmed: "Please confirm your address first: we have sent you a mail with a link.",
  user_banned: "This account is closed for now. Please write to us.",
  otp_expired: "This code or link is wrong, used or too old. Please ask for a new one.",
  over_request_rate_limit: "Too many attempts. Please wait a few minutes and try again.",
  over_email_send_rate_limit: "A mail is on its way already. Please wait a minute before the next.",
  signup_disabled: "New accounts cannot be opened at the moment.",
  same_password: "Please choose a password that you have not used here before.",
  weak_password: "This password is too easy to guess. Please choose another one.",
  email_exists: "This address belongs to another account.",
  user_already_exists: "There is an account with this address already. Sign in instead?",
  reauthentication_needed: "Please enter your current password.",
  reauthentication_not_valid: "The code is wrong or too old.",
  insufficient_aal: "Please sign in with your second factor first.",
  mfa_verification_failed: "This code is wrong. Please wait for the next one and try again.",
  mfa_challenge_expired: "That took a little long. Please enter the current code.",
  mfa_factor_name_conflict: "There is an authenticator with this name. Please choose another name.",
  too_many_enrolled_mfa_factors: "No more authenticators can be added. Remove one first.",
  mfa_verified_factor_exists: "Recovery codes exist already.",
  session_not_found: "Your session has ended. Please sign in again.",
  session_expired: "Your session has ended. Please sign in again.",
  refresh_token_not_found: "Your session has ended. Please sign in again.",
  refresh_token_already_used: "Your session has ended. Please sign in again.",
};

const unreachable = "We could not reach the sign-in service. Please try again in a moment.";

/** A sentence for a failure of the auth service, with what to do. */
export function authMessage({ code, status }: AuthFailure): string {
  const known = code === undefined ? undefined : sentences[code];
  if (known !== undefined) {
    return known;
  }
  if (status === 429) {
    return "Too many attempts. Please wait a few minutes and try again.";
  }
  return status === undefined || status === 0 || status >= 500
    ? unreachable
    : "That did not work. Please check what you entered and try again.";
}

const links: Readonly<Record<string, string>> = {
  link: "This link is used up or too old. Ask for a new one below.",
  "other-browser":
    "Please open the link in the browser where you asked for it, or use the 6 digits of the mail.",
  ended: "Your session was ended. Please sign in again.",
  unreachable,
  handoff: "Signing in by the hub did not work out. Please sign in here.",
};

/** A sentence for the `error` of the sign-in page's address; null for none or an unknown one. */
export function linkMessage(error: string | undefined): string | null {
  return error === undefined ? null : (links[error] ?? null);
}
