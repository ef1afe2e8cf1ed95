import { createServerClient } from "@supabase/ssr";

/** A cookie as a browser would send it. */
export interface SessionCookie {
  name: string;
  value: string;
}

/** Where to sign in, and as whom. */
export interface SignIn {
  url: string;
  publishableKey: string;
  email: string;
  password: string;
}

/** The name that the apps give their session cookie. */
const cookieName = "nt-auth";

/**
 * Signs in with a password and gives the cookies that the client library sets, for tests and
 * measurements that do not come through the pages.
 * @throws AuthError when the auth service refuses
 */
export async function sessionCookies(signIn: SignIn): Promise<SessionCookie[]> {
  const jar = new Map<string, string>();
  const client = createServerClient(signIn.url, signIn.publishableKey, {
    cookieOptions: { name: cookieName },
    cookies: {
      getAll: () => [...jar].map(([name, value]) => ({ name, value })),
      setAll: (list) => {
        for (const { name, value } of list) {
          jar.set(name, value);
        }
      },
    },
  });
  const { email, password } = signIn;
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) {
    throw error;
  }
  return [...jar].map(([name, value]) => ({ name, value }));
}
