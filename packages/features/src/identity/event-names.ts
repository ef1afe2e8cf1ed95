interface EventName {
  title: string;
  /** `warning` for what deserves a second look. */
  tone: "plain" | "warning";
}

const plain = (title: string): EventName => ({ title, tone: "plain" });
const warning = (title: string): EventName => ({ title, tone: "warning" });

const names: Readonly<Record<string, EventName>> = {
  signup: plain("Account opened"),
  login_success: plain("Signed in"),
  login_failure: warning("Sign-in refused"),
  logout: plain("Signed out"),
  session_revoked: plain("Device signed out"),
  refresh_token_reused: warning("An old session was used again; it was ended"),
  email_confirmed: plain("Address confirmed"),
  email_change_requested: plain("Change of address asked for"),
  email_changed: plain("Address changed"),
  password_changed: plain("Password changed"),
  password_reset_requested: plain("New password asked for"),
  account_locked: warning("Too many refused sign-ins; locked for a while"),
  mfa_enrolled: plain("Authenticator added"),
  mfa_removed: warning("Authenticator removed"),
  mfa_failure: warning("Second factor refused"),
  recovery_codes_made: plain("Recovery codes made"),
  recovery_code_used: warning("Recovery code used"),
  user_invited: plain("Invited"),
  user_banned: warning("Account closed by an operator"),
  user_unbanned: plain("Account opened again by an operator"),
  platform_access_granted: plain("Access to an app granted"),
  platform_access_revoked: warning("Access to an app ended"),
};

/** What an event is called; unknown ones by their own name with spaces. */
export function eventName(action: string): EventName {
  return names[action] ?? plain(action.replaceAll("_", " "));
}
