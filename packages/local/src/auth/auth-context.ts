import type pg from "pg";
import type { Background } from "./background.ts";
import type { SigningKeys } from "./keys.ts";
import type { Mailer } from "./mail.ts";
import type { PasswordHasher } from "./passwords.ts";
import type { AuthSettings } from "./settings.ts";
import type { AccessTokens } from "./tokens.ts";
import type { Vault } from "./vault.ts";

/** What every handler works with. */
export interface AuthContext {
  readonly settings: AuthSettings;
  readonly db: pg.Pool;
  readonly keys: SigningKeys;
  readonly vault: Vault;
  readonly tokens: AccessTokens;
  readonly passwords: PasswordHasher;
  readonly mailer: Mailer;
  readonly background: Background;
}
