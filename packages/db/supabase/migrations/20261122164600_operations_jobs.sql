-- Periodic work: what is due, who holds it, how it went.
set search_path = public, extensions;

create table if not exists public.jobs (
  name text not null,
  next_run_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  leased_until timestamptz,
  failures integer not null default 0,
  last_error text,
  last_result jsonb,
  constraint jobs_pkey primary key (name),
  constraint jobs_name_check check (name ~ '^[a-z][a-z0-9-]{0,59}$'),
  constraint jobs_failures_check check (failures >= 0)
);
comment on table public.jobs is 'Ours: periodic work: when each job is due, who holds it, and how its last run ended.';
comment on column public.jobs.name is 'Name by which the registry in code knows it.';
comment on column public.jobs.next_run_at is 'When it is due again.';
comment on column public.jobs.started_at is 'When the last run began.';
comment on column public.jobs.finished_at is 'When the last run ended well.';
comment on column public.jobs.leased_until is 'Until when a running process holds it; past this another may take over.';
comment on column public.jobs.failures is 'Runs that failed since the last good one.';
comment on column public.jobs.last_error is 'What the last failed run said; empty after a good one.';
comment on column public.jobs.last_result is 'What the last good run counted.';
create index if not exists jobs_next_run_at_idx on public.jobs (next_run_at);
alter table public.jobs enable row level security;
alter table public.jobs force row level security;
revoke all on public.jobs from anon, authenticated;
grant all on public.jobs to service_role;
grant select on public.jobs to authenticated;
drop policy if exists "operators see how jobs go" on public.jobs;
create policy "operators see how jobs go" on public.jobs for select to authenticated using ((select app.is_operator()));

insert into public.schema_version (version, name)
select max(version) + 1, '20261122164600_operations_jobs' from public.schema_version
on conflict do nothing;
