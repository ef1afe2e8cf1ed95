-- What every later file leans on: the version book, the registry of polymorphic references, triggers.
set search_path = public, extensions;

-- Tables of later files are the service's without a word; members get nothing until a file says so.
alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema public grant all on sequences to service_role;

create table if not exists public.schema_version (
  version integer not null,
  name text not null,
  applied_at timestamptz not null default now(),
  constraint schema_version_pkey primary key (version),
  constraint schema_version_name_key unique (name),
  constraint schema_version_version_check check (version > 0)
);
comment on table public.schema_version is 'One row for each migration file that this database has been through; shown on the system page and checked when the service starts.';
comment on column public.schema_version.version is 'Running number of the file, starting at 1.';
comment on column public.schema_version.name is 'Ours: file name of the migration without its ending.';
comment on column public.schema_version.applied_at is 'When the file ran here.';

alter table public.schema_version enable row level security;
alter table public.schema_version force row level security;
revoke all on public.schema_version from anon, authenticated;
grant select on public.schema_version to authenticated;
create policy "members read the schema version" on public.schema_version
  for select to authenticated using (true);

-- Trigger functions ------------------------------------------------------------------------------

create or replace function public.touch_updated_at() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;
comment on function public.touch_updated_at() is 'Before update: stamps updated_at.';

create or replace function app.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', table = tg_table_name;
end
$$;
comment on function app.refuse_change() is 'Before update, delete or truncate: keeps a table append-only (SQLSTATE 23001).';

create or replace function app.keep_record() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    if current_setting('app.retention', true) = 'on' then
      return old;
    end if;
  elsif (to_jsonb(new) - 'user_id') = (to_jsonb(old) - 'user_id') and new.user_id is null then
    return new;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', table = tg_table_name;
end
$$;
comment on function app.keep_record() is 'Before update or delete on a record with user_id: lets only the account''s deletion blank user_id, and only a retention job (set local app.retention = on) remove rows.';

-- The registry of polymorphic references ---------------------------------------------------------

create table if not exists public.entity_types (
  name text not null,
  table_name text,
  id_column text not null default 'id',
  label text not null,
  constraint entity_types_pkey primary key (name),
  constraint entity_types_name_check check (name ~ '^[a-z][a-z0-9_]*$')
);
comment on table public.entity_types is 'Ours: the kinds of thing that a type and id pair may point at. Every such type column has a foreign key to name.';
comment on column public.entity_types.name is 'Singular name that type columns hold, such as post.';
comment on column public.entity_types.table_name is 'Table in the schema public that holds the things; null for a kind without rows of its own.';
comment on column public.entity_types.id_column is 'Column of that table that the id points at.';
comment on column public.entity_types.label is 'Words for people.';

alter table public.entity_types enable row level security;
alter table public.entity_types force row level security;
revoke all on public.entity_types from anon, authenticated;
grant select on public.entity_types to anon, authenticated;
create policy "visitors read entity types" on public.entity_types for select to anon using (true);
create policy "members read entity types" on public.entity_types for select to authenticated using (true);

insert into public.entity_types (name, table_name, label) values
  ('system', null, 'System'),
  ('network', null, 'Whole network'),
  ('user', 'users', 'Account'),
  ('profile', 'profiles', 'Profile'),
  ('tenant', 'tenants', 'Community'),
  ('tenant_role', 'tenant_roles', 'Role'),
  ('tenant_user', 'tenant_users', 'Role of a member'),
  ('role_capability', 'role_capabilities', 'Capability of a role'),
  ('platform_access', 'platform_access', 'Access to a platform'),
  ('access_request', 'access_requests', 'Request for access'),
  ('invite_code', 'invite_codes', 'Invitation code'),
  ('platform_settings', 'platform_settings', 'Platform settings'),
  ('platform_customization', 'platform_customization', 'Platform customisation'),
  ('feature_flag', 'feature_flags', 'Feature switch'),
  ('community_feature', 'community_features', 'Community tool'),
  ('site_settings', null, 'Reward figures'),
  ('security_event', 'security_events', 'Security event'),
  ('suspicious_activity', 'suspicious_activities', 'Suspicious activity'),
  ('system_alert', 'system_alerts', 'Alert'),
  ('error_log', 'error_logs', 'Error'),
  ('data_transfer', 'data_transfer_logs', 'Import or export'),
  ('post', 'posts', 'Post'),
  ('post_comment', 'post_comments', 'Comment'),
  ('discussion_topic', 'discussion_topics', 'Discussion'),
  ('discussion_post', 'discussion_posts', 'Answer'),
  ('activity', 'activity_feed', 'Activity'),
  ('collaborative_challenge', 'collaborative_challenges', 'Challenge'),
  ('room', 'rooms', 'Room'),
  ('chat_room', 'chat_rooms', 'Chat'),
  ('message', 'messages', 'Message'),
  ('communication', 'communications', 'Letter'),
  ('content', 'content', 'Page'),
  ('shared_content', 'shared_content', 'Article'),
  ('mark_hamilton_content', 'mark_hamilton_content', 'Work from the author library'),
  ('flow_template', 'flow_templates', 'Flow template'),
  ('resource', 'resources', 'Resource'),
  ('file_upload', 'file_uploads', 'File'),
  ('course', 'courses', 'Course'),
  ('module', 'modules', 'Chapter'),
  ('content_module', 'content_modules', 'Teaching unit'),
  ('lesson', 'lessons', 'Lesson'),
  ('learning_path', 'learning_paths', 'Learning path'),
  ('concept', 'concepts', 'Concept'),
  ('thought_exercise', 'thought_exercises', 'Thought exercise'),
  ('journal_entry', 'journal_entries', 'Journal entry'),
  ('event', 'events', 'Event'),
  ('session', 'sessions', 'Session'),
  ('scheduled_session', 'scheduled_sessions', 'Session request'),
  ('strategist', 'strategists', 'Strategist'),
  ('team', 'teams', 'Team'),
  ('proposal', 'proposals', 'Team proposal'),
  ('group_action', 'group_actions', 'Group action'),
  ('achievement', 'achievements', 'Achievement'),
  ('badge', 'badges', 'Badge'),
  ('simulation_run', 'simulation_runs', 'Simulation'),
  ('supplement', 'supplements', 'Supplement'),
  ('health_metric', 'health_metrics', 'Health value'),
  ('conversation', 'conversations', 'Conversation'),
  ('chat_message', 'chat_messages', 'Line of a conversation'),
  ('ai_conversation', 'ai_conversations', 'Assistant run'),
  ('ai_vector_document', 'ai_vector_documents', 'Knowledge text'),
  ('notification', 'notifications', 'Notification'),
  ('notification_template', 'notification_templates', 'Notification template'),
  ('email_template', 'email_templates', 'Mail template'),
  ('feedback', 'feedback', 'Feedback')
on conflict (name) do nothing;
insert into public.entity_types (name, table_name, id_column, label) values
  ('governance_proposal', 'governance_proposals', 'proposal_id', 'Network proposal'),
  ('documentation', 'documentation', 'id', 'Help page')
on conflict (name) do nothing;

create table if not exists app.polymorphic_references (
  table_name text not null,
  type_column text not null,
  id_column text not null,
  outlives boolean not null default false,
  constraint polymorphic_references_pkey primary key (table_name, type_column, id_column)
);
comment on table app.polymorphic_references is 'Ours: pairs of columns that point at a thing by type and id; what app.orphans() walks through.';
comment on column app.polymorphic_references.table_name is 'Table in the schema public that holds the pair.';
comment on column app.polymorphic_references.type_column is 'Column with a name from entity_types.';
comment on column app.polymorphic_references.id_column is 'Column with the id of the thing.';
comment on column app.polymorphic_references.outlives is 'True for records that are meant to stay when the thing is gone, such as the audit trail.';

create or replace function app.register_reference(
  table_name text, type_column text, id_column text, outlives boolean default false
) returns void
language plpgsql set search_path = '' as $$
declare
  relation regclass := to_regclass('public.' || quote_ident(register_reference.table_name));
begin
  if relation is null then
    raise exception 'register_reference: there is no table public.%', register_reference.table_name;
  end if;
  if (select count(*) from pg_catalog.pg_attribute a
      where a.attrelid = relation and not a.attisdropped
        and a.attname in (register_reference.type_column, register_reference.id_column)) <> 2 then
    raise exception 'register_reference: public.% lacks % or %', register_reference.table_name,
      register_reference.type_column, register_reference.id_column;
  end if;
  insert into app.polymorphic_references as r (table_name, type_column, id_column, outlives)
  values (register_reference.table_name, register_reference.type_column, register_reference.id_column,
    register_reference.outlives)
  on conflict on constraint polymorphic_references_pkey do update set outlives = excluded.outlives;
end
$$;
comment on function app.register_reference(text, text, text, boolean) is 'Records that a table points at things by type and id. Called once per pair, by the migration that creates the pair.';

create or replace function app.orphans()
returns table (table_name text, type_column text, id_column text, entity_type text, entity_id text)
language plpgsql stable set search_path = '' as $$
declare
  reference record;
  kind record;
  target regclass;
begin
  for reference in
    select r.* from app.polymorphic_references r
    where not r.outlives order by r.table_name, r.type_column, r.id_column
  loop
    for kind in execute format(
      'select t.name, t.table_name, t.id_column from public.entity_types t
       where t.table_name is not null
         and exists (select from public.%1$I r where r.%2$I = t.name and r.%3$I is not null)
       order by t.name',
      reference.table_name, reference.type_column, reference.id_column)
    loop
      target := to_regclass('public.' || quote_ident(kind.table_name));
      if target is null then
        raise exception 'entity type % names the table %, which does not exist', kind.name, kind.table_name;
      end if;
      return query execute format(
        'select %1$L::text, %2$L::text, %3$L::text, r.%2$I::text, r.%3$I::text
         from public.%1$I r left join %4$s t on t.%5$I::text = r.%3$I::text
         where r.%2$I = %6$L and r.%3$I is not null and t.%5$I is null',
        reference.table_name, reference.type_column, reference.id_column,
        target, kind.id_column, kind.name);
    end loop;
  end loop;
end
$$;
comment on function app.orphans() is 'Lists references by type and id whose thing is gone; empty when all is well. For operators and tests: run it as the owner or the service.';

revoke execute on function app.register_reference(text, text, text, boolean) from public;
revoke execute on function app.orphans() from public;
grant execute on function app.orphans() to service_role;
grant select on app.polymorphic_references to service_role;

insert into public.schema_version (version, name) values
  (1, '20261101000000_local_shim'),
  (2, '20261101000100_core')
on conflict do nothing;
