-- What anyone needs to replay the economy, and what simulation and census keep.
set search_path = public, extensions;

create table if not exists ledger_epochs (
  number integer not null,
  label text not null,
  ends_at timestamptz not null,
  first_entry bigint not null,
  last_entry bigint not null,
  entry_count integer not null,
  previous_hash text not null,
  hash text not null,
  closed_at timestamptz not null default now(),
  constraint ledger_epochs_pkey primary key (number),
  constraint ledger_epochs_label_key unique (label),
  constraint ledger_epochs_number_check check (number > 0),
  constraint ledger_epochs_span_check check (first_entry > 0 and last_entry >= first_entry),
  constraint ledger_epochs_entry_count_check check (entry_count >= 0),
  constraint ledger_epochs_hashes_check check (hash ~ '^[0-9a-f]{64}$' and previous_hash ~ '^[0-9a-f]{64}$')
);
comment on table ledger_epochs is 'Ours: closed stretches of the ledger, one a week, each with a hash over its public lines that is chained to the one before.';
comment on column ledger_epochs.number is 'Place in the chain, from 1.';
comment on column ledger_epochs.label is 'Monday of the UTC week that the epoch closes, such as 2026-11-16.';
comment on column ledger_epochs.ends_at is 'Moment at which the week ended.';
comment on column ledger_epochs.first_entry is 'Lowest entry number that the epoch covers.';
comment on column ledger_epochs.last_entry is 'Highest entry number that it covers; nothing can be entered up to it any more.';
comment on column ledger_epochs.entry_count is 'Public lines in it; simulated entries and numbers that were never used do not count.';
comment on column ledger_epochs.previous_hash is 'Hash of the epoch before; sixty-four zeros for the first.';
comment on column ledger_epochs.hash is 'SHA-256 over the previous hash and the lines of the epoch, in hexadecimal.';
comment on column ledger_epochs.closed_at is 'When it was closed.';
alter table ledger_epochs enable row level security;
alter table ledger_epochs force row level security;
revoke all on ledger_epochs from anon, authenticated;
grant select on ledger_epochs to anon, authenticated;
grant all on ledger_epochs to service_role;
revoke update, delete, truncate on ledger_epochs from service_role;
drop policy if exists "visitors read closed epochs" on ledger_epochs;
create policy "visitors read closed epochs" on ledger_epochs for select to anon using (true);
drop policy if exists "members read closed epochs" on ledger_epochs;
create policy "members read closed epochs" on ledger_epochs for select to authenticated using (true);

create table if not exists ledger_salts (
  purpose text not null,
  salt text not null,
  created_at timestamptz not null default now(),
  constraint ledger_salts_pkey primary key (purpose),
  constraint ledger_salts_salt_check check (char_length(salt) >= 32)
);
comment on table ledger_salts is 'Ours: secrets of this installation from which pseudonyms are made; they never leave the server.';
comment on column ledger_salts.purpose is 'What the salt is for.';
comment on column ledger_salts.salt is 'Random text; changing it would change every pseudonym and with it every hash.';
comment on column ledger_salts.created_at is 'When it was drawn.';
alter table ledger_salts enable row level security;
alter table ledger_salts force row level security;
revoke all on ledger_salts from anon, authenticated;
grant select on ledger_salts to service_role;
drop policy if exists "only the service reads salts" on ledger_salts;
create policy "only the service reads salts" on ledger_salts for select to service_role using (true);
insert into ledger_salts (purpose, salt)
select 'export', encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')
on conflict do nothing;

-- Numbers are given before a commit, so a lower one may still be on its way when a higher one is there.
create or replace function app.settled_ledger_end(until_moment timestamptz, after_entry bigint) returns bigint
  language plpgsql security definer set search_path = ''
  as $$
  declare
    later bigint;
    highest bigint;
  begin
    lock table public.gamification_events in share mode;
    select min(e.id) into later from public.gamification_events e
      where e.id > settled_ledger_end.after_entry and e.created_at >= settled_ledger_end.until_moment;
    select max(e.id) into highest from public.gamification_events e;
    return coalesce(later - 1, highest, 0);
  end $$;
comment on function app.settled_ledger_end(timestamptz, bigint) is 'Waits for everyone who is writing to the ledger, then gives the last entry before the first one from that moment on. Up to it nothing can be entered later.';
revoke execute on function app.settled_ledger_end(timestamptz, bigint) from public;
grant execute on function app.settled_ledger_end(timestamptz, bigint) to service_role;

-- The replay under changed rules and the census walk through actions in the order of time.
create index if not exists user_actions_created_at_idx on user_actions (created_at, id);

alter table simulation_runs
  add column if not exists progress integer not null default 0,
  add column if not exists cancel_requested boolean not null default false;
comment on column simulation_runs.progress is 'Ours: share that is done, in percent.';
comment on column simulation_runs.cancel_requested is 'Ours: set when the member wants it to stop; the run looks at it as it goes.';
alter table simulation_runs drop constraint if exists simulation_runs_progress_check;
alter table simulation_runs add constraint simulation_runs_progress_check check (progress between 0 and 100);

-- One real snapshot of a scope at a moment, however often the job runs.
create unique index if not exists census_snapshots_real_key on census_snapshots
  (scope, scope_id, (metadata ->> 'name'), snapshot_at) nulls not distinct where simulation_run_id is null;
create index if not exists census_snapshots_snapshot_at_idx on census_snapshots (snapshot_at desc);

insert into entity_types (name, table_name, id_column, label) values
  ('site_settings', null, 'id', 'Figures of a platform'),
  ('ledger_entry', null, 'id', 'Entry of the ledger'),
  ('simulation_run', 'simulation_runs', 'id', 'Simulation')
on conflict do nothing;

insert into public.schema_version (version, name)
select max(version) + 1, '20261122164700_tokens_replay' from public.schema_version
on conflict do nothing;
