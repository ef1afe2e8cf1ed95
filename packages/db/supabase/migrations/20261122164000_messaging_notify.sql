-- Notifications by kind and channel, and the question whether a member may read a thing.
set search_path = public, extensions;

alter table public.notifications
  add column if not exists kind text not null default 'system',
  add column if not exists in_app boolean not null default true,
  add column if not exists email boolean not null default false,
  add column if not exists emailed_at timestamptz;
comment on column public.notifications.kind is 'Ours: what happened, such as comment or answer_accepted; decides template, channels and what a mute silences.';
comment on column public.notifications.in_app is 'Ours: whether the notification centre shows it.';
comment on column public.notifications.email is 'Ours: whether it is to be told by mail when it stays unread.';
comment on column public.notifications.emailed_at is 'Ours: when it left by mail, alone or in a summary; empty until then.';
alter table public.notifications drop constraint if exists notifications_kind_check;
alter table public.notifications add constraint notifications_kind_check check (kind ~ '^[a-z][a-z_]{0,59}$');
create index if not exists notifications_group_idx
  on public.notifications (user_id, group_key, created_at desc, id desc) where group_key is not null;
create index if not exists notifications_dedupe_key_idx on public.notifications (dedupe_key) where dedupe_key is not null;
create index if not exists notifications_to_mail_idx
  on public.notifications (user_id, created_at) where email and emailed_at is null and not is_read;

create or replace function app.can_read(member uuid, entity_type text, entity_id uuid) returns boolean
language plpgsql volatile parallel unsafe set search_path = '' as $$
declare
  kind record;
  role_before text := coalesce(pg_catalog.current_setting('role', true), 'none');
  claims_before text := coalesce(pg_catalog.current_setting('request.jwt.claims', true), '');
  found_it boolean;
begin
  select t.table_name, t.id_column into kind from public.entity_types t
    where t.name = can_read.entity_type and t.table_name is not null;
  if kind is null then
    return false;
  end if;
  -- The policies themselves answer, as this member: a second copy of them here could drift apart.
  perform pg_catalog.set_config('request.jwt.claims', pg_catalog.jsonb_build_object(
    'sub', can_read.member, 'role', 'authenticated', 'aal', 'aal2')::text, true);
  perform pg_catalog.set_config('role', 'authenticated', true);
  execute pg_catalog.format('select exists (select from public.%I where %I::text = $1)', kind.table_name, kind.id_column)
    into found_it using can_read.entity_id::text;
  perform pg_catalog.set_config('role', role_before, true);
  perform pg_catalog.set_config('request.jwt.claims', claims_before, true);
  return found_it;
end
$$;
comment on function app.can_read(uuid, text, uuid) is 'Whether this member may read the thing, asked of its own policies in the member''s name. For the service alone.';
revoke execute on function app.can_read(uuid, text, uuid) from public;
grant execute on function app.can_read(uuid, text, uuid) to service_role;

-- Words of kinds that had none; editors may change them.
insert into public.notification_templates (platform, template_key, title_template, body_template, metadata)
select p.slug, t.template_key, t.title_template, t.body_template, jsonb_build_object('type', t.type, 'priority', t.priority)
from (values ('hub'), ('ascenders'), ('neothinkers'), ('immortals')) as p (slug)
cross join (values
  ('reaction', '{{actor}} reacted to your post', '{{excerpt}}', 'community', 'low'),
  ('topic_reply', '{{actor}} answered in {{title}}', '{{excerpt}}', 'community', 'medium'),
  ('topic_new', '{{actor}} opened {{title}}', '{{excerpt}}', 'community', 'low'),
  ('answer_accepted', 'Your answer was accepted', '{{title}}', 'success', 'medium'),
  ('report_received', 'Something was reported', '{{reason}}', 'content', 'medium'),
  ('appeal_received', 'A decision is appealed', '{{reason}}', 'content', 'medium'),
  ('appeal_decided', 'Your appeal was decided', '{{decision}} {{reason}}', 'content', 'high'),
  ('badge', 'You earned {{title}}', '{{description}}', 'achievement', 'medium'),
  ('badge_revoked', '{{title}} was withdrawn', '{{reason}}', 'achievement', 'high'),
  ('award_reversed', '{{amount}} {{token}} taken back', '{{reason}}', 'reward', 'high'),
  ('award_held', 'A reward is on hold', '{{reason}} You can appeal.', 'reward', 'high'),
  ('tip', '{{actor}} sent you {{amount}} {{token}}', '{{message}}', 'reward', 'medium'),
  ('referral', 'Your invitation was taken up', '{{actor}} joined. {{reward}}', 'reward', 'medium'),
  ('challenge', '{{title}}', '{{message}}', 'goal', 'medium'),
  ('announcement', '{{title}}', '{{excerpt}}', 'update', 'high'),
  ('bookmark_reminder', 'You wanted to come back to this', '{{excerpt}}', 'reminder', 'medium'),
  ('post_published', 'Your scheduled post is out', '{{excerpt}}', 'content', 'low'),
  ('access_decided', 'Your request for {{title}} was decided', '{{decision}} {{reason}}', 'system', 'high')
) as t (template_key, title_template, body_template, type, priority)
on conflict do nothing;

insert into public.schema_version (version, name)
select max(version) + 1, '20261122164000_messaging_notify' from public.schema_version
on conflict do nothing;
