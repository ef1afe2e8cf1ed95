import { hash } from "@node-rs/argon2";
import { z } from "zod";
import { hashCost } from "../auth/passwords.ts";
import { withClient } from "../postgres/connection.ts";
import { demoPassword } from "./accounts.ts";
import type { DemoPerson } from "./people.ts";
import { demoId } from "./timeline.ts";

const refusal = z.object({ error_code: z.string() });

/**
 * Makes the accounts at the auth service; those that are there stay. All share one public password,
 * so one hash serves them and nobody waits for sixteen.
 */
export async function createAccounts(
  people: readonly DemoPerson[],
  target: { authUrl: string; secretKey: string },
): Promise<void> {
  const passwordHash = await hash(demoPassword, { ...hashCost });
  await Promise.all(people.map((person) => createAccount(person, passwordHash, target)));
}

async function createAccount(
  { key, email, name }: DemoPerson,
  passwordHash: string,
  { authUrl, secretKey }: { authUrl: string; secretKey: string },
): Promise<void> {
  const response = await fetch(new URL("/auth/v1/admin/users", authUrl), {
    method: "POST",
    headers: {
      apikey: secretKey,
      authorization: `Bearer ${secretKey}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      id: demoId(`person ${key}`),
      email,
      password_hash: passwordHash,
      email_confirm: true,
      user_metadata: { full_name: name },
    }),
    signal: AbortSignal.timeout(30_000),
  });
  const body: unknown = await response.json();
  // The id is taken, or the address: an earlier run made it.
  const code = refusal.safeParse(body).data?.error_code;
  const there = code === "conflict" || code === "email_exists";
  if (!response.ok && !there) {
    throw new Error(`The auth service refused the account of ${email}: ${JSON.stringify(body)}`);
  }
}

/** Lets fresh accounts have been made on the day the person joined. */
export async function backdateAccounts(
  people: readonly DemoPerson[],
  adminUrl: string,
  now: Date,
): Promise<void> {
  const ids = people.map(({ key }) => demoId(`person ${key}`));
  const joined = people.map((person) => joinedAt(person, now));
  await withClient(adminUrl, async (client) => {
    for (const [table, column] of [
      ["users", "created_at"],
      ["profiles", "created_at"],
      ["member_cards", "joined_at"],
    ]) {
      // Only those of today: a second run must not move them again.
      await client.query(
        `update public.${table} t set ${column} = p.joined
         from unnest($1::uuid[], $2::timestamptz[]) as p (id, joined)
         where t.id = p.id and t.${column} > now() - interval '1 hour'`,
        [ids, joined],
      );
    }
  });
}

/** When somebody joined. */
export function joinedAt({ joinedDaysAgo }: DemoPerson, now: Date): Date {
  return new Date(now.getTime() - joinedDaysAgo * 86_400_000);
}
