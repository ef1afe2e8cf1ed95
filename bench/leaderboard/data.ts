import type pg from "pg";

/** Members who earn: so many that a day of the largest size has many places. */
export const memberCount = 5000;

/** The member who asks. */
export const readerId = memberId(1);

function memberId(number: number): string {
  return `00000000-0000-4000-a000-${String(number).padStart(12, "0")}`;
}

/** Makes the members and fills the ledger up to so many awards, spread over the last year. */
export async function growAwards(client: pg.Client, rows: number): Promise<void> {
  await client.query(
    `insert into public.users (id, email)
     select ('00000000-0000-4000-a000-' || lpad(n::text, 12, '0'))::uuid, 'bench-leader-' || n || '@example.com'
     from generate_series(1, $1::int) n on conflict do nothing`,
    [memberCount],
  );
  await client.query(
    `insert into public.platform_access (user_id, platform_slug)
     select id, 'hub' from public.users on conflict do nothing`,
  );
  const { rows: counted } = await client.query<{ n: number }>(
    "select count(*)::int as n from public.gamification_events",
  );
  const missing = rows - (counted[0]?.n ?? 0);
  if (missing > 0) {
    await client.query(
      `insert into public.gamification_events (persona, site, event_type, token_type, amount, debit_account,
         credit_account, idempotency_key, created_at)
       select 'hub', (array['hub','ascenders','neothinkers','immortals'])[1 + n % 4], 'reward', 'LUCK',
         1 + n % 50, '00000000-0000-4000-8000-000000000001',
         ('00000000-0000-4000-a000-' || lpad((1 + (random() ^ 2 * ($2::int - 1))::int)::text, 12, '0'))::uuid,
         'bench:leader:' || gen_random_uuid(), now() - random() ^ 2 * interval '365 days'
       from generate_series(1, $1::int) n`,
      [missing, memberCount],
    );
  }
  await client.query("vacuum analyze public.gamification_events, public.leaderboard_scores");
}
