-- Measuring the product: raw events, the figures made from them, their summaries, saved reports.
set search_path = public, extensions;

create table if not exists public.analytics_events (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  platform text not null,
  event_name text not null,
  properties jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint analytics_events_pkey primary key (id),
  constraint analytics_events_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint analytics_events_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint analytics_events_event_name_check check (event_name ~ '^[a-z][a-z0-9_.:]*$' and length(event_name) <= 100),
  constraint analytics_events_properties_check check (jsonb_typeof(properties) = 'object' and pg_column_size(properties) <= 16384)
);
comment on table public.analytics_events is 'Raw happenings for measuring the product; pays nothing and decides nothing.';
comment on column public.analytics_events.id is 'Key.';
comment on column public.analytics_events.user_id is 'The member; the rows go with the account.';
comment on column public.analytics_events.platform is 'App in which it happened.';
comment on column public.analytics_events.event_name is 'What happened, such as page_view or onboarding_step.';
comment on column public.analytics_events.properties is 'More about it, at most 16 kB.';
comment on column public.analytics_events.created_at is 'When it happened.';
create index if not exists analytics_events_user_id_created_at_idx on public.analytics_events (user_id, created_at desc);
create index if not exists analytics_events_platform_event_name_created_at_idx on public.analytics_events (platform, event_name, created_at desc);
create index if not exists analytics_events_created_at_idx on public.analytics_events using brin (created_at);

create table if not exists public.analytics_metrics (
  id uuid not null default gen_random_uuid(),
  platform text not null,
  metric_key text not null,
  metric_value numeric not null,
  dimension_values jsonb not null default '{}',
  measured_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint analytics_metrics_pkey primary key (id),
  constraint analytics_metrics_platform_metric_key_measured_at_key
    unique (platform, metric_key, measured_at, dimension_values),
  constraint analytics_metrics_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint analytics_metrics_dimension_values_check check (jsonb_typeof(dimension_values) = 'object')
);
comment on table public.analytics_metrics is 'Hourly and daily figures worked out from raw events, by dimension.';
comment on column public.analytics_metrics.id is 'Key.';
comment on column public.analytics_metrics.platform is 'The app.';
comment on column public.analytics_metrics.metric_key is 'The figure, such as active_members.';
comment on column public.analytics_metrics.metric_value is 'Its value.';
comment on column public.analytics_metrics.dimension_values is 'What it is broken down by; empty for the whole.';
comment on column public.analytics_metrics.measured_at is 'Start of the hour or day it stands for.';
comment on column public.analytics_metrics.created_at is 'When it was worked out.';
create index if not exists analytics_metrics_platform_metric_key_measured_at_idx on public.analytics_metrics (platform, metric_key, measured_at desc);

create table if not exists public.analytics_summaries (
  id uuid not null default gen_random_uuid(),
  platform text not null,
  summary_type text not null,
  time_period text not null,
  start_date date not null,
  end_date date not null,
  metrics jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint analytics_summaries_pkey primary key (id),
  constraint analytics_summaries_natural_key unique (platform, summary_type, time_period, start_date),
  constraint analytics_summaries_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint analytics_summaries_time_period_check check (time_period in ('day', 'week', 'month')),
  constraint analytics_summaries_end_date_check check (end_date >= start_date)
);
comment on table public.analytics_summaries is 'Figures of a day, week or month in one row, with a text about them where one was written.';
comment on column public.analytics_summaries.id is 'Key.';
comment on column public.analytics_summaries.platform is 'The app.';
comment on column public.analytics_summaries.summary_type is 'What is summed up, such as engagement or ai_interaction.';
comment on column public.analytics_summaries.time_period is 'day, week or month.';
comment on column public.analytics_summaries.start_date is 'First day.';
comment on column public.analytics_summaries.end_date is 'Last day.';
comment on column public.analytics_summaries.metrics is 'The figures and the text.';
comment on column public.analytics_summaries.created_at is 'When it was made.';
comment on column public.analytics_summaries.updated_at is 'When it was last worked out.';
create index if not exists analytics_summaries_start_date_end_date_idx on public.analytics_summaries (start_date, end_date);

create table if not exists public.analytics_reports (
  id uuid not null default gen_random_uuid(),
  platform text not null,
  report_type text not null,
  parameters jsonb not null default '{}',
  report_data jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint analytics_reports_pkey primary key (id),
  constraint analytics_reports_created_by_fkey foreign key (created_by) references public.users (id) on delete set null,
  constraint analytics_reports_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.analytics_reports is 'Reports that somebody saved, with their parameters and the data as it was then.';
comment on column public.analytics_reports.id is 'Key.';
comment on column public.analytics_reports.platform is 'The app.';
comment on column public.analytics_reports.report_type is 'Kind of report.';
comment on column public.analytics_reports.parameters is 'What was asked.';
comment on column public.analytics_reports.report_data is 'What came out; null while it is being made.';
comment on column public.analytics_reports.created_by is 'Who saved it.';
comment on column public.analytics_reports.created_at is 'When it was saved.';
comment on column public.analytics_reports.updated_at is 'When it last changed.';
create index if not exists analytics_reports_platform_report_type_created_at_idx on public.analytics_reports (platform, report_type, created_at desc);
create index if not exists analytics_reports_created_by_idx on public.analytics_reports (created_by);

create or replace trigger analytics_summaries_touch before update on public.analytics_summaries for each row execute function public.touch_updated_at();
create or replace trigger analytics_reports_touch before update on public.analytics_reports for each row execute function public.touch_updated_at();

do $$
declare
  name text;
begin
  foreach name in array array['analytics_events', 'analytics_metrics', 'analytics_summaries', 'analytics_reports']
  loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
  end loop;
end
$$;

grant select, insert (user_id, platform, event_name, properties) on public.analytics_events to authenticated;
create policy "members read their own events" on public.analytics_events for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members log their own events" on public.analytics_events for insert to authenticated
  with check ((select auth.uid()) = user_id);

grant select on public.analytics_metrics, public.analytics_summaries, public.analytics_reports to authenticated;
create policy "staff read figures" on public.analytics_metrics for select to authenticated
  using ((select app.has_permission('analytics:view')));
create policy "staff read summaries" on public.analytics_summaries for select to authenticated
  using ((select app.has_permission('analytics:view')));
create policy "staff read reports" on public.analytics_reports for select to authenticated
  using ((select app.has_permission('analytics:view')));

grant insert (platform, report_type, parameters, report_data, created_by), update (parameters, report_data), delete
  on public.analytics_reports to authenticated;
create policy "staff save reports" on public.analytics_reports for insert to authenticated
  with check ((select auth.uid()) = created_by and (select app.has_permission('analytics:view')));
create policy "staff change their own reports" on public.analytics_reports for update to authenticated
  using ((select auth.uid()) = created_by and (select app.has_permission('analytics:view')))
  with check ((select auth.uid()) = created_by);
create policy "staff remove their own reports" on public.analytics_reports for delete to authenticated
  using ((select auth.uid()) = created_by and (select app.has_permission('analytics:view')));

insert into public.schema_version (version, name) values (16, '20261101001500_analytics')
on conflict do nothing;
