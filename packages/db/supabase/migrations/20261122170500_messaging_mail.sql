-- Notifications by mail: who may still be written to, when, and how it ends with one click.
set search_path = public, extensions;

create table if not exists public.mail_states (
  user_id uuid not null references public.users (id) on delete cascade,
  platform text not null,
  unsubscribe_key uuid not null default gen_random_uuid(),
  last_digest_at timestamptz,
  constraint mail_states_pkey primary key (user_id, platform),
  constraint mail_states_unsubscribe_key_key unique (unsubscribe_key),
  constraint mail_states_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.mail_states is 'Ours: what the mailing of notifications remembers of a member on a platform.';
comment on column public.mail_states.user_id is 'Member.';
comment on column public.mail_states.platform is 'Platform that writes.';
comment on column public.mail_states.unsubscribe_key is 'Secret in each mail by which its reader ends the mail without signing in.';
comment on column public.mail_states.last_digest_at is 'When the last summary was sent; empty before the first.';
alter table public.mail_states enable row level security;
alter table public.mail_states force row level security;
revoke all on public.mail_states from anon, authenticated;
grant all on public.mail_states to service_role;
drop policy if exists "nobody reads mail keys" on public.mail_states;
create policy "nobody reads mail keys" on public.mail_states for select to authenticated using (false);

create or replace function app.local_now(zone text) returns timestamp
language plpgsql stable set search_path = '' as $$
begin
  return now() at time zone zone;
exception when invalid_parameter_value then
  return now() at time zone 'UTC';
end
$$;
comment on function app.local_now(text) is 'What the clock shows in this zone now; UTC where the zone is not known.';

create or replace function app.is_quiet(quiet_from time, quiet_until time, zone text) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(case
    when quiet_from < quiet_until then app.local_now(zone)::time >= quiet_from and app.local_now(zone)::time < quiet_until
    else app.local_now(zone)::time >= quiet_from or app.local_now(zone)::time < quiet_until
  end, false)
$$;
comment on function app.is_quiet(time, time, text) is 'Whether it is within these hours in this zone now; they may run over midnight. False without hours.';

create or replace function app.end_mail(key uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  state record;
begin
  select user_id, platform into state from public.mail_states where unsubscribe_key = end_mail.key;
  if state is null then
    return null;
  end if;
  insert into public.notification_preferences as p (user_id, platform, email_enabled)
  values (state.user_id, state.platform, false)
  on conflict (user_id, platform) do update set email_enabled = false where p.email_enabled;
  return state.platform;
end
$$;
comment on function app.end_mail(uuid) is 'Ends the notifications by mail of whoever the key was sent to, on the platform that sent it; gives the platform, null for an unknown key. For everybody: the key is the right.';
revoke execute on function app.local_now(text), app.is_quiet(time, time, text), app.end_mail(uuid) from public;
grant execute on function app.local_now(text), app.is_quiet(time, time, text) to service_role;
grant execute on function app.end_mail(uuid) to anon, authenticated, service_role;

insert into public.email_templates (name, subject, html_content, text_content) values
  ('notification', '{{title}}',
    '<p>Hello {{name}},</p><p><strong>{{title}}</strong></p><p>{{body}}</p><p><a href="{{link}}">Open it in {{brand}}</a></p>',
    E'Hello {{name}},\n\n{{title}}\n\n{{body}}\n\n{{link}}\n')
on conflict do nothing;

insert into public.schema_version (version, name)
select max(version) + 1, '20261122170500_messaging_mail' from public.schema_version
on conflict do nothing;
