import { randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { type CookieMethodsServer, createServerClient } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import type { Stack } from "./stack.ts";

/** Somebody who can sign in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
}

const cookieName = "nt-auth";

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

/** Signs a person in without the pages: the cookies are what the client library itself would set. */
export async function signIn(
  context: BrowserContext,
  stack: Stack,
  person: Pick<Person, "email" | "password">,
): Promise<void> {
  const jar = new Map<string, string>();
  const cookies: CookieMethodsServer = {
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    setAll: (list) => {
      for (const { name, value } of list) {
        jar.set(name, value);
      }
    },
  };
  const client = createServerClient(stack.supabaseUrl, stack.publishableKey, {
    cookieOptions: { name: cookieName },
    cookies,
  });
  const { error } = await client.auth.signInWithPassword(person);
  if (error) {
    throw error;
  }
  await context.addCookies(
    [...jar].map(([name, value]) => ({ name, value, url: stack.apps.hub, sameSite: "Lax" })),
  );
}
