import { randomBytes } from "node:crypto";
import { sessionCookies } from "@neothink/local/session-cookies";
import type { BrowserContext } from "@playwright/test";
import { createClient } from "@supabase/supabase-js";
import type { Stack } from "./stack.ts";

/** Somebody who can sign in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** Words for a person that no other test uses. */
export function inventPerson(): Omit<Person, "id"> {
  const mark = randomBytes(5).toString("hex");
  return { name: `Test ${mark}`, email: `test-${mark}@example.com`, password: `pass-${mark}-Word` };
}

/** Makes a confirmed account through the auth service's admin endpoint. */
export async function signUpPerson(stack: Stack): Promise<Person> {
  const person = inventPerson();
  const admin = createClient(stack.supabaseUrl, stack.secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await admin.auth.admin.createUser({
    email: person.email,
    password: person.password,
    email_confirm: true,
    user_metadata: { full_name: person.name },
  });
  if (error) {
    throw error;
  }
  return { ...person, id: data.user.id };
}

/** Signs a person in without the pages. */
export async function signIn(
  context: BrowserContext,
  stack: Stack,
  { email, password }: Pick<Person, "email" | "password">,
): Promise<void> {
  const { supabaseUrl: url, publishableKey } = stack;
  const cookies = await sessionCookies({ url, publishableKey, email, password });
  await context.addCookies(
    cookies.map((cookie) => ({ ...cookie, url: stack.apps.hub, sameSite: "Lax" })),
  );
}
