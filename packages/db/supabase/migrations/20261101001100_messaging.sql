-- Rooms, chats, letters, notifications and mail.
set search_path = public, extensions;

create table if not exists rooms (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text,
  platform text not null default 'hub',
  room_type text not null default 'public',
  token_tag text,
  created_by uuid references users (id) on delete set null,
  is_archived boolean not null default false,
  last_message_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint rooms_name_check check (char_length(btrim(name)) between 2 and 120),
  constraint rooms_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint rooms_room_type_check check (room_type in ('public', 'premium', 'superachiever', 'private')),
  constraint rooms_token_tag_check check (token_tag in ('LUCK', 'LIVE', 'LOVE', 'LIFE'))
);
comment on table rooms is 'Open community rooms by tier, with roles and moderation.';
comment on column rooms.id is 'Key of the room.';
comment on column rooms.name is 'Name of the room.';
comment on column rooms.description is 'What it is for.';
comment on column rooms.platform is 'Platform on which it is listed.';
comment on column rooms.room_type is 'Who may enter: everyone, a tier and above, or those invited.';
comment on column rooms.token_tag is 'Token that untagged messages in it pay, if it has a theme.';
comment on column rooms.created_by is 'Who opened it; empty when that account was erased.';
comment on column rooms.is_archived is 'Whether it is closed for new messages.';
comment on column rooms.last_message_at is 'Time of the newest message, kept by a trigger.';
comment on column rooms.created_at is 'When it was opened.';
comment on column rooms.updated_at is 'Last change of the row.';
alter table rooms enable row level security;
alter table rooms force row level security;
revoke all on rooms from anon, authenticated;
grant all on rooms to service_role;
create index if not exists rooms_platform_idx on rooms (platform, created_at desc);
create index if not exists rooms_room_type_idx on rooms (room_type);
create index if not exists rooms_created_by_idx on rooms (created_by);
create or replace trigger rooms_touch before update of name, description, room_type, token_tag, is_archived on rooms
  for each row execute function touch_updated_at();

create table if not exists room_participants (
  id uuid primary key default gen_random_uuid(),
  room_id uuid not null references rooms (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  joined_at timestamptz not null default now(),
  role text not null default 'member',
  constraint room_participants_room_id_user_id_key unique (room_id, user_id),
  constraint room_participants_role_check check (role in ('owner', 'moderator', 'member'))
);
comment on table room_participants is 'Members of rooms and their role there.';
comment on column room_participants.id is 'Key of the record.';
comment on column room_participants.room_id is 'Room.';
comment on column room_participants.user_id is 'Member.';
comment on column room_participants.joined_at is 'When the member joined.';
comment on column room_participants.role is 'Role in the room: owner, moderator or member.';
alter table room_participants enable row level security;
alter table room_participants force row level security;
revoke all on room_participants from anon, authenticated;
grant all on room_participants to service_role;
create index if not exists room_participants_user_id_idx on room_participants (user_id, room_id);

create table if not exists chat_rooms (
  id uuid primary key default gen_random_uuid(),
  name text,
  is_group boolean not null default false,
  platform text not null,
  created_by uuid references users (id) on delete set null,
  pair_key text,
  last_message_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint chat_rooms_pair_key_key unique (pair_key),
  constraint chat_rooms_name_check check (char_length(name) <= 120),
  constraint chat_rooms_pair_key_check check (not is_group or pair_key is null),
  constraint chat_rooms_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table chat_rooms is 'Private chats of two or a few people; never listed, entered by invitation.';
comment on column chat_rooms.id is 'Key of the chat.';
comment on column chat_rooms.name is 'Name of a group; empty for two people.';
comment on column chat_rooms.is_group is 'Whether more than two can take part.';
comment on column chat_rooms.platform is 'Platform on which it was begun.';
comment on column chat_rooms.created_by is 'Who began it; empty when that account was erased.';
comment on column chat_rooms.pair_key is 'For two people their ids in order, so that they share one chat.';
comment on column chat_rooms.last_message_at is 'Time of the newest message, kept by a trigger.';
comment on column chat_rooms.created_at is 'When it was begun.';
comment on column chat_rooms.updated_at is 'Last change of the row.';
alter table chat_rooms enable row level security;
alter table chat_rooms force row level security;
revoke all on chat_rooms from anon, authenticated;
grant all on chat_rooms to service_role;
create index if not exists chat_rooms_created_by_idx on chat_rooms (created_by);
create or replace trigger chat_rooms_touch before update of name on chat_rooms for each row execute function touch_updated_at();

create table if not exists chat_participants (
  id uuid primary key default gen_random_uuid(),
  room_id uuid not null references chat_rooms (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint chat_participants_room_id_user_id_key unique (room_id, user_id)
);
comment on table chat_participants is 'Who takes part in a private chat.';
comment on column chat_participants.id is 'Key of the record.';
comment on column chat_participants.room_id is 'Chat.';
comment on column chat_participants.user_id is 'Member.';
comment on column chat_participants.created_at is 'When the member came in.';
alter table chat_participants enable row level security;
alter table chat_participants force row level security;
revoke all on chat_participants from anon, authenticated;
grant all on chat_participants to service_role;
create index if not exists chat_participants_user_id_idx on chat_participants (user_id, room_id);

create table if not exists messages (
  id uuid primary key default gen_random_uuid(),
  room_id uuid references rooms (id) on delete cascade,
  chat_room_id uuid references chat_rooms (id) on delete cascade,
  sender_id uuid references users (id) on delete set null,
  content text not null,
  reply_to_id uuid references messages (id) on delete set null,
  is_read boolean not null default false,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_by uuid references users (id) on delete set null,
  token_tag text,
  reward_processed boolean not null default false,
  room_type text,
  constraint messages_scope_check check (num_nonnulls(room_id, chat_room_id) = 1),
  constraint messages_content_check check (char_length(content) <= 4000 and content ~ '\S'),
  constraint messages_token_tag_check check (token_tag in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint messages_room_type_check check (room_type in ('public', 'premium', 'superachiever', 'private'))
);
comment on table messages is 'Lines written in a room or in a private chat.';
comment on column messages.id is 'Key of the message.';
comment on column messages.room_id is 'Room, when it was written in one.';
comment on column messages.chat_room_id is 'Private chat, when it was written in one.';
comment on column messages.sender_id is 'Writer; empty when that account was erased.';
comment on column messages.content is 'Text in Markdown.';
comment on column messages.reply_to_id is 'Message that it answers.';
comment on column messages.is_read is 'Whether the other side of a chat of two has read it.';
comment on column messages.created_at is 'When it was sent.';
comment on column messages.edited_at is 'Last change of the text.';
comment on column messages.deleted_at is 'When it was removed; empty while it stands.';
comment on column messages.deleted_by is 'Who removed it.';
comment on column messages.token_tag is 'Token that the writer tagged it with, if any.';
comment on column messages.reward_processed is 'Whether the message has been through the reward engine.';
comment on column messages.room_type is 'Type of its room, copied by a trigger and never taken from the sender.';
alter table messages enable row level security;
alter table messages force row level security;
revoke all on messages from anon, authenticated;
grant all on messages to service_role;
create index if not exists messages_room_id_idx on messages (room_id, created_at desc, id desc) where room_id is not null;
create index if not exists messages_chat_room_id_idx on messages (chat_room_id, created_at desc, id desc) where chat_room_id is not null;
create index if not exists messages_sender_id_idx on messages (sender_id, created_at desc);
create index if not exists messages_reply_to_id_idx on messages (reply_to_id) where reply_to_id is not null;
create index if not exists messages_deleted_by_idx on messages (deleted_by) where deleted_by is not null;

create table if not exists room_reads (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  room_id uuid references rooms (id) on delete cascade,
  chat_room_id uuid references chat_rooms (id) on delete cascade,
  last_read_at timestamptz not null default now(),
  is_muted boolean not null default false,
  constraint room_reads_scope_check check (num_nonnulls(room_id, chat_room_id) = 1),
  constraint room_reads_user_id_room_id_key unique (user_id, room_id),
  constraint room_reads_user_id_chat_room_id_key unique (user_id, chat_room_id)
);
comment on table room_reads is 'Ours: how far a member has read a room or chat.';
comment on column room_reads.id is 'Key of the record.';
comment on column room_reads.user_id is 'Reader.';
comment on column room_reads.room_id is 'Room, when it is one.';
comment on column room_reads.chat_room_id is 'Private chat, when it is one.';
comment on column room_reads.last_read_at is 'Time of the newest message that was seen.';
comment on column room_reads.is_muted is 'Whether new messages there do not notify.';
alter table room_reads enable row level security;
alter table room_reads force row level security;
revoke all on room_reads from anon, authenticated;
grant all on room_reads to service_role;
create index if not exists room_reads_room_id_idx on room_reads (room_id);
create index if not exists room_reads_chat_room_id_idx on room_reads (chat_room_id);

create table if not exists communications (
  id uuid primary key default gen_random_uuid(),
  sender_id uuid not null references users (id) on delete cascade,
  receiver_id uuid not null references users (id) on delete cascade,
  parent_id uuid references communications (id) on delete set null,
  content text not null,
  context varchar(255) not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  archived_at timestamptz,
  attachments jsonb,
  constraint communications_self_check check (sender_id <> receiver_id),
  constraint communications_content_check check (char_length(content) <= 20000 and content ~ '\S'),
  constraint communications_context_check check (context ~ '\S'),
  constraint communications_attachments_check check (attachments is null or jsonb_typeof(attachments) = 'array')
);
comment on table communications is 'Letters between two people, with subject, attachments and read receipt.';
comment on column communications.id is 'Key of the letter.';
comment on column communications.sender_id is 'Writer.';
comment on column communications.receiver_id is 'Reader.';
comment on column communications.parent_id is 'Letter that it answers.';
comment on column communications.content is 'Text in Markdown.';
comment on column communications.context is 'Subject.';
comment on column communications.created_at is 'When it was sent.';
comment on column communications.read_at is 'When it was first read; empty until then.';
comment on column communications.archived_at is 'When the reader put it away.';
comment on column communications.attachments is 'Attached files: list of objects with name, url, type and size.';
alter table communications enable row level security;
alter table communications force row level security;
revoke all on communications from anon, authenticated;
grant all on communications to service_role;
create index if not exists communications_receiver_id_idx on communications (receiver_id, created_at desc, id desc);
create index if not exists communications_sender_id_idx on communications (sender_id, created_at desc, id desc);
create index if not exists communications_parent_id_idx on communications (parent_id);
create index if not exists communications_context_idx on communications (context);

create table if not exists notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete cascade,
  platform text not null,
  title text not null,
  body text not null,
  metadata jsonb,
  is_read boolean not null default false,
  read_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  type text not null default 'info',
  priority text not null default 'medium',
  target_platforms text[],
  actor_id uuid references users (id) on delete set null,
  content_type text references entity_types (name),
  content_id uuid,
  group_key text,
  dedupe_key text,
  constraint notifications_user_id_dedupe_key_key unique (user_id, dedupe_key),
  constraint notifications_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint notifications_priority_check check (priority in ('low', 'medium', 'high', 'urgent')),
  constraint notifications_type_check check (type in ('info', 'success', 'warning', 'error', 'achievement', 'milestone', 'reminder',
    'system', 'pathway', 'streak', 'content', 'profile', 'security', 'goal', 'innovation', 'feedback', 'collaboration',
    'mentorship', 'community', 'update', 'new_message', 'reward', 'mention')),
  constraint notifications_target_platforms_check check (target_platforms <@ array['hub', 'ascenders', 'neothinkers', 'immortals']),
  constraint notifications_content_check check ((content_type is null) = (content_id is null))
);
comment on table notifications is 'Alerts that the system made for one member.';
comment on column notifications.id is 'Key of the notification.';
comment on column notifications.user_id is 'Member who is told; empty for a broadcast that is not yet handed out.';
comment on column notifications.platform is 'Platform that it comes from.';
comment on column notifications.title is 'Headline.';
comment on column notifications.body is 'Text.';
comment on column notifications.metadata is 'Particulars, such as the address to open.';
comment on column notifications.is_read is 'Whether it has been read.';
comment on column notifications.read_at is 'When it was read.';
comment on column notifications.created_at is 'When it was made.';
comment on column notifications.updated_at is 'Last change of the row.';
comment on column notifications.type is 'Kind, for icon and preferences.';
comment on column notifications.priority is 'Urgency: low, medium, high or urgent.';
comment on column notifications.target_platforms is 'Platforms that show it; empty for all.';
comment on column notifications.actor_id is 'Member whose act caused it, if any.';
comment on column notifications.content_type is 'Kind of the thing that it is about, if any.';
comment on column notifications.content_id is 'Key of that thing.';
comment on column notifications.group_key is 'Notifications with the same word are shown as one group.';
comment on column notifications.dedupe_key is 'Name under which it is made once and never again for this member.';
alter table notifications enable row level security;
alter table notifications force row level security;
revoke all on notifications from anon, authenticated;
grant all on notifications to service_role;
create index if not exists notifications_user_id_idx on notifications (user_id, created_at desc, id desc);
create index if not exists notifications_unread_idx on notifications (user_id) where not is_read;
create index if not exists notifications_actor_id_idx on notifications (actor_id);
create index if not exists notifications_content_idx on notifications (content_type, content_id);
create index if not exists notifications_read_idx on notifications (created_at) where is_read;

create table if not exists notification_preferences (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  platform text not null,
  email_enabled boolean not null default true,
  push_enabled boolean not null default true,
  in_app_enabled boolean not null default true,
  frequency text not null default 'instant',
  digest text not null default 'weekly',
  quiet_from time,
  quiet_until time,
  marketing boolean not null default false,
  product_updates boolean not null default true,
  security_alerts boolean not null default true,
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notification_preferences_user_id_platform_key unique (user_id, platform),
  constraint notification_preferences_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint notification_preferences_frequency_check check (frequency in ('instant', 'daily', 'weekly', 'never')),
  constraint notification_preferences_digest_check check (digest in ('none', 'daily', 'weekly')),
  constraint notification_preferences_quiet_check check ((quiet_from is null) = (quiet_until is null)),
  constraint notification_preferences_preferences_check check (jsonb_typeof(preferences) = 'object')
);
comment on table notification_preferences is 'Channels that a member chose, for each platform.';
comment on column notification_preferences.id is 'Key of the record.';
comment on column notification_preferences.user_id is 'Member.';
comment on column notification_preferences.platform is 'Platform for which it holds.';
comment on column notification_preferences.email_enabled is 'Whether mail is sent.';
comment on column notification_preferences.push_enabled is 'Whether the browser is pushed to.';
comment on column notification_preferences.in_app_enabled is 'Whether the app itself shows alerts.';
comment on column notification_preferences.frequency is 'How often: instant, daily, weekly or never.';
comment on column notification_preferences.digest is 'Summary mail: none, daily or weekly.';
comment on column notification_preferences.quiet_from is 'Start of the quiet hours in the member''s time zone.';
comment on column notification_preferences.quiet_until is 'End of the quiet hours in the member''s time zone.';
comment on column notification_preferences.marketing is 'Whether the member wants advertising.';
comment on column notification_preferences.product_updates is 'Whether the member wants news about the product.';
comment on column notification_preferences.security_alerts is 'Whether the member wants to hear of sign-ins and changes of security.';
comment on column notification_preferences.preferences is 'Choice for each kind: map of kind to a map of channel to true or false.';
comment on column notification_preferences.created_at is 'When it was first saved.';
comment on column notification_preferences.updated_at is 'Last change.';
alter table notification_preferences enable row level security;
alter table notification_preferences force row level security;
revoke all on notification_preferences from anon, authenticated;
grant all on notification_preferences to service_role;
create or replace trigger notification_preferences_touch before update on notification_preferences
  for each row execute function touch_updated_at();

create table if not exists notification_templates (
  id uuid primary key default gen_random_uuid(),
  platform text not null,
  template_key text not null,
  title_template text not null,
  body_template text not null,
  metadata jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notification_templates_platform_template_key_key unique (platform, template_key),
  constraint notification_templates_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint notification_templates_template_key_check check (template_key ~ '^[a-z][a-z_]{0,59}$')
);
comment on table notification_templates is 'Texts of notifications and pushes, by platform and key.';
comment on column notification_templates.id is 'Key of the template.';
comment on column notification_templates.platform is 'Platform that uses it.';
comment on column notification_templates.template_key is 'Name by which code asks for it.';
comment on column notification_templates.title_template is 'Headline, with names in double braces.';
comment on column notification_templates.body_template is 'Text, with names in double braces.';
comment on column notification_templates.metadata is 'Kind, urgency and the names that the template may use.';
comment on column notification_templates.created_at is 'When it was made.';
comment on column notification_templates.updated_at is 'Last change.';
alter table notification_templates enable row level security;
alter table notification_templates force row level security;
revoke all on notification_templates from anon, authenticated;
grant all on notification_templates to service_role;
create or replace trigger notification_templates_touch before update on notification_templates
  for each row execute function touch_updated_at();

create table if not exists email_templates (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  subject text not null,
  html_content text not null,
  text_content text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint email_templates_name_key unique (name),
  constraint email_templates_name_check check (name ~ '^[a-z][a-z_]{0,59}$')
);
comment on table email_templates is 'Texts of mails, used on all platforms.';
comment on column email_templates.id is 'Key of the template.';
comment on column email_templates.name is 'Name by which code asks for it.';
comment on column email_templates.subject is 'Subject, with names in double braces.';
comment on column email_templates.html_content is 'Body in HTML, with names in double braces that are escaped when filled in.';
comment on column email_templates.text_content is 'Body in plain text.';
comment on column email_templates.created_at is 'When it was made.';
comment on column email_templates.updated_at is 'Last change.';
alter table email_templates enable row level security;
alter table email_templates force row level security;
revoke all on email_templates from anon, authenticated;
grant all on email_templates to service_role;
create or replace trigger email_templates_touch before update on email_templates for each row execute function touch_updated_at();

create table if not exists email_events (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete cascade,
  email_type text not null,
  event_type text not null,
  metadata jsonb,
  created_at timestamptz not null default now(),
  constraint email_events_event_type_check check (event_type in ('sent', 'delivered', 'opened', 'clicked', 'bounced', 'failed'))
);
comment on table email_events is 'What became of each mail.';
comment on column email_events.id is 'Key of the event.';
comment on column email_events.user_id is 'Receiver.';
comment on column email_events.email_type is 'Name of the template.';
comment on column email_events.event_type is 'What happened: sent, delivered, opened, clicked, bounced or failed.';
comment on column email_events.metadata is 'Particulars, such as the id of the mail or the reason of a failure.';
comment on column email_events.created_at is 'When it happened.';
alter table email_events enable row level security;
alter table email_events force row level security;
revoke all on email_events from anon, authenticated;
grant all on email_events to service_role;
create index if not exists email_events_user_id_idx on email_events (user_id, created_at desc);
create index if not exists email_events_email_type_idx on email_events (email_type, event_type, created_at desc);

create table if not exists push_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  platform text not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  user_agent text,
  failed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint push_subscriptions_endpoint_key unique (endpoint),
  constraint push_subscriptions_endpoint_check check (endpoint ~ '^https://' and char_length(endpoint) <= 2000),
  constraint push_subscriptions_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table push_subscriptions is 'Ours: browsers that a member lets us push to.';
comment on column push_subscriptions.id is 'Key of the subscription.';
comment on column push_subscriptions.user_id is 'Member.';
comment on column push_subscriptions.platform is 'Platform on which it was allowed.';
comment on column push_subscriptions.endpoint is 'Address of the push service.';
comment on column push_subscriptions.p256dh is 'Public key of the browser.';
comment on column push_subscriptions.auth is 'Shared secret of the browser.';
comment on column push_subscriptions.user_agent is 'Browser, to tell devices apart.';
comment on column push_subscriptions.failed_at is 'When the push service last refused it.';
comment on column push_subscriptions.created_at is 'When it was allowed.';
alter table push_subscriptions enable row level security;
alter table push_subscriptions force row level security;
revoke all on push_subscriptions from anon, authenticated;
grant all on push_subscriptions to service_role;
create index if not exists push_subscriptions_user_id_idx on push_subscriptions (user_id);

select app.register_reference('notifications', 'content_type', 'content_id', true);

-- Sets that the policies hash once for each statement -------------------------------------------------

create or replace function app.my_room_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select room_id from public.room_participants where user_id = (select auth.uid()) $$;
comment on function app.my_room_ids() is 'Rooms in which the caller takes part.';

create or replace function app.my_led_room_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select room_id from public.room_participants where user_id = (select auth.uid()) and role in ('owner', 'moderator') $$;
comment on function app.my_led_room_ids() is 'Rooms that the caller owns or moderates.';

create or replace function app.readable_room_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    with tiers as materialized (
      select tier, app.sees(tier) as open from (values ('public'), ('premium'), ('superachiever')) as t (tier)
    )
    select r.id from public.rooms r join tiers t on t.tier = r.room_type where t.open
    union
    select r.id from public.rooms r
    join public.room_participants p on p.room_id = r.id and p.user_id = (select auth.uid())
    where r.room_type = 'private'
  $$;
comment on function app.readable_room_ids() is 'Rooms that the caller may read: open ones of the own tier, and private ones by invitation.';

create or replace function app.my_chat_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select room_id from public.chat_participants where user_id = (select auth.uid()) $$;
comment on function app.my_chat_ids() is 'Private chats in which the caller takes part.';

create or replace function app.enrol_room_owner() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.created_by is not null then
      insert into public.room_participants (room_id, user_id, role) values (new.id, new.created_by, 'owner')
      on conflict (room_id, user_id) do nothing;
    end if;
    return null;
  end $$;
comment on function app.enrol_room_owner() is 'Makes the one who opens a room its owner.';
create or replace trigger rooms_enrol_owner after insert on rooms for each row execute function app.enrol_room_owner();

create or replace function app.derive_room_type() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    new.room_type := case when new.room_id is null then null
      else (select r.room_type from public.rooms r where r.id = new.room_id) end;
    if new.reply_to_id is not null and not exists (
      select from public.messages m where m.id = new.reply_to_id
        and m.room_id is not distinct from new.room_id and m.chat_room_id is not distinct from new.chat_room_id
    ) then
      raise exception 'the answered message is elsewhere' using errcode = 'foreign_key_violation';
    end if;
    return new;
  end $$;
comment on function app.derive_room_type() is 'Copies the type of the room onto the message, whatever the sender said.';
create or replace trigger messages_derive_room_type before insert or update of room_id, chat_room_id, room_type on messages
  for each row execute function app.derive_room_type();

create or replace function app.guard_message() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    caller uuid := auth.uid();
  begin
    if current_user = 'authenticated' then
      if old.sender_id is distinct from caller and new.content is distinct from old.content then
        raise exception 'only the writer edits a message' using errcode = 'insufficient_privilege';
      end if;
      if new.deleted_at is distinct from old.deleted_at or new.deleted_by is distinct from old.deleted_by then
        if old.deleted_at is not null and old.deleted_by is distinct from caller then
          raise exception 'only the one who removed a message restores it' using errcode = 'insufficient_privilege';
        end if;
        new.deleted_by := case when new.deleted_at is null then null else caller end;
      end if;
    end if;
    if new.content is distinct from old.content then
      new.edited_at := now();
    end if;
    return new;
  end $$;
comment on function app.guard_message() is 'Keeps the rights of writers and moderators apart and stamps edits.';
create or replace trigger messages_guard before update of content, deleted_at, deleted_by on messages
  for each row execute function app.guard_message();

create or replace function app.stamp_last_message() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.room_id is not null then
      update public.rooms set last_message_at = greatest(last_message_at, new.created_at) where id = new.room_id;
    else
      update public.chat_rooms set last_message_at = greatest(last_message_at, new.created_at) where id = new.chat_room_id;
    end if;
    return null;
  end $$;
comment on function app.stamp_last_message() is 'Keeps the time of the newest message on its room or chat.';
create or replace trigger messages_stamp_last after insert on messages for each row execute function app.stamp_last_message();

create or replace function app.stamp_notification_read() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    new.read_at := case when new.is_read then coalesce(old.read_at, now()) end;
    new.updated_at := now();
    return new;
  end $$;
comment on function app.stamp_notification_read() is 'Notes when a notification was read.';
create or replace trigger notifications_stamp_read before update on notifications for each row execute function app.stamp_notification_read();

revoke execute on function app.my_room_ids(), app.my_led_room_ids(), app.readable_room_ids(), app.my_chat_ids() from public;
grant execute on function app.my_room_ids(), app.my_led_room_ids(), app.readable_room_ids(), app.my_chat_ids() to authenticated, service_role;
revoke execute on function app.enrol_room_owner(), app.derive_room_type(), app.stamp_last_message() from public;

-- Who may do what ---------------------------------------------------------------------------------

grant select, delete on rooms to authenticated;
grant insert (id, name, description, platform, room_type, token_tag, created_by) on rooms to authenticated;
grant update (name, description, room_type, token_tag, is_archived) on rooms to authenticated;
drop policy if exists "members read rooms of their tier and private ones they are in" on rooms;
create policy "members read rooms of their tier and private ones they are in" on rooms for select to authenticated
  using (id in (select app.readable_room_ids()) or created_by = (select auth.uid()) or (select app.is_moderator()));
drop policy if exists "members open rooms on their platforms for tiers they see" on rooms;
create policy "members open rooms on their platforms for tiers they see" on rooms for insert to authenticated
  with check (created_by = (select auth.uid()) and platform = any ((select app.my_platforms())::text[])
    and (room_type in ('public', 'private') or app.sees(room_type)));
drop policy if exists "room owners and moderators change rooms" on rooms;
create policy "room owners and moderators change rooms" on rooms for update to authenticated
  using (id in (select app.my_led_room_ids()) or (select app.is_moderator()))
  with check ((id in (select app.my_led_room_ids()) and (room_type in ('public', 'private') or app.sees(room_type)))
    or (select app.is_moderator()));
drop policy if exists "creators close their rooms" on rooms;
create policy "creators close their rooms" on rooms for delete to authenticated using (created_by = (select auth.uid()));

grant select, delete on room_participants to authenticated;
grant insert (room_id, user_id, role), update (role) on room_participants to authenticated;
drop policy if exists "members see who is in rooms they read" on room_participants;
create policy "members see who is in rooms they read" on room_participants for select to authenticated
  using (user_id = (select auth.uid()) or room_id in (select app.readable_room_ids()));
drop policy if exists "members join rooms they read" on room_participants;
create policy "members join rooms they read" on room_participants for insert to authenticated
  with check (user_id = (select auth.uid()) and role = 'member' and room_id in (select app.readable_room_ids()));
drop policy if exists "room owners invite" on room_participants;
create policy "room owners invite" on room_participants for insert to authenticated
  with check (room_id in (select app.my_led_room_ids()) and role in ('member', 'moderator'));
drop policy if exists "room owners change roles of others" on room_participants;
create policy "room owners change roles of others" on room_participants for update to authenticated
  using (room_id in (select app.my_led_room_ids()) and user_id <> (select auth.uid()) and role <> 'owner')
  with check (room_id in (select app.my_led_room_ids()) and role in ('member', 'moderator'));
drop policy if exists "members leave rooms" on room_participants;
create policy "members leave rooms" on room_participants for delete to authenticated using (user_id = (select auth.uid()));
drop policy if exists "room owners remove others" on room_participants;
create policy "room owners remove others" on room_participants for delete to authenticated
  using (room_id in (select app.my_led_room_ids()) and role <> 'owner');

-- Chats are opened by the service, which asks for blocks and privacy settings first.
grant select on chat_rooms to authenticated;
grant update (name) on chat_rooms to authenticated;
drop policy if exists "participants read their chats" on chat_rooms;
create policy "participants read their chats" on chat_rooms for select to authenticated using (id in (select app.my_chat_ids()));
drop policy if exists "participants name their groups" on chat_rooms;
create policy "participants name their groups" on chat_rooms for update to authenticated
  using (is_group and id in (select app.my_chat_ids())) with check (is_group and id in (select app.my_chat_ids()));
grant select, delete on chat_participants to authenticated;
drop policy if exists "participants see who is in their chats" on chat_participants;
create policy "participants see who is in their chats" on chat_participants for select to authenticated
  using (room_id in (select app.my_chat_ids()));
drop policy if exists "participants leave chats" on chat_participants;
create policy "participants leave chats" on chat_participants for delete to authenticated using (user_id = (select auth.uid()));

grant select on messages to authenticated;
grant insert (id, room_id, chat_room_id, sender_id, content, reply_to_id, token_tag) on messages to authenticated;
grant update (content, deleted_at, deleted_by) on messages to authenticated;
drop policy if exists "members read messages of rooms they read and of their chats" on messages;
create policy "members read messages of rooms they read and of their chats" on messages for select to authenticated
  using (
    (deleted_at is null or sender_id = (select auth.uid()) or (room_id is not null and (select app.is_moderator())))
    and (room_id in (select app.readable_room_ids()) or chat_room_id in (select app.my_chat_ids()))
    and (room_id is null or (sender_id not in (select app.hidden_member_ids())) is not false)
  );
drop policy if exists "participants write in their rooms and chats" on messages;
create policy "participants write in their rooms and chats" on messages for insert to authenticated
  with check (sender_id = (select auth.uid()) and (
    chat_room_id in (select app.my_chat_ids())
    or (room_id in (select app.my_room_ids()) and room_id in (select app.readable_room_ids())
      and exists (select 1 from rooms r where r.id = room_id and not r.is_archived))
  ));
drop policy if exists "writers and moderators change messages" on messages;
create policy "writers and moderators change messages" on messages for update to authenticated
  using (sender_id = (select auth.uid())
    or (room_id is not null and (room_id in (select app.my_led_room_ids()) or (select app.is_moderator()))))
  with check (sender_id = (select auth.uid())
    or (room_id is not null and (room_id in (select app.my_led_room_ids()) or (select app.is_moderator()))));

grant select, delete on room_reads to authenticated;
grant insert (user_id, room_id, chat_room_id, last_read_at, is_muted), update (last_read_at, is_muted) on room_reads to authenticated;
drop policy if exists "readers see how far they read a room" on room_reads;
create policy "readers see how far they read a room" on room_reads for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "readers record how far they read a room" on room_reads;
create policy "readers record how far they read a room" on room_reads for insert to authenticated with check (user_id = (select auth.uid())
  and (room_id in (select app.readable_room_ids()) or chat_room_id in (select app.my_chat_ids())));
drop policy if exists "readers move how far they read a room" on room_reads;
create policy "readers move how far they read a room" on room_reads for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "readers forget how far they read a room" on room_reads;
create policy "readers forget how far they read a room" on room_reads for delete to authenticated using (user_id = (select auth.uid()));

grant select on communications to authenticated;
grant insert (id, sender_id, receiver_id, parent_id, content, context, attachments) on communications to authenticated;
grant update (read_at, archived_at) on communications to authenticated;
drop policy if exists "writers and readers read their letters" on communications;
create policy "writers and readers read their letters" on communications for select to authenticated
  using (sender_id = (select auth.uid()) or receiver_id = (select auth.uid()));
drop policy if exists "members write to those who have not blocked them" on communications;
create policy "members write to those who have not blocked them" on communications for insert to authenticated
  with check (sender_id = (select auth.uid()) and receiver_id not in (select app.hidden_member_ids())
    and app.shares_platform(receiver_id));
drop policy if exists "readers mark their letters" on communications;
create policy "readers mark their letters" on communications for update to authenticated
  using (receiver_id = (select auth.uid())) with check (receiver_id = (select auth.uid()));

grant select, delete on notifications to authenticated;
grant update (is_read) on notifications to authenticated;
drop policy if exists "members read own notifications" on notifications;
create policy "members read own notifications" on notifications for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members mark own notifications" on notifications;
create policy "members mark own notifications" on notifications for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "members delete own notifications" on notifications;
create policy "members delete own notifications" on notifications for delete to authenticated using (user_id = (select auth.uid()));

grant select, delete on notification_preferences to authenticated;
grant insert (user_id, platform, email_enabled, push_enabled, in_app_enabled, frequency, digest, quiet_from, quiet_until,
  marketing, product_updates, security_alerts, preferences) on notification_preferences to authenticated;
grant update (email_enabled, push_enabled, in_app_enabled, frequency, digest, quiet_from, quiet_until,
  marketing, product_updates, security_alerts, preferences) on notification_preferences to authenticated;
drop policy if exists "members read own channels" on notification_preferences;
create policy "members read own channels" on notification_preferences for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members choose channels" on notification_preferences;
create policy "members choose channels" on notification_preferences for insert to authenticated with check (user_id = (select auth.uid()));
drop policy if exists "members change own channels" on notification_preferences;
create policy "members change own channels" on notification_preferences for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "members reset own channels" on notification_preferences;
create policy "members reset own channels" on notification_preferences for delete to authenticated using (user_id = (select auth.uid()));

grant select, delete on notification_templates, email_templates to authenticated;
grant insert (platform, template_key, title_template, body_template, metadata),
  update (title_template, body_template, metadata) on notification_templates to authenticated;
grant insert (name, subject, html_content, text_content), update (subject, html_content, text_content) on email_templates to authenticated;
drop policy if exists "editors read notification templates" on notification_templates;
create policy "editors read notification templates" on notification_templates for select to authenticated using ((select app.is_editor()));
drop policy if exists "editors add notification templates" on notification_templates;
create policy "editors add notification templates" on notification_templates for insert to authenticated with check ((select app.is_editor()));
drop policy if exists "editors change notification templates" on notification_templates;
create policy "editors change notification templates" on notification_templates for update to authenticated
  using ((select app.is_editor())) with check ((select app.is_editor()));
drop policy if exists "operators delete notification templates" on notification_templates;
create policy "operators delete notification templates" on notification_templates for delete to authenticated using ((select app.is_operator()));
drop policy if exists "editors read mail templates" on email_templates;
create policy "editors read mail templates" on email_templates for select to authenticated using ((select app.is_editor()));
drop policy if exists "editors add mail templates" on email_templates;
create policy "editors add mail templates" on email_templates for insert to authenticated with check ((select app.is_editor()));
drop policy if exists "editors change mail templates" on email_templates;
create policy "editors change mail templates" on email_templates for update to authenticated
  using ((select app.is_editor())) with check ((select app.is_editor()));
drop policy if exists "operators delete mail templates" on email_templates;
create policy "operators delete mail templates" on email_templates for delete to authenticated using ((select app.is_operator()));

grant select on email_events to authenticated;
drop policy if exists "members read what became of own mails" on email_events;
create policy "members read what became of own mails" on email_events for select to authenticated using (user_id = (select auth.uid()));

grant select, delete on push_subscriptions to authenticated;
grant insert (user_id, platform, endpoint, p256dh, auth, user_agent) on push_subscriptions to authenticated;
drop policy if exists "members read own push subscriptions" on push_subscriptions;
create policy "members read own push subscriptions" on push_subscriptions for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members allow push" on push_subscriptions;
create policy "members allow push" on push_subscriptions for insert to authenticated with check (user_id = (select auth.uid()));
drop policy if exists "members end push" on push_subscriptions;
create policy "members end push" on push_subscriptions for delete to authenticated using (user_id = (select auth.uid()));

insert into rooms (id, name, description, platform, room_type, token_tag) values
  ('00000000-0000-4000-8000-000000000101', 'Town square', 'Where all communities meet.', 'hub', 'public', 'LUCK'),
  ('00000000-0000-4000-8000-000000000102', 'Builders', 'Offers, launches and what was learned.', 'ascenders', 'public', 'LIVE'),
  ('00000000-0000-4000-8000-000000000103', 'Thinkers', 'Concepts, questions and experiments of thought.', 'neothinkers', 'public', 'LOVE'),
  ('00000000-0000-4000-8000-000000000104', 'Vitality', 'Protocols, practice and progress.', 'immortals', 'public', 'LIFE')
on conflict do nothing;

insert into notification_templates (platform, template_key, title_template, body_template, metadata)
select p.slug, t.template_key, t.title_template, t.body_template, jsonb_build_object('type', t.type, 'priority', t.priority)
from (values ('hub'), ('ascenders'), ('neothinkers'), ('immortals')) as p (slug)
cross join (values
  ('welcome', 'Welcome, {{name}}', 'Your place is ready. Start with a first post or look around.', 'system', 'medium'),
  ('reward', '+{{amount}} {{token}}', '{{reason}}', 'reward', 'low'),
  ('achievement', '{{title}} reached', '{{description}}', 'achievement', 'medium'),
  ('comment', '{{actor}} commented on your post', '{{excerpt}}', 'community', 'medium'),
  ('reply', '{{actor}} answered you', '{{excerpt}}', 'community', 'medium'),
  ('mention', '{{actor}} mentioned you', '{{excerpt}}', 'mention', 'medium'),
  ('like', '{{actor}} liked your post', '{{excerpt}}', 'community', 'low'),
  ('follow', '{{actor}} follows you', 'You can follow back from the profile.', 'community', 'low'),
  ('new_message', 'Message from {{actor}}', '{{excerpt}}', 'new_message', 'medium'),
  ('letter', 'Letter from {{actor}}', '{{subject}}', 'new_message', 'medium'),
  ('content_removed', 'Your {{kind}} was removed', '{{reason}} You can appeal.', 'content', 'high'),
  ('report_decided', 'Your report was decided', '{{decision}}', 'content', 'low'),
  ('event_reminder', '{{title}} starts soon', 'It begins at {{time}}.', 'reminder', 'high'),
  ('session_booked', 'Session with {{strategist}}', 'It is on {{time}}.', 'reminder', 'high'),
  ('new_sign_in', 'New sign-in', 'From {{device}} at {{time}}. If this was not you, change your password.', 'security', 'urgent'),
  ('streak', '{{days}} days in a row', 'Your streak adds to your first award each day.', 'streak', 'low')
) as t (template_key, title_template, body_template, type, priority)
on conflict do nothing;

insert into email_templates (name, subject, html_content, text_content) values
  ('welcome', 'Welcome to {{brand}}',
    '<p>Hello {{name}},</p><p>your account at {{brand}} is ready. Take the first step whenever you like.</p><p><a href="{{link}}">Open {{brand}}</a></p>',
    E'Hello {{name}},\n\nyour account at {{brand}} is ready. Take the first step whenever you like.\n\n{{link}}\n'),
  ('email_confirmation', 'Confirm your address for {{brand}}',
    '<p>Hello,</p><p>please confirm that this address is yours. Your code is <strong>{{code}}</strong>, or use the button.</p><p><a href="{{link}}">Confirm address</a></p><p>If you did not sign up, ignore this mail.</p>',
    E'Hello,\n\nplease confirm that this address is yours. Your code is {{code}}, or open:\n\n{{link}}\n\nIf you did not sign up, ignore this mail.\n'),
  ('magic_link', 'Your sign-in link for {{brand}}',
    '<p>Hello,</p><p>your code is <strong>{{code}}</strong>, or sign in with the button. It works once.</p><p><a href="{{link}}">Sign in</a></p><p>If you did not ask for it, ignore this mail.</p>',
    E'Hello,\n\nyour code is {{code}}, or open this link. It works once.\n\n{{link}}\n\nIf you did not ask for it, ignore this mail.\n'),
  ('password_reset', 'Choose a new password for {{brand}}',
    '<p>Hello,</p><p>your code is <strong>{{code}}</strong>, or choose a new password with the button.</p><p><a href="{{link}}">Choose a new password</a></p><p>If you did not ask for it, nothing has changed and you can ignore this mail.</p>',
    E'Hello,\n\nyour code is {{code}}, or choose a new password here:\n\n{{link}}\n\nIf you did not ask for it, nothing has changed and you can ignore this mail.\n'),
  ('email_change', 'Confirm your new address for {{brand}}',
    '<p>Hello,</p><p>your code is <strong>{{code}}</strong>, or confirm the new address with the button.</p><p><a href="{{link}}">Confirm new address</a></p>',
    E'Hello,\n\nyour code is {{code}}, or confirm the new address here:\n\n{{link}}\n'),
  ('invite', '{{actor}} invites you to {{brand}}',
    '<p>Hello,</p><p>{{actor}} would like you to join {{brand}}.</p><p><a href="{{link}}">See the invitation</a></p>',
    E'Hello,\n\n{{actor}} would like you to join {{brand}}.\n\n{{link}}\n'),
  ('security_alert', 'A change to your {{brand}} account',
    '<p>Hello {{name}},</p><p>{{change}} at {{time}}. If this was not you, change your password now.</p><p><a href="{{link}}">Open security settings</a></p>',
    E'Hello {{name}},\n\n{{change}} at {{time}}. If this was not you, change your password now.\n\n{{link}}\n'),
  ('digest', 'What happened at {{brand}}',
    '<p>Hello {{name}},</p>{{items}}<p><a href="{{link}}">Open {{brand}}</a></p>',
    E'Hello {{name}},\n\n{{items}}\n\n{{link}}\n')
on conflict do nothing;

insert into schema_version (version, name) values (12, '20261101001100_messaging') on conflict do nothing;
