-- Wellness: health data, supplements and the journal, each readable by its owner alone.
set search_path = public, extensions;

create table public.health_integrations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  provider varchar(50) not null constraint health_integrations_provider_check check (provider ~ '^[a-z0-9_-]+$'),
  provider_user_id varchar(255),
  access_token text constraint health_integrations_access_token_check check (access_token ~ '^enc[.]v1[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$'),
  refresh_token text constraint health_integrations_refresh_token_check check (refresh_token ~ '^enc[.]v1[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$'),
  token_key_id text,
  token_expires_at timestamptz,
  is_active boolean not null default true,
  metadata jsonb not null default '{}',
  last_sync timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, provider),
  constraint health_integrations_token_key_id_check check (num_nonnulls(access_token, refresh_token) = 0 or token_key_id is not null)
);
comment on table public.health_integrations is 'A member''s link to a health provider; its keys are held encrypted and never leave the server.';
comment on column public.health_integrations.id is 'Unique identifier.';
comment on column public.health_integrations.user_id is 'The member.';
comment on column public.health_integrations.provider is 'Name of the provider, such as oura or csv.';
comment on column public.health_integrations.provider_user_id is 'The member''s number at the provider.';
comment on column public.health_integrations.access_token is 'Access key, only ever as ciphertext (enc.v1.nonce.ciphertext, base64url); readable by the service alone.';
comment on column public.health_integrations.refresh_token is 'Renewal key, only ever as ciphertext of the same form; readable by the service alone.';
comment on column public.health_integrations.token_key_id is 'Which encryption key sealed the two; readable by the service alone.';
comment on column public.health_integrations.token_expires_at is 'When the access key lapses.';
comment on column public.health_integrations.is_active is 'Whether it is used for sync.';
comment on column public.health_integrations.metadata is 'Granted scopes and provider facts.';
comment on column public.health_integrations.last_sync is 'When data last came in.';
comment on column public.health_integrations.created_at is 'When the row was written.';
comment on column public.health_integrations.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.health_integrations for each row execute function public.touch_updated_at();
alter table public.health_integrations enable row level security;
alter table public.health_integrations force row level security;
revoke all on public.health_integrations from anon, authenticated;
grant select (id, user_id, provider, provider_user_id, token_expires_at, is_active, metadata, last_sync, created_at, updated_at) on public.health_integrations to authenticated;
grant insert (id, user_id, provider, is_active) on public.health_integrations to authenticated;
grant update (is_active) on public.health_integrations to authenticated;
grant delete on public.health_integrations to authenticated;
create policy "only the owner, whoever asks" on public.health_integrations as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own integrations" on public.health_integrations
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own integrations" on public.health_integrations
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own integrations" on public.health_integrations
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own integrations" on public.health_integrations
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.health_metrics (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  integration_id uuid references public.health_integrations (id) on delete set null,
  metric_type varchar(50) not null constraint health_metrics_metric_type_check check (metric_type ~ '^[a-z0-9_]+$'),
  value numeric(10,2) not null,
  unit varchar(20) not null,
  "timestamp" timestamptz not null,
  source varchar(50) not null default 'manual',
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (user_id, metric_type, "timestamp", source)
);
create index health_metrics_metric_type_idx on public.health_metrics (metric_type);
create index health_metrics_timestamp_idx on public.health_metrics ("timestamp");
create index health_metrics_integration_id_idx on public.health_metrics (integration_id);
comment on table public.health_metrics is 'Measured values over time, from a device or typed in by the member (source manual).';
comment on column public.health_metrics.id is 'Unique identifier.';
comment on column public.health_metrics.user_id is 'The member.';
comment on column public.health_metrics.integration_id is 'Link it came through; empty for manual entries.';
comment on column public.health_metrics.metric_type is 'What was measured, such as heart_rate or sleep_minutes.';
comment on column public.health_metrics.value is 'The value, in the unit beside it.';
comment on column public.health_metrics.unit is 'Unit of the value, such as bpm or kg.';
comment on column public.health_metrics."timestamp" is 'When it was measured.';
comment on column public.health_metrics.source is 'Where it came from: manual, import or the provider.';
comment on column public.health_metrics.metadata is 'Further facts such as device or note.';
comment on column public.health_metrics.created_at is 'When the row was written.';
alter table public.health_metrics enable row level security;
alter table public.health_metrics force row level security;
revoke all on public.health_metrics from anon, authenticated;
grant select on public.health_metrics to authenticated;
grant insert (id, user_id, integration_id, metric_type, value, unit, "timestamp", source, metadata) on public.health_metrics to authenticated;
grant update (metric_type, value, unit, "timestamp", source, metadata) on public.health_metrics to authenticated;
grant delete on public.health_metrics to authenticated;
create policy "only the owner, whoever asks" on public.health_metrics as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own values" on public.health_metrics
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own values" on public.health_metrics
  for insert to authenticated
  with check (user_id = (select auth.uid()) and (integration_id is null or integration_id in (select id from public.health_integrations)));
create policy "members change own values" on public.health_metrics
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()) and (integration_id is null or integration_id in (select id from public.health_integrations)));
create policy "members remove own values" on public.health_metrics
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.integration_settings (
  user_id uuid primary key references public.users (id) on delete cascade,
  auto_sync boolean not null default true,
  sync_frequency varchar(20) not null default 'daily' constraint integration_settings_sync_frequency_check check (sync_frequency in ('hourly', 'daily', 'weekly', 'manual')),
  notify_on_sync boolean not null default true,
  include_in_reports boolean not null default true,
  last_updated timestamptz not null default now()
);
comment on table public.integration_settings is 'How and when a member''s health links sync.';
comment on column public.integration_settings.user_id is 'The member.';
comment on column public.integration_settings.auto_sync is 'Whether data comes in by itself.';
comment on column public.integration_settings.sync_frequency is 'How often.';
comment on column public.integration_settings.notify_on_sync is 'Whether the member is told.';
comment on column public.integration_settings.include_in_reports is 'Whether the values go into the member''s own reports.';
comment on column public.integration_settings.last_updated is 'When the settings last changed.';
alter table public.integration_settings enable row level security;
alter table public.integration_settings force row level security;
revoke all on public.integration_settings from anon, authenticated;
grant select on public.integration_settings to authenticated;
grant insert (user_id, auto_sync, sync_frequency, notify_on_sync, include_in_reports, last_updated) on public.integration_settings to authenticated;
grant update (auto_sync, sync_frequency, notify_on_sync, include_in_reports, last_updated) on public.integration_settings to authenticated;
grant delete on public.integration_settings to authenticated;
create policy "only the owner, whoever asks" on public.integration_settings as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own sync settings" on public.integration_settings
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own sync settings" on public.integration_settings
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own sync settings" on public.integration_settings
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own sync settings" on public.integration_settings
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.supplements (
  id uuid primary key default gen_random_uuid(),
  name text not null unique constraint supplements_name_check check (length(name) between 1 and 200),
  description text,
  benefits text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.supplements is 'Catalogue of supplements that protocols and the intake log use.';
comment on column public.supplements.id is 'Unique identifier.';
comment on column public.supplements.name is 'Name.';
comment on column public.supplements.description is 'What it is.';
comment on column public.supplements.benefits is 'What it is said to do, with its ground.';
comment on column public.supplements.created_at is 'When the row was written.';
comment on column public.supplements.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.supplements for each row execute function public.touch_updated_at();
alter table public.supplements enable row level security;
alter table public.supplements force row level security;
revoke all on public.supplements from anon, authenticated;
grant select on public.supplements to authenticated;
grant insert (id, name, description, benefits) on public.supplements to authenticated;
grant update (name, description, benefits) on public.supplements to authenticated;
grant delete on public.supplements to authenticated;
create policy "members read supplements" on public.supplements
  for select to authenticated
  using (true);
create policy "editors add supplements" on public.supplements
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change supplements" on public.supplements
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove supplements" on public.supplements
  for delete to authenticated
  using ((select app.is_editor()));

create table public.supplement_intakes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  supplement_id uuid not null references public.supplements (id) on delete restrict,
  taken_at timestamptz not null default now(),
  dose numeric(10,2) constraint supplement_intakes_dose_check check (dose > 0),
  unit varchar(20),
  note text,
  created_at timestamptz not null default now(),
  constraint supplement_intakes_unit_check check (dose is null or unit is not null)
);
create index supplement_intakes_user_id_taken_at_idx on public.supplement_intakes (user_id, taken_at desc);
create index supplement_intakes_supplement_id_idx on public.supplement_intakes (supplement_id);
comment on table public.supplement_intakes is 'Ours: What a member took, how much and when.';
comment on column public.supplement_intakes.id is 'Unique identifier.';
comment on column public.supplement_intakes.user_id is 'The member.';
comment on column public.supplement_intakes.supplement_id is 'What was taken.';
comment on column public.supplement_intakes.taken_at is 'When.';
comment on column public.supplement_intakes.dose is 'How much, in the unit beside it.';
comment on column public.supplement_intakes.unit is 'Unit of the dose, such as mg.';
comment on column public.supplement_intakes.note is 'The member''s remark.';
comment on column public.supplement_intakes.created_at is 'When the row was written.';
alter table public.supplement_intakes enable row level security;
alter table public.supplement_intakes force row level security;
revoke all on public.supplement_intakes from anon, authenticated;
grant select on public.supplement_intakes to authenticated;
grant insert (id, user_id, supplement_id, taken_at, dose, unit, note) on public.supplement_intakes to authenticated;
grant update (supplement_id, taken_at, dose, unit, note) on public.supplement_intakes to authenticated;
grant delete on public.supplement_intakes to authenticated;
create policy "only the owner, whoever asks" on public.supplement_intakes as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own intakes" on public.supplement_intakes
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own intakes" on public.supplement_intakes
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own intakes" on public.supplement_intakes
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own intakes" on public.supplement_intakes
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.journal_entries (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  title text not null constraint journal_entries_title_check check (length(title) between 1 and 300),
  content text not null,
  entry_type text not null default 'free_reflection' constraint journal_entries_entry_type_check check (entry_type in ('free_reflection', 'guided_reflection', 'concept_application', 'exercise_response', 'insight_capture')),
  mood integer constraint journal_entries_mood_check check (mood between 1 and 5),
  tags text[] not null default '{}',
  related_concepts text[] not null default '{}',
  related_exercises text[] not null default '{}',
  favorite boolean not null default false,
  is_public boolean not null default false,
  tenant_slug text not null references public.tenants (slug) on update cascade on delete restrict,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index journal_entries_user_id_created_at_idx on public.journal_entries (user_id, created_at desc);
create index journal_entries_tags_idx on public.journal_entries using gin (tags);
create index journal_entries_tenant_slug_idx on public.journal_entries (tenant_slug);
comment on table public.journal_entries is 'Reflective writing; the row is read by its owner alone.';
comment on column public.journal_entries.id is 'Unique identifier.';
comment on column public.journal_entries.user_id is 'The writer.';
comment on column public.journal_entries.title is 'Title.';
comment on column public.journal_entries.content is 'Body as Markdown.';
comment on column public.journal_entries.entry_type is 'Kind of entry.';
comment on column public.journal_entries.mood is 'How the writer felt, 5 is best.';
comment on column public.journal_entries.tags is 'The writer''s own labels.';
comment on column public.journal_entries.related_concepts is 'Ids of concepts it speaks of, as text.';
comment on column public.journal_entries.related_exercises is 'Ids of exercises it answers, as text.';
comment on column public.journal_entries.favorite is 'Whether the writer marked it.';
comment on column public.journal_entries.is_public is 'Whether the writer agrees to sharing; sharing copies the text into a post, the row itself stays closed.';
comment on column public.journal_entries.tenant_slug is 'Community in which it was written.';
comment on column public.journal_entries.created_at is 'When the row was written.';
comment on column public.journal_entries.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.journal_entries for each row execute function public.touch_updated_at();
alter table public.journal_entries enable row level security;
alter table public.journal_entries force row level security;
revoke all on public.journal_entries from anon, authenticated;
grant select on public.journal_entries to authenticated;
grant insert (id, user_id, title, content, entry_type, mood, tags, related_concepts, related_exercises, favorite, is_public, tenant_slug) on public.journal_entries to authenticated;
grant update (title, content, entry_type, mood, tags, related_concepts, related_exercises, favorite, is_public, tenant_slug) on public.journal_entries to authenticated;
grant delete on public.journal_entries to authenticated;
create policy "only the owner, whoever asks" on public.journal_entries as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own journal" on public.journal_entries
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own journal" on public.journal_entries
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own journal" on public.journal_entries
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own journal" on public.journal_entries
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.health_grants (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  grantee_id uuid not null references public.users (id) on delete cascade,
  metric_types text[] not null constraint health_grants_metric_types_check check (cardinality(metric_types) > 0),
  purpose text,
  measured_from timestamptz,
  starts_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  constraint health_grants_expires_at_check check (expires_at > starts_at and expires_at <= starts_at + interval '1 year'),
  constraint health_grants_grantee_id_check check (grantee_id <> user_id)
);
create index health_grants_user_id_idx on public.health_grants (user_id);
create index health_grants_grantee_id_expires_at_idx on public.health_grants (grantee_id, expires_at);
comment on table public.health_grants is 'Ours: Leave that a member gives one other person to see chosen values for a while; it ends by itself.';
comment on column public.health_grants.id is 'Unique identifier.';
comment on column public.health_grants.user_id is 'Whose values they are.';
comment on column public.health_grants.grantee_id is 'Who may see them.';
comment on column public.health_grants.metric_types is 'Which values, by metric_type.';
comment on column public.health_grants.purpose is 'What for, in the words of the owner.';
comment on column public.health_grants.measured_from is 'Oldest measurement that is shown; empty means all.';
comment on column public.health_grants.starts_at is 'When the leave begins.';
comment on column public.health_grants.expires_at is 'When it ends.';
comment on column public.health_grants.revoked_at is 'When the owner took it back.';
comment on column public.health_grants.created_at is 'When the row was written.';
alter table public.health_grants enable row level security;
alter table public.health_grants force row level security;
revoke all on public.health_grants from anon, authenticated;
grant select on public.health_grants to authenticated;
grant insert (id, user_id, grantee_id, metric_types, purpose, measured_from, starts_at, expires_at) on public.health_grants to authenticated;
grant update (metric_types, purpose, measured_from, expires_at, revoked_at) on public.health_grants to authenticated;
create policy "only the two sides, whoever asks" on public.health_grants as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()) or grantee_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read grants they gave" on public.health_grants
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members read running grants they hold" on public.health_grants
  for select to authenticated
  using (grantee_id = (select auth.uid()) and revoked_at is null and now() >= starts_at and now() < expires_at);
create policy "members grant own values" on public.health_grants
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change or revoke own grants" on public.health_grants
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create table public.health_grant_looks (
  id uuid primary key default gen_random_uuid(),
  grant_id uuid not null references public.health_grants (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  looked_at timestamptz not null default now(),
  rows_shown integer not null constraint health_grant_looks_rows_shown_check check (rows_shown >= 0)
);
create index health_grant_looks_grant_id_idx on public.health_grant_looks (grant_id);
create index health_grant_looks_user_id_looked_at_idx on public.health_grant_looks (user_id, looked_at desc);
comment on table public.health_grant_looks is 'Ours: Each look at values under a grant, for the owner to see; written by app.granted_health_metrics.';
comment on column public.health_grant_looks.id is 'Unique identifier.';
comment on column public.health_grant_looks.grant_id is 'Leave under which it happened.';
comment on column public.health_grant_looks.user_id is 'Whose values were seen.';
comment on column public.health_grant_looks.looked_at is 'When.';
comment on column public.health_grant_looks.rows_shown is 'How many values were shown.';
alter table public.health_grant_looks enable row level security;
alter table public.health_grant_looks force row level security;
revoke all on public.health_grant_looks from anon, authenticated;
grant select on public.health_grant_looks to authenticated;
create policy "only the owner, whoever asks" on public.health_grant_looks as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own look log" on public.health_grant_looks
  for select to authenticated
  using (user_id = (select auth.uid()));

create function app.granted_health_metrics(owner uuid, seen_limit integer default 1000)
returns table (id uuid, metric_type varchar, value numeric, unit varchar, measured_at timestamptz, source varchar)
language plpgsql volatile security definer set search_path = '' as $$
declare
  leave public.health_grants;
  shown integer;
begin
  for leave in
    select g.* from public.health_grants g
    where g.user_id = owner and g.grantee_id = (select auth.uid())
      and g.revoked_at is null and now() >= g.starts_at and now() < g.expires_at
    order by g.starts_at, g.id
  loop
    return query
      select m.id, m.metric_type, m.value, m.unit, m."timestamp", m.source
      from public.health_metrics m
      where m.user_id = owner and m.metric_type = any (leave.metric_types)
        and (leave.measured_from is null or m."timestamp" >= leave.measured_from)
      order by m."timestamp" desc, m.id
      limit greatest(0, least(seen_limit, 1000));
    get diagnostics shown = row_count;
    insert into public.health_grant_looks (grant_id, user_id, rows_shown) values (leave.id, owner, shown);
  end loop;
end
$$;
comment on function app.granted_health_metrics(uuid, integer) is 'The only way to another member''s values: those a running grant covers, at most 1000 for each grant, and each look is logged.';
revoke all on function app.granted_health_metrics(uuid, integer) from public;
grant execute on function app.granted_health_metrics(uuid, integer) to authenticated;

insert into public.schema_version (version, name) values (13, '20261101001200_wellness') on conflict do nothing;
