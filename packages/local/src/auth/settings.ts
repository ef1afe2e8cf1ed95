import type { Limits } from "./rate-limits.ts";

/** How the service is started. */
export interface AuthServiceOptions {
  /** The database, as a role that bypasses row level security (the migrations' role). */
  databaseUrl: string;
  /** Address to bind; 127.0.0.1 unless given. */
  host?: string;
  /** Port to bind; 0 takes a free one. */
  port: number;
  /** Base address that clients use (SUPABASE_URL); the bound address unless given. */
  externalUrl?: string;
  /** Where links lead that name no allowed address: the first app's origin. */
  siteUrl: string;
  /** Name in mails. */
  siteName?: string;
  /** The apps' origins, for redirects and for browsers' cross-origin calls; globs are understood. */
  allowedOrigins: readonly string[];
  /** Folder of the stack's data; keys go to `auth/` in it. */
  dataDir: string;
  /** `sb_publishable_...`: what every client shows. */
  publishableKey: string;
  /** `sb_secret_...`: all rights; servers only. */
  secretKey: string;
  /** Mail server, such as smtp://127.0.0.1:1025. */
  smtpUrl: string;
  /** Sender, such as `Neothink <mail@neothink.localhost>`. */
  mailFrom: string;
  /** Lets the apps' servers name the visitor's address; without it nobody may. */
  clientIpSecret?: string | undefined;
  /** Seconds that an access token lives; 900 unless given. */
  jwtExpirySeconds?: number;
  /** New accounts need no confirmation; false unless given. */
  autoConfirm?: boolean;
  /** Nobody can sign up by themselves; false unless given. */
  disableSignUp?: boolean;
  /** No answer tells whether an address is known, even where Supabase's would; true unless given. */
  hardened?: boolean;
  /** Limits to change, for test runs. */
  limits?: Partial<Limits>;
}

/** The options with every default filled in. */
export interface AuthSettings {
  host: string;
  externalUrl: string;
  siteUrl: string;
  siteName: string;
  allowedOrigins: readonly string[];
  publishableKey: string;
  secretKey: string;
  clientIpSecret: string | null;
  autoConfirm: boolean;
  disableSignUp: boolean;
  hardened: boolean;
  limits: Limits;
}

/** Seconds that things live. */
export const lifetimes = {
  /** Links and codes of mails. */
  mailToken: 60 * 60,
  invite: 7 * 24 * 60 * 60,
  /** From the mail's link to the exchange of the code. */
  authCode: 5 * 60,
  factorChallenge: 5 * 60,
  /** A session ends after this, used or not. */
  session: 30 * 24 * 60 * 60,
  /** A session that is not used this long ends. */
  idleSession: 14 * 24 * 60 * 60,
  /** A refresh token that was just used still answers the current one. */
  refreshReuse: 10,
  /** A sign-in this recent needs no second proof for a change of password. */
  freshSession: 24 * 60 * 60,
} as const;

/** Wrong tries after which a code is void. */
export const codeTries = 5;
