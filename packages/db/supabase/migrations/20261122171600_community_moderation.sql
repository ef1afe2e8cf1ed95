-- Reports, decisions about them, sanctions of members, appeals.
set search_path = public, extensions;

insert into entity_types (name, table_name, label) values
  ('moderation_decision', 'moderation_decisions', 'Decision of moderators'),
  ('content_report', 'content_reports', 'Report')
on conflict (name) do nothing;

create table if not exists moderation_decisions (
  id uuid primary key default gen_random_uuid(),
  content_type text not null references entity_types (name),
  content_id uuid not null,
  subject_id uuid references users (id) on delete set null,
  platform text,
  excerpt text not null default '',
  measure text not null,
  note text not null,
  decided_by uuid references users (id) on delete set null,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid references users (id) on delete set null,
  reversed_keys text[] not null default '{}',
  appeal_text text,
  appealed_at timestamptz,
  appeal_outcome text,
  appeal_note text,
  appeal_decided_by uuid references users (id) on delete set null,
  appeal_decided_at timestamptz,
  constraint moderation_decisions_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint moderation_decisions_measure_check check (measure in ('dismiss', 'remove', 'warn', 'suspend')),
  constraint moderation_decisions_note_check check (char_length(note) <= 2000 and (note ~ '\S' or measure = 'dismiss')),
  constraint moderation_decisions_excerpt_check check (char_length(excerpt) <= 500),
  constraint moderation_decisions_appeal_text_check check (char_length(appeal_text) <= 4000 and appeal_text ~ '\S'),
  constraint moderation_decisions_appealed_check check ((appeal_text is null) = (appealed_at is null)),
  constraint moderation_decisions_appeal_outcome_check check (appeal_outcome in ('upheld', 'overturned')),
  constraint moderation_decisions_appeal_decided_check check ((appeal_outcome is null) = (appeal_decided_at is null)
    and (appeal_outcome is null or appealed_at is not null)),
  constraint moderation_decisions_second_check check (appeal_decided_by <> decided_by),
  constraint moderation_decisions_appeal_note_check check (char_length(appeal_note) <= 2000)
);
comment on table moderation_decisions is 'Ours: what moderators decided about something that was reported, with reason, appeal and its outcome.';
comment on column moderation_decisions.id is 'Key of the decision.';
comment on column moderation_decisions.content_type is 'Kind of the thing, by its name in entity_types.';
comment on column moderation_decisions.content_id is 'Key of the thing.';
comment on column moderation_decisions.subject_id is 'Member who wrote it or whom it concerns; empty when that account was erased.';
comment on column moderation_decisions.platform is 'Platform where it stood.';
comment on column moderation_decisions.excerpt is 'Beginning of the text as it was decided on.';
comment on column moderation_decisions.measure is 'What was done: dismissed, removed, warned or suspended from writing.';
comment on column moderation_decisions.note is 'Reason that the member is told.';
comment on column moderation_decisions.decided_by is 'Moderator who decided.';
comment on column moderation_decisions.created_at is 'When it was decided.';
comment on column moderation_decisions.undone_at is 'When it was taken back, by undo or by an appeal.';
comment on column moderation_decisions.undone_by is 'Moderator who took it back.';
comment on column moderation_decisions.reversed_keys is 'Keys of the awards that the removal took back, to give back exactly those.';
comment on column moderation_decisions.appeal_text is 'What the member says against it.';
comment on column moderation_decisions.appealed_at is 'When the member appealed.';
comment on column moderation_decisions.appeal_outcome is 'Whether the decision was upheld or overturned on appeal.';
comment on column moderation_decisions.appeal_note is 'Reason of the second decision.';
comment on column moderation_decisions.appeal_decided_by is 'Another moderator, who decided on the appeal.';
comment on column moderation_decisions.appeal_decided_at is 'When the appeal was decided.';
alter table moderation_decisions enable row level security;
alter table moderation_decisions force row level security;
revoke all on moderation_decisions from anon, authenticated;
grant all on moderation_decisions to service_role;
grant select on moderation_decisions to authenticated;
create index if not exists moderation_decisions_subject_id_idx on moderation_decisions (subject_id, created_at desc, id desc);
create index if not exists moderation_decisions_latest_idx on moderation_decisions (created_at desc, id desc);
create index if not exists moderation_decisions_content_idx on moderation_decisions (content_type, content_id);
create index if not exists moderation_decisions_decided_by_idx on moderation_decisions (decided_by);
create index if not exists moderation_decisions_undone_by_idx on moderation_decisions (undone_by);
create index if not exists moderation_decisions_appeal_decided_by_idx on moderation_decisions (appeal_decided_by);
create index if not exists moderation_decisions_appeals_idx on moderation_decisions (appealed_at, id)
  where appealed_at is not null and appeal_decided_at is null;
drop policy if exists "members read decisions about themselves and moderators all" on moderation_decisions;
create policy "members read decisions about themselves and moderators all" on moderation_decisions for select to authenticated
  using ((subject_id = (select auth.uid()) and measure <> 'dismiss') or (select app.is_moderator()));
select app.register_reference('moderation_decisions', 'content_type', 'content_id', true);

create table if not exists member_sanctions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  kind text not null,
  reason text not null,
  decision_id uuid references moderation_decisions (id) on delete set null,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz not null default now(),
  until timestamptz,
  lifted_at timestamptz,
  lifted_by uuid references users (id) on delete set null,
  constraint member_sanctions_kind_check check (kind in ('warning', 'suspension')),
  constraint member_sanctions_reason_check check (char_length(reason) <= 2000 and reason ~ '\S'),
  constraint member_sanctions_until_check check ((kind = 'suspension') = (until is not null) and until > created_at)
);
comment on table member_sanctions is 'Ours: warnings, and times in which a member may read but not write.';
comment on column member_sanctions.id is 'Key of the sanction.';
comment on column member_sanctions.user_id is 'Member concerned.';
comment on column member_sanctions.kind is 'A warning, or a suspension from writing.';
comment on column member_sanctions.reason is 'Reason that the member is told.';
comment on column member_sanctions.decision_id is 'Decision that it belongs to.';
comment on column member_sanctions.created_by is 'Moderator who set it.';
comment on column member_sanctions.created_at is 'When it was set.';
comment on column member_sanctions.until is 'End of a suspension.';
comment on column member_sanctions.lifted_at is 'When it was lifted before its end.';
comment on column member_sanctions.lifted_by is 'Moderator who lifted it.';
alter table member_sanctions enable row level security;
alter table member_sanctions force row level security;
revoke all on member_sanctions from anon, authenticated;
grant all on member_sanctions to service_role;
grant select on member_sanctions to authenticated;
create index if not exists member_sanctions_user_id_idx on member_sanctions (user_id, created_at desc);
create index if not exists member_sanctions_running_idx on member_sanctions (user_id, until) where kind = 'suspension' and lifted_at is null;
create index if not exists member_sanctions_decision_id_idx on member_sanctions (decision_id);
create index if not exists member_sanctions_created_by_idx on member_sanctions (created_by);
create index if not exists member_sanctions_lifted_by_idx on member_sanctions (lifted_by);
drop policy if exists "members read own sanctions and moderators all" on member_sanctions;
create policy "members read own sanctions and moderators all" on member_sanctions for select to authenticated
  using (user_id = (select auth.uid()) or (select app.is_moderator()));

create or replace function app.suspended_until(member uuid) returns timestamptz
  language sql stable security definer set search_path = ''
  as $$
    select max(s.until) from public.member_sanctions s
    where s.user_id = suspended_until.member and s.kind = 'suspension' and s.lifted_at is null and s.until > now()
  $$;
comment on function app.suspended_until(uuid) is 'End of the running suspension of a member; null when there is none.';
revoke execute on function app.suspended_until(uuid) from public;
grant execute on function app.suspended_until(uuid) to service_role;

-- A trigger and not a policy, so that the refusal has a code of its own and the screen can say why.
create or replace function app.refuse_suspended() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if current_setting('role', true) = 'authenticated' and app.suspended_until(auth.uid()) is not null then
      raise exception 'suspended from writing' using errcode = 'NT001';
    end if;
    return new;
  end $$;
comment on function app.refuse_suspended() is 'Refuses writing to members who are suspended, with the code NT001.';
create or replace trigger posts_a_suspended before insert or update of content on posts
  for each row execute function app.refuse_suspended();
create or replace trigger post_comments_a_suspended before insert or update of content on post_comments
  for each row execute function app.refuse_suspended();
create or replace trigger discussion_topics_a_suspended before insert or update of title, description on discussion_topics
  for each row execute function app.refuse_suspended();
create or replace trigger discussion_posts_a_suspended before insert or update of content on discussion_posts
  for each row execute function app.refuse_suspended();
create or replace trigger social_interactions_a_suspended before insert or update of comment_text on social_interactions
  for each row when (new.comment_text is not null) execute function app.refuse_suspended();

-- What a report is about ------------------------------------------------------------------------------

create or replace function app.reported_content(wanted_type text, wanted_id uuid)
  returns table (owner_id uuid, platform text, body text, parent_id uuid, written_at timestamptz, deleted_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select p.author_id, p.platform, p.content, null::uuid, p.created_at, p.deleted_at
      from public.posts p where wanted_type = 'post' and p.id = wanted_id
    union all
    select c.author_id, p.platform, c.content, c.post_id, c.created_at, c.deleted_at
      from public.post_comments c join public.posts p on p.id = c.post_id where wanted_type = 'post_comment' and c.id = wanted_id
    union all
    select t.created_by, t.tenant_slug, t.title || E'\n\n' || t.description, null, t.created_at, t.deleted_at
      from public.discussion_topics t where wanted_type = 'discussion_topic' and t.id = wanted_id
    union all
    select d.user_id, d.tenant_slug, d.content, d.topic_id, d.created_at, d.deleted_at
      from public.discussion_posts d where wanted_type = 'discussion_post' and d.id = wanted_id
    union all
    select m.id, null, concat_ws(E'\n\n', m.full_name, m.bio), null, m.joined_at, null
      from public.member_cards m where wanted_type = 'profile' and m.id = wanted_id
  $$;
comment on function app.reported_content(text, uuid) is 'Author, place and text of something that can be reported, whether it stands or not. For the service alone.';
revoke execute on function app.reported_content(text, uuid) from public;
grant execute on function app.reported_content(text, uuid) to service_role;

alter table content_reports
  add column if not exists subject_id uuid references users (id) on delete set null,
  add column if not exists platform text,
  add column if not exists decision_id uuid references moderation_decisions (id) on delete set null;
alter table content_reports drop constraint if exists content_reports_platform_check;
alter table content_reports add constraint content_reports_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'));
comment on column content_reports.subject_id is 'Member whose content is reported.';
comment on column content_reports.platform is 'Platform where the content stands.';
comment on column content_reports.decision_id is 'Decision that closed the report.';
create index if not exists content_reports_subject_id_idx on content_reports (subject_id, created_at desc);
create index if not exists content_reports_decision_id_idx on content_reports (decision_id);
create index if not exists content_reports_reporter_id_idx on content_reports (reporter_id, created_at desc, id desc);

create or replace function app.fill_report() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    select r.owner_id, r.platform into new.subject_id, new.platform
      from app.reported_content(new.content_type, new.content_id) r;
    return new;
  end $$;
comment on function app.fill_report() is 'Notes with a report whose content it is and where it stands.';
create or replace trigger content_reports_fill before insert on content_reports
  for each row execute function app.fill_report();
update content_reports r set subject_id = c.owner_id, platform = c.platform
  from content_reports o cross join lateral app.reported_content(o.content_type, o.content_id) c
  where o.id = r.id and r.subject_id is null;

create or replace function app.moderator_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select m.user_id from public.tenant_users m
      join public.tenants t on t.id = m.tenant_id and t.status = 'active'
      join public.role_permissions g on g.role_id = m.tenant_role_id
      join public.permissions p on p.id = g.permission_id
      where m.status = 'active' and p.slug = 'community:moderate'
    union
    select f.id from public.profiles f where f.is_guardian
  $$;
comment on function app.moderator_ids() is 'Members who may moderate. For the service alone.';
revoke execute on function app.moderator_ids() from public;
grant execute on function app.moderator_ids() to service_role;

insert into notification_templates (platform, template_key, title_template, body_template, metadata)
select p.slug, t.template_key, t.title_template, t.body_template, jsonb_build_object('type', t.type, 'priority', t.priority)
from (values ('hub'), ('ascenders'), ('neothinkers'), ('immortals')) as p (slug)
cross join (values
  ('sanction', '{{title}}', '{{reason}} You can appeal.', 'content', 'high'),
  ('decision_undone', 'A decision about your {{kind}} was taken back', '{{reason}}', 'content', 'high')
) as t (template_key, title_template, body_template, type, priority)
on conflict do nothing;

insert into schema_version (version, name)
select max(version) + 1, '20261122171600_community_moderation' from schema_version
on conflict do nothing;
