import type pg from "pg";

export const memberCount = 200;

/** The id of a member of the measurement. */
export function memberId(number: number): string {
  return `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`;
}

/** Makes the members, gives each enough to spend, and fills the ledger up to so many entries. */
export async function growLedger(client: pg.Client, rows: number): Promise<void> {
  await client.query(
    `insert into public.users (id, email)
     select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'bench-ledger-' || n || '@example.com'
     from generate_series(1, $1::int) n on conflict do nothing`,
    [memberCount],
  );
  await client.query(
    `insert into public.gamification_events (persona, site, event_type, token_type, amount, debit_account,
       credit_account, idempotency_key)
     select 'hub', 'hub', 'grant', 'LUCK', 1000000, '00000000-0000-4000-8000-000000000001',
       ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'bench:grant:' || n
     from generate_series(1, $1::int) n on conflict do nothing`,
    [memberCount],
  );
  const { rows: counted } = await client.query<{ n: number }>(
    "select count(*)::int as n from public.gamification_events",
  );
  const missing = rows - (counted[0]?.n ?? 0);
  if (missing > 0) {
    await client.query(
      `insert into public.gamification_events (persona, site, event_type, token_type, amount, debit_account,
         credit_account, idempotency_key)
       select 'hub', 'hub', 'reward', (array['LUCK','LIVE','LOVE','LIFE'])[1 + n % 4], 1,
         '00000000-0000-4000-8000-000000000001',
         ('00000000-0000-4000-9000-' || lpad((1 + n % $2::int)::text, 12, '0'))::uuid,
         'bench:fill:' || gen_random_uuid()
       from generate_series(1, $1::int) n`,
      [missing, memberCount],
    );
  }
  await client.query("vacuum analyze public.gamification_events, public.token_balances");
  await client.query(
    `create table if not exists public.bench_plain_entries (
       id bigint generated always as identity primary key, token text not null, amount numeric(20, 6) not null,
       debit uuid not null, credit uuid not null, idempotency_key text unique not null,
       created_at timestamptz not null default now())`,
  );
}
