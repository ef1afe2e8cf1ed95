-- Running the product: audit trail, security, errors, limits, health, and the outbox for live news.
set search_path = public, extensions;

-- Records ----------------------------------------------------------------------------------------

create table if not exists public.audit_logs (
  id uuid not null default gen_random_uuid(),
  user_id uuid,
  action text not null,
  entity_type text not null,
  entity_id uuid,
  old_data jsonb,
  new_data jsonb,
  reason text,
  request_id text,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  constraint audit_logs_pkey primary key (id),
  constraint audit_logs_user_id_fkey foreign key (user_id) references public.users (id) on delete set null,
  constraint audit_logs_entity_type_fkey foreign key (entity_type) references public.entity_types (name),
  constraint audit_logs_action_check check (length(action) between 1 and 200)
);
comment on table public.audit_logs is 'Who changed what that others rely on, and why. Append-only.';
comment on column public.audit_logs.id is 'Key.';
comment on column public.audit_logs.user_id is 'Who acted; null for a rule of the system or a closed account.';
comment on column public.audit_logs.action is 'What was done, such as access.grant.';
comment on column public.audit_logs.entity_type is 'Kind of the changed thing.';
comment on column public.audit_logs.entity_id is 'The changed thing; the row stays when the thing is gone.';
comment on column public.audit_logs.old_data is 'Values before; null when it was made.';
comment on column public.audit_logs.new_data is 'Values after; null when it was removed.';
comment on column public.audit_logs.reason is 'Ours: why it was done.';
comment on column public.audit_logs.request_id is 'Ours: request that did it.';
comment on column public.audit_logs.ip_address is 'Where the request came from.';
comment on column public.audit_logs.user_agent is 'Browser that the request named.';
comment on column public.audit_logs.created_at is 'When it happened.';
create index if not exists audit_logs_action_idx on public.audit_logs (action);
create index if not exists audit_logs_created_at_idx on public.audit_logs (created_at desc, id desc);
create index if not exists audit_logs_entity_type_entity_id_idx on public.audit_logs (entity_type, entity_id);
create index if not exists audit_logs_user_id_idx on public.audit_logs (user_id, created_at desc);
select app.register_reference('audit_logs', 'entity_type', 'entity_id', true);

create table if not exists public.security_events (
  id uuid not null default gen_random_uuid(),
  event_type text not null,
  severity text not null,
  user_id uuid,
  ip_address text,
  user_agent text,
  request_path text,
  request_method text,
  platform_slug text,
  context jsonb not null default '{}',
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint security_events_pkey primary key (id),
  constraint security_events_user_id_fkey foreign key (user_id) references public.users (id) on delete set null,
  constraint security_events_event_type_check check (event_type ~ '^[a-z][a-z0-9_]*$'),
  constraint security_events_severity_check check (severity in ('low', 'medium', 'high', 'critical')),
  constraint security_events_platform_slug_check check (platform_slug in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.security_events is 'What the machine noticed about single requests: failed sign-ins, limits passed, attacks. Kept 90 days when critical, 60 when high, else 30.';
comment on column public.security_events.id is 'Key.';
comment on column public.security_events.event_type is 'What was noticed, such as login_failure or rate_limit_exceeded.';
comment on column public.security_events.severity is 'low, medium, high or critical.';
comment on column public.security_events.user_id is 'Account concerned, if known.';
comment on column public.security_events.ip_address is 'Where the request came from.';
comment on column public.security_events.user_agent is 'Browser that the request named.';
comment on column public.security_events.request_path is 'Address asked for, without its query.';
comment on column public.security_events.request_method is 'HTTP method.';
comment on column public.security_events.platform_slug is 'App that was asked.';
comment on column public.security_events.context is 'State in which it happened.';
comment on column public.security_events.details is 'What exactly was noticed; never a password or a token.';
comment on column public.security_events.created_at is 'When it happened.';
create index if not exists security_events_created_at_idx on public.security_events (created_at desc);
create index if not exists security_events_event_type_severity_idx on public.security_events (event_type, severity);
create index if not exists security_events_user_id_idx on public.security_events (user_id);

create table if not exists public.security_logs (
  id uuid not null default gen_random_uuid(),
  event_type text not null,
  severity text not null,
  context jsonb not null default '{}',
  details jsonb not null default '{}',
  ip_address text,
  user_agent text,
  user_id uuid,
  platform text,
  "timestamp" timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint security_logs_pkey primary key (id),
  constraint security_logs_user_id_fkey foreign key (user_id) references public.users (id) on delete set null,
  constraint security_logs_severity_check check (severity in ('low', 'medium', 'high', 'critical')),
  constraint security_logs_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.security_logs is 'Case log of the security staff: what they judged and did. Never expires, never changes.';
comment on column public.security_logs.id is 'Key.';
comment on column public.security_logs.event_type is 'Kind of case.';
comment on column public.security_logs.severity is 'low, medium, high or critical.';
comment on column public.security_logs.context is 'What the case is about.';
comment on column public.security_logs.details is 'What was found and done.';
comment on column public.security_logs.ip_address is 'Origin concerned.';
comment on column public.security_logs.user_agent is 'Browser concerned.';
comment on column public.security_logs.user_id is 'Account concerned.';
comment on column public.security_logs.platform is 'App concerned.';
comment on column public.security_logs."timestamp" is 'When the case happened.';
comment on column public.security_logs.created_at is 'When it was written down.';
create index if not exists security_logs_event_type_idx on public.security_logs (event_type);
create index if not exists security_logs_severity_idx on public.security_logs (severity);
create index if not exists security_logs_timestamp_idx on public.security_logs ("timestamp" desc);
create index if not exists security_logs_user_id_idx on public.security_logs (user_id);

create table if not exists public.suspicious_activities (
  id uuid not null default gen_random_uuid(),
  user_id uuid,
  activity_type text not null,
  severity text not null,
  ip_address text,
  user_agent text,
  location_data jsonb,
  details jsonb not null default '{}',
  status text not null default 'pending',
  reviewed_by uuid,
  reviewed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint suspicious_activities_pkey primary key (id),
  constraint suspicious_activities_user_id_fkey foreign key (user_id) references public.users (id) on delete set null,
  constraint suspicious_activities_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null,
  constraint suspicious_activities_severity_check check (severity in ('low', 'medium', 'high', 'critical')),
  constraint suspicious_activities_status_check check (status in ('pending', 'confirmed', 'dismissed')),
  constraint suspicious_activities_reviewed_at_check check ((status = 'pending') = (reviewed_at is null))
);
comment on table public.suspicious_activities is 'Oddities of one account that wait for a person to confirm or dismiss them, such as a sign-in from a new country.';
comment on column public.suspicious_activities.id is 'Key.';
comment on column public.suspicious_activities.user_id is 'The account.';
comment on column public.suspicious_activities.activity_type is 'What is odd.';
comment on column public.suspicious_activities.severity is 'low, medium, high or critical.';
comment on column public.suspicious_activities.ip_address is 'Where it came from.';
comment on column public.suspicious_activities.user_agent is 'Browser that the request named.';
comment on column public.suspicious_activities.location_data is 'Place, as far as the address tells.';
comment on column public.suspicious_activities.details is 'What led to the suspicion.';
comment on column public.suspicious_activities.status is 'Ours: pending, confirmed or dismissed.';
comment on column public.suspicious_activities.reviewed_by is 'Ours: who judged it.';
comment on column public.suspicious_activities.reviewed_at is 'Ours: when it was judged.';
comment on column public.suspicious_activities.created_at is 'When it was noticed.';
create index if not exists suspicious_activities_activity_type_idx on public.suspicious_activities (activity_type);
create index if not exists suspicious_activities_severity_created_at_idx on public.suspicious_activities (severity, created_at desc);
create index if not exists suspicious_activities_user_id_idx on public.suspicious_activities (user_id);
create index if not exists suspicious_activities_reviewed_by_idx on public.suspicious_activities (reviewed_by);

create table if not exists public.data_transfer_logs (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  operation_type varchar(20) not null,
  file_name varchar(255),
  file_size integer,
  format varchar(20),
  status varchar(20) not null default 'processing',
  error_message text,
  record_count integer,
  data_types varchar[] not null default '{}',
  started_at timestamptz not null default now(),
  completed_at timestamptz,
  metadata jsonb not null default '{}',
  constraint data_transfer_logs_pkey primary key (id),
  constraint data_transfer_logs_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint data_transfer_logs_operation_type_check check (operation_type in ('import', 'export')),
  constraint data_transfer_logs_status_check check (status in ('processing', 'completed', 'failed')),
  constraint data_transfer_logs_file_size_check check (file_size >= 0),
  constraint data_transfer_logs_record_count_check check (record_count >= 0)
);
comment on table public.data_transfer_logs is 'Imports and exports of a member''s own data.';
comment on column public.data_transfer_logs.id is 'Key.';
comment on column public.data_transfer_logs.user_id is 'The member.';
comment on column public.data_transfer_logs.operation_type is 'import or export.';
comment on column public.data_transfer_logs.file_name is 'Name of the file.';
comment on column public.data_transfer_logs.file_size is 'Size in bytes.';
comment on column public.data_transfer_logs.format is 'json, csv or the like.';
comment on column public.data_transfer_logs.status is 'processing, completed or failed.';
comment on column public.data_transfer_logs.error_message is 'Why it failed.';
comment on column public.data_transfer_logs.record_count is 'Rows moved.';
comment on column public.data_transfer_logs.data_types is 'Kinds of data asked for.';
comment on column public.data_transfer_logs.started_at is 'When it began.';
comment on column public.data_transfer_logs.completed_at is 'When it ended.';
comment on column public.data_transfer_logs.metadata is 'More about it, such as where the file lies.';
create index if not exists data_transfer_logs_user_id_idx on public.data_transfer_logs (user_id, started_at desc);

create table if not exists public.error_logs (
  id uuid not null default gen_random_uuid(),
  error_type text not null,
  error_message text not null,
  stack_trace text,
  context jsonb not null default '{}',
  "timestamp" timestamptz not null default now(),
  severity text not null default 'medium',
  platform text,
  user_id uuid,
  resolved boolean not null default false,
  resolution_notes text,
  constraint error_logs_pkey primary key (id),
  constraint error_logs_user_id_fkey foreign key (user_id) references public.users (id) on delete set null,
  constraint error_logs_severity_check check (severity in ('low', 'medium', 'high', 'critical')),
  constraint error_logs_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.error_logs is 'Single faults that nobody expected, and how they were settled.';
comment on column public.error_logs.id is 'Key.';
comment on column public.error_logs.error_type is 'Name of the fault.';
comment on column public.error_logs.error_message is 'What it said.';
comment on column public.error_logs.stack_trace is 'Where in the code.';
comment on column public.error_logs.context is 'Request id, procedure and the like.';
comment on column public.error_logs."timestamp" is 'When it happened.';
comment on column public.error_logs.severity is 'low, medium, high or critical.';
comment on column public.error_logs.platform is 'App in which it happened.';
comment on column public.error_logs.user_id is 'Member who met it, if signed in.';
comment on column public.error_logs.resolved is 'True once it is settled.';
comment on column public.error_logs.resolution_notes is 'How it was settled.';
create index if not exists error_logs_error_type_severity_timestamp_idx on public.error_logs (error_type, severity, "timestamp" desc);
create index if not exists error_logs_timestamp_idx on public.error_logs ("timestamp" desc) where not resolved;
create index if not exists error_logs_user_id_idx on public.error_logs (user_id);

-- Limits -----------------------------------------------------------------------------------------

create table if not exists public.rate_limits (
  id uuid not null default gen_random_uuid(),
  identifier text not null,
  count integer not null default 1,
  window_start timestamptz not null default now(),
  window_seconds integer not null default 60,
  created_at timestamptz not null default now(),
  constraint rate_limits_pkey primary key (id),
  constraint rate_limits_identifier_window_start_key unique (identifier, window_start),
  constraint rate_limits_count_check check (count >= 0),
  constraint rate_limits_window_seconds_check check (window_seconds > 0)
);
comment on table public.rate_limits is 'How often somebody did something within a fixed window of time. Kept 24 hours.';
comment on column public.rate_limits.id is 'Key.';
comment on column public.rate_limits.identifier is 'What is counted, for whom, such as sign_up:203.0.113.7.';
comment on column public.rate_limits.count is 'How often so far.';
comment on column public.rate_limits.window_start is 'Start of the window, a whole multiple of its length.';
comment on column public.rate_limits.window_seconds is 'Length of the window in seconds.';
comment on column public.rate_limits.created_at is 'When it was first counted.';
create index if not exists rate_limits_window_start_idx on public.rate_limits (window_start);

create or replace function app.count_hit(identifier text, window_seconds integer) returns integer
language sql security definer set search_path = '' as $$
  insert into public.rate_limits as r (identifier, window_start, window_seconds)
  values (
    count_hit.identifier,
    to_timestamp(floor(extract(epoch from clock_timestamp()) / count_hit.window_seconds) * count_hit.window_seconds),
    count_hit.window_seconds
  )
  on conflict on constraint rate_limits_identifier_window_start_key do update set count = r.count + 1
  returning r.count
$$;
comment on function app.count_hit(text, integer) is 'Counts one more in the running window and returns the count so far; one atomic upsert.';
revoke execute on function app.count_hit(text, integer) from public;
grant execute on function app.count_hit(text, integer) to service_role;

-- Health -----------------------------------------------------------------------------------------

create table if not exists public.performance_metrics (
  id uuid not null default gen_random_uuid(),
  metric_name text not null,
  metric_value numeric not null,
  metric_unit text,
  "timestamp" timestamptz not null default now(),
  context jsonb not null default '{}',
  platform text,
  constraint performance_metrics_pkey primary key (id),
  constraint performance_metrics_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.performance_metrics is 'Samples of how fast pages and procedures are.';
comment on column public.performance_metrics.id is 'Key.';
comment on column public.performance_metrics.metric_name is 'What was measured, such as web_vital.lcp.';
comment on column public.performance_metrics.metric_value is 'The value.';
comment on column public.performance_metrics.metric_unit is 'Its unit, such as ms.';
comment on column public.performance_metrics."timestamp" is 'When it was measured.';
comment on column public.performance_metrics.context is 'Page or procedure, and how it was called.';
comment on column public.performance_metrics.platform is 'App in which it was measured.';
create index if not exists performance_metrics_metric_name_timestamp_idx on public.performance_metrics (metric_name, "timestamp" desc);

create table if not exists public.system_alerts (
  id uuid not null default gen_random_uuid(),
  alert_type text not null,
  message text not null,
  severity text not null,
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolution_notes text,
  notification_sent boolean not null default false,
  context jsonb not null default '{}',
  constraint system_alerts_pkey primary key (id),
  constraint system_alerts_severity_check check (severity in ('low', 'medium', 'high', 'critical')),
  constraint system_alerts_resolved_at_check check (resolved_at >= created_at)
);
comment on table public.system_alerts is 'Incidents, made from failed checks and error rates, until they are settled.';
comment on column public.system_alerts.id is 'Key.';
comment on column public.system_alerts.alert_type is 'Kind of incident.';
comment on column public.system_alerts.message is 'What is wrong, in one sentence.';
comment on column public.system_alerts.severity is 'low, medium, high or critical.';
comment on column public.system_alerts.created_at is 'When it opened.';
comment on column public.system_alerts.resolved_at is 'When it was settled; null while open.';
comment on column public.system_alerts.resolution_notes is 'How it was settled.';
comment on column public.system_alerts.notification_sent is 'True once operators were told.';
comment on column public.system_alerts.context is 'Figures that led to it.';
create index if not exists system_alerts_severity_created_at_open_idx on public.system_alerts (severity, created_at desc) where resolved_at is null;
create index if not exists system_alerts_alert_type_severity_created_at_idx on public.system_alerts (alert_type, severity, created_at desc);

create table if not exists public.system_health_checks (
  id uuid not null default gen_random_uuid(),
  check_name text not null,
  status text not null,
  last_check_time timestamptz not null default now(),
  next_check_time timestamptz,
  check_duration interval,
  details jsonb not null default '{}',
  severity text,
  constraint system_health_checks_pkey primary key (id),
  constraint system_health_checks_check_name_key unique (check_name),
  constraint system_health_checks_check_name_check check (check_name ~ '^[a-z][a-z0-9_.-]*$'),
  constraint system_health_checks_status_check check (status in ('healthy', 'degraded', 'unhealthy', 'unknown')),
  constraint system_health_checks_severity_check check (severity in ('low', 'medium', 'high', 'critical'))
);
comment on table public.system_health_checks is 'Scheduled probes and their last result; one row per probe.';
comment on column public.system_health_checks.id is 'Key.';
comment on column public.system_health_checks.check_name is 'The probe.';
comment on column public.system_health_checks.status is 'healthy, degraded, unhealthy or unknown.';
comment on column public.system_health_checks.last_check_time is 'When it last ran.';
comment on column public.system_health_checks.next_check_time is 'When it runs next.';
comment on column public.system_health_checks.check_duration is 'How long it took.';
comment on column public.system_health_checks.details is 'What it saw.';
comment on column public.system_health_checks.severity is 'How bad a failure of this probe is.';
create index if not exists system_health_checks_status_last_check_time_idx on public.system_health_checks (status, last_check_time);
create index if not exists system_health_checks_check_name_status_severity_idx on public.system_health_checks (check_name, status, severity);

create table if not exists public.system_metrics (
  id integer generated by default as identity,
  metric_name text not null,
  metric_value jsonb not null,
  updated_at timestamptz not null default now(),
  constraint system_metrics_pkey primary key (id),
  constraint system_metrics_metric_name_key unique (metric_name)
);
comment on table public.system_metrics is 'Gauges of the whole system as they stand now; one row per gauge.';
comment on column public.system_metrics.id is 'Key.';
comment on column public.system_metrics.metric_name is 'The gauge, such as user_counts.';
comment on column public.system_metrics.metric_value is 'Its present value.';
comment on column public.system_metrics.updated_at is 'When it was last read.';

-- Live news --------------------------------------------------------------------------------------

create table if not exists public.outbox (
  id bigint generated always as identity,
  topic text not null,
  payload jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint outbox_pkey primary key (id),
  constraint outbox_topic_check check (topic ~ '^[a-z0-9_.:-]+$' and length(topic) <= 200)
);
comment on table public.outbox is 'Ours: news for open pages, written in the transaction that makes them true. Ids can commit out of order: readers re-read a little.';
comment on column public.outbox.id is 'Running number.';
comment on column public.outbox.topic is 'What it is about, such as post.created or user:<id>.';
comment on column public.outbox.payload is 'Ids and small facts; readers fetch the rest under their own rights.';
comment on column public.outbox.created_at is 'When it was written.';
create index if not exists outbox_created_at_idx on public.outbox (created_at);

create or replace function app.announce() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- The number alone: a notification holds 8,000 bytes and reaches every listener.
  perform pg_catalog.pg_notify('app', new.id::text);
  return null;
end
$$;
comment on function app.announce() is 'After insert on outbox: notifies the channel app with the row''s id; nothing is sent when the transaction rolls back.';
create or replace trigger outbox_announce after insert on public.outbox for each row execute function app.announce();

create or replace function app.publish(topic text, payload jsonb default '{}') returns bigint
language sql security definer set search_path = '' as $$
  insert into public.outbox (topic, payload) values (publish.topic, publish.payload) returning id
$$;
comment on function app.publish(text, jsonb) is 'Puts news into the outbox. For trigger functions that are security definer, and for the service; members may not call it.';
revoke execute on function app.publish(text, jsonb) from public;
grant execute on function app.publish(text, jsonb) to service_role;

-- Triggers and rights ----------------------------------------------------------------------------

create or replace trigger audit_logs_keep before update or delete on public.audit_logs
  for each row execute function app.keep_record();
create or replace trigger audit_logs_keep_all before truncate on public.audit_logs
  for each statement execute function app.refuse_change();
create or replace trigger security_logs_keep before update or delete on public.security_logs
  for each row execute function app.keep_record();
create or replace trigger security_logs_keep_all before truncate on public.security_logs
  for each statement execute function app.refuse_change();
create or replace trigger system_metrics_touch before update on public.system_metrics
  for each row execute function public.touch_updated_at();

do $$
declare
  name text;
begin
  foreach name in array array['audit_logs', 'security_events', 'security_logs', 'suspicious_activities',
    'data_transfer_logs', 'error_logs', 'rate_limits', 'performance_metrics', 'system_alerts',
    'system_health_checks', 'system_metrics', 'outbox']
  loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
  end loop;
end
$$;

grant select on public.audit_logs, public.security_events, public.security_logs, public.suspicious_activities,
  public.error_logs, public.rate_limits, public.performance_metrics, public.system_alerts,
  public.system_health_checks, public.system_metrics to authenticated;
create policy "security staff read the audit trail" on public.audit_logs for select to authenticated
  using ((select app.has_permission('security:view')));
create policy "security staff read security events" on public.security_events for select to authenticated
  using ((select app.has_permission('security:view')));
create policy "security staff read the case log" on public.security_logs for select to authenticated
  using ((select app.has_permission('security:view')));
create policy "security staff read suspicions" on public.suspicious_activities for select to authenticated
  using ((select app.has_permission('security:view')));
create policy "security staff read limits" on public.rate_limits for select to authenticated
  using ((select app.has_permission('security:view')));
create policy "operators read errors" on public.error_logs for select to authenticated
  using ((select app.is_operator()));
create policy "operators read timings" on public.performance_metrics for select to authenticated
  using ((select app.is_operator()));
create policy "operators read alerts" on public.system_alerts for select to authenticated
  using ((select app.is_operator()));
create policy "operators read health checks" on public.system_health_checks for select to authenticated
  using ((select app.is_operator()));
create policy "operators read gauges" on public.system_metrics for select to authenticated
  using ((select app.is_operator()));
create policy "only the service reads the outbox" on public.outbox for select to service_role using (true);

grant select, insert (user_id, operation_type, file_name, file_size, format, data_types)
  on public.data_transfer_logs to authenticated;
create policy "members read their own transfers" on public.data_transfer_logs for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members ask for their own transfers" on public.data_transfer_logs for insert to authenticated
  with check ((select auth.uid()) = user_id and status = 'processing');

insert into public.schema_version (version, name) values (5, '20261101000400_operations')
on conflict do nothing;
