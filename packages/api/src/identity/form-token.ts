import { createHash } from "node:crypto";
import { randomSecret } from "@neothink/auth/handoff";
import type { Db } from "@neothink/db/core/identity";
import { asSystem } from "@neothink/db/core/identity";
import { insertFormToken, takeFormToken } from "@neothink/db/identity/one-time-tokens";

// A mail is read within the hour, or asked for again.
const lifeSeconds = 60 * 60;

/** What a one-time form is for. */
export type FormPurpose = "confirm";

interface FormFacts {
  purpose: FormPurpose;
  userAgent: string | null;
}

function storedHash(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** Makes the one-time token of a form that is about to be shown. */
export async function issueFormToken(db: Db, form: FormFacts): Promise<string> {
  const token = randomSecret();
  await asSystem(db, (system) =>
    insertFormToken(system, { ...form, hash: storedHash(token), lifeSeconds }),
  );
  return token;
}

/** Uses a form's token up; false when it was never given, is used or too old. */
export async function spendFormToken(db: Db, form: FormFacts, token: string): Promise<boolean> {
  return asSystem(db, (system) => takeFormToken(system, { ...form, hash: storedHash(token) }));
}
