-- Events and coaching: meetings, seats, attendance, strategists, bookings and their notes.
set search_path = public, extensions;

create extension if not exists btree_gist with schema extensions;

create table public.events (
  id uuid primary key default gen_random_uuid(),
  title text not null constraint events_title_check check (length(title) between 1 and 300),
  description text,
  host_id uuid references public.users (id) on delete set null,
  platform text not null constraint events_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  section text,
  event_type text not null constraint events_event_type_check check (event_type in ('meeting', 'workshop', 'webinar', 'class', 'ritual', 'social')),
  route text,
  start_time timestamptz not null,
  end_time timestamptz not null,
  time_zone text not null default 'UTC' constraint events_time_zone_check check (length(time_zone) between 1 and 64),
  location text,
  meeting_link text,
  meeting_id text,
  max_attendees integer constraint events_max_attendees_check check (max_attendees > 0),
  recurrence_rule text constraint events_recurrence_rule_check check (recurrence_rule ~ '^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$'),
  recurrence_until timestamptz,
  series_id uuid references public.events (id) on delete cascade,
  original_start timestamptz,
  status text not null default 'scheduled' constraint events_status_check check (status in ('scheduled', 'canceled', 'completed')),
  audience text not null default 'members' constraint events_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint events_end_time_check check (end_time > start_time),
  constraint events_original_start_check check ((series_id is null) = (original_start is null)),
  constraint events_recurrence_until_check check (recurrence_until is null or recurrence_rule is not null),
  unique (series_id, original_start)
);
create index events_platform_route_idx on public.events (platform, route) where route is not null;
create index events_platform_start_time_idx on public.events (platform, start_time);
create index events_start_time_idx on public.events (start_time);
create index events_meeting_id_idx on public.events (meeting_id);
create index events_host_id_idx on public.events (host_id);
comment on table public.events is 'A point in time in one app: meeting, workshop or talk, with place or link, capacity and recurrence.';
comment on column public.events.id is 'Unique identifier.';
comment on column public.events.title is 'Title.';
comment on column public.events.description is 'What happens, as Markdown.';
comment on column public.events.host_id is 'Who hosts it; empty once that account is gone, since those who registered rely on the event.';
comment on column public.events.platform is 'App the event belongs to.';
comment on column public.events.section is 'Section of the app that lists it.';
comment on column public.events.event_type is 'Kind of event.';
comment on column public.events.route is 'Address within the app, where it has its own.';
comment on column public.events.start_time is 'When it starts; of a series, when the first occurrence starts.';
comment on column public.events.end_time is 'When it ends; of a series, when the first occurrence ends.';
comment on column public.events.time_zone is 'IANA zone in which the recurrence counts and which is shown beside the viewer''s own.';
comment on column public.events.location is 'Place, for an event in a room.';
comment on column public.events.meeting_link is 'Link to join; not shown to visitors.';
comment on column public.events.meeting_id is 'Number of the meeting at the conference provider; ties attendance records to the event.';
comment on column public.events.max_attendees is 'Seats; empty means no limit.';
comment on column public.events.recurrence_rule is 'Recurrence as an RFC 5545 RRULE without its name; empty for a single event.';
comment on column public.events.recurrence_until is 'No occurrence starts after this moment; empty means open end.';
comment on column public.events.series_id is 'Series this row is an exception of.';
comment on column public.events.original_start is 'Start of the occurrence that this row replaces.';
comment on column public.events.status is 'Whether it will happen.';
comment on column public.events.audience is 'Who may see the event once published: everyone includes visitors, members are those with the platform.';
comment on column public.events.is_published is 'Whether the event is listed; a draft is seen by its host and editors only.';
comment on column public.events.created_at is 'When the row was written.';
comment on column public.events.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.events for each row execute function public.touch_updated_at();
alter table public.events enable row level security;
alter table public.events force row level security;
revoke all on public.events from anon, authenticated;
grant select on public.events to authenticated;
grant select (id, title, description, platform, section, event_type, route, start_time, end_time, time_zone, location, recurrence_rule, recurrence_until, series_id, original_start, status, audience, is_published, created_at, updated_at) on public.events to anon;
grant insert (id, title, description, host_id, platform, section, event_type, route, start_time, end_time, time_zone, location, meeting_link, meeting_id, max_attendees, recurrence_rule, recurrence_until, series_id, original_start, status, audience, is_published) on public.events to authenticated;
grant update (title, description, host_id, platform, section, event_type, route, start_time, end_time, time_zone, location, meeting_link, meeting_id, max_attendees, recurrence_rule, recurrence_until, series_id, original_start, status, audience, is_published) on public.events to authenticated;
grant delete on public.events to authenticated;
create policy "visitors see events published for everyone" on public.events
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members see events published for them" on public.events
  for select to authenticated
  using (is_published and (audience = 'everyone' or (platform = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "hosts see own events" on public.events
  for select to authenticated
  using (host_id = (select auth.uid()));
create policy "editors see all events" on public.events
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add events, publishing by right" on public.events
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change events, publishing by right" on public.events
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "hosts change own events while unpublished" on public.events
  for update to authenticated
  using (host_id = (select auth.uid()) and not is_published)
  with check (host_id = (select auth.uid()) and not is_published);
create policy "those who may delete content remove events" on public.events
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.event_registrations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  event_id uuid not null references public.events (id) on delete cascade,
  status text not null default 'registered' constraint event_registrations_status_check check (status in ('registered', 'waitlisted')),
  registered_at timestamptz not null default now(),
  unique (event_id, user_id)
);
create index event_registrations_user_id_idx on public.event_registrations (user_id);
create index event_registrations_event_id_status_registered_at_idx on public.event_registrations (event_id, status, registered_at);
comment on table public.event_registrations is 'Seats taken at an event, in order of arrival; who comes late waits.';
comment on column public.event_registrations.id is 'Unique identifier.';
comment on column public.event_registrations.user_id is 'Who takes the seat.';
comment on column public.event_registrations.event_id is 'The event.';
comment on column public.event_registrations.status is 'Seat or place in the queue; set by trigger from the capacity.';
comment on column public.event_registrations.registered_at is 'Moment of registration, which orders the queue.';
alter table public.event_registrations enable row level security;
alter table public.event_registrations force row level security;
revoke all on public.event_registrations from anon, authenticated;
grant select on public.event_registrations to authenticated;
grant insert (id, user_id, event_id) on public.event_registrations to authenticated;
grant delete on public.event_registrations to authenticated;
create policy "members read own registrations" on public.event_registrations
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "hosts read registrations of own events" on public.event_registrations
  for select to authenticated
  using (event_id in (select id from public.events where host_id = (select auth.uid())));
create policy "editors read all registrations" on public.event_registrations
  for select to authenticated
  using ((select app.is_editor()));
create policy "members register for events that they may see" on public.event_registrations
  for insert to authenticated
  with check (user_id = (select auth.uid()) and event_id in (select id from public.events where is_published and status = 'scheduled'));
create policy "members give up own registrations" on public.event_registrations
  for delete to authenticated
  using (user_id = (select auth.uid()));

create function app.seat_registration() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  seats integer;
begin
  -- The event's row lock puts simultaneous registrations in line.
  select max_attendees into seats from public.events where id = new.event_id for update;
  if seats is not null and seats <= (
    select count(*) from public.event_registrations where event_id = new.event_id and status = 'registered'
  ) then
    new.status := 'waitlisted';
  else
    new.status := 'registered';
  end if;
  return new;
end
$$;
comment on function app.seat_registration() is 'Trigger: gives a seat while there is one, else a place in the queue.';
create trigger seat_registration before insert on public.event_registrations
  for each row execute function app.seat_registration();

create function app.fill_free_seats() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  event uuid;
  seats integer;
begin
  if tg_table_name = 'events' then
    event := new.id;
  else
    event := old.event_id;
  end if;
  select max_attendees into seats from public.events where id = event for update;
  if found then
    update public.event_registrations set status = 'registered'
    where id in (
      select id from public.event_registrations
      where event_id = event and status = 'waitlisted'
      order by registered_at, id
      limit case when seats is null then null else greatest(0, seats - (
        select count(*) from public.event_registrations where event_id = event and status = 'registered'
      )) end
    );
  end if;
  return null;
end
$$;
comment on function app.fill_free_seats() is 'Trigger: first come, first seated, when a seat is given up or the capacity grows.';
create trigger fill_free_seats after delete on public.event_registrations
  for each row execute function app.fill_free_seats();
create trigger fill_free_seats after update of max_attendees on public.events
  for each row execute function app.fill_free_seats();

create table public.event_attendees (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references public.events (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  status text not null default 'going' constraint event_attendees_status_check check (status in ('going', 'checked_in', 'attended', 'no_show')),
  checked_in_at timestamptz,
  minutes_attended integer constraint event_attendees_minutes_attended_check check (minutes_attended >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (event_id, user_id)
);
create index event_attendees_user_id_idx on public.event_attendees (user_id);
comment on table public.event_attendees is 'What happened: who came, for how long; the ground for rewards, so members cannot write it.';
comment on column public.event_attendees.id is 'Unique identifier.';
comment on column public.event_attendees.event_id is 'The event.';
comment on column public.event_attendees.user_id is 'The member.';
comment on column public.event_attendees.status is 'What became of the member''s plan to come.';
comment on column public.event_attendees.checked_in_at is 'When the member arrived.';
comment on column public.event_attendees.minutes_attended is 'Time present, in minutes.';
comment on column public.event_attendees.created_at is 'When the row was written.';
comment on column public.event_attendees.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.event_attendees for each row execute function public.touch_updated_at();
alter table public.event_attendees enable row level security;
alter table public.event_attendees force row level security;
revoke all on public.event_attendees from anon, authenticated;
grant select on public.event_attendees to authenticated;
grant insert (id, event_id, user_id, status, checked_in_at, minutes_attended) on public.event_attendees to authenticated;
grant update (status, checked_in_at, minutes_attended) on public.event_attendees to authenticated;
create policy "members read own attendance" on public.event_attendees
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "hosts read attendance at own events" on public.event_attendees
  for select to authenticated
  using (event_id in (select id from public.events where host_id = (select auth.uid())));
create policy "editors read all attendance" on public.event_attendees
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add attendance" on public.event_attendees
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change attendance" on public.event_attendees
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "hosts check members in at own events" on public.event_attendees
  for insert to authenticated
  with check (event_id in (select id from public.events where host_id = (select auth.uid())) and user_id <> (select auth.uid()));
create policy "hosts mark attendance at own events" on public.event_attendees
  for update to authenticated
  using (event_id in (select id from public.events where host_id = (select auth.uid())) and user_id <> (select auth.uid()))
  with check (event_id in (select id from public.events where host_id = (select auth.uid())) and user_id <> (select auth.uid()));

create table public.strategists (
  id uuid primary key default gen_random_uuid(),
  user_id uuid unique references public.users (id) on delete set null,
  name text not null constraint strategists_name_check check (length(name) between 1 and 200),
  email text not null unique,
  avatar_url text,
  bio text,
  specialties text[] not null default '{}',
  time_zone text not null default 'UTC' constraint strategists_time_zone_check check (length(time_zone) between 1 and 64),
  max_sessions_per_day integer not null default 2 constraint strategists_max_sessions_per_day_check check (max_sessions_per_day >= 0),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.strategists is 'Coaches: what they offer and how many meetings a day they take.';
comment on column public.strategists.id is 'Unique identifier.';
comment on column public.strategists.user_id is 'Account of the coach; sessions point at this account.';
comment on column public.strategists.name is 'Name shown to members.';
comment on column public.strategists.email is 'Address for bookings; not shown to members.';
comment on column public.strategists.avatar_url is 'Picture.';
comment on column public.strategists.bio is 'What the coach says about the own work.';
comment on column public.strategists.specialties is 'Fields of experience.';
comment on column public.strategists.time_zone is 'IANA zone in which the weekly hours count.';
comment on column public.strategists.max_sessions_per_day is 'Most meetings on one day in the coach''s zone.';
comment on column public.strategists.active is 'Whether the coach can be booked.';
comment on column public.strategists.created_at is 'When the row was written.';
comment on column public.strategists.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.strategists for each row execute function public.touch_updated_at();
alter table public.strategists enable row level security;
alter table public.strategists force row level security;
revoke all on public.strategists from anon, authenticated;
grant select (id, user_id, name, avatar_url, bio, specialties, time_zone, max_sessions_per_day, active, created_at, updated_at) on public.strategists to authenticated;
grant insert (id, user_id, name, email, avatar_url, bio, specialties, time_zone, max_sessions_per_day, active) on public.strategists to authenticated;
grant update (user_id, name, email, avatar_url, bio, specialties, time_zone, max_sessions_per_day, active) on public.strategists to authenticated;
grant delete on public.strategists to authenticated;
create policy "members read active strategists" on public.strategists
  for select to authenticated
  using (active);
create policy "strategists read own profile" on public.strategists
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "operators read all strategists" on public.strategists
  for select to authenticated
  using ((select app.is_operator()));
create policy "operators add strategists" on public.strategists
  for insert to authenticated
  with check ((select app.is_operator()));
create policy "operators change strategists" on public.strategists
  for update to authenticated
  using ((select app.is_operator()))
  with check ((select app.is_operator()));
create policy "strategists change own profile" on public.strategists
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "operators remove strategists" on public.strategists
  for delete to authenticated
  using ((select app.is_operator()));

create function app.is_strategist() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.strategists where user_id = (select auth.uid()) and active)
$$;
comment on function app.is_strategist() is 'Whether the caller is a coach who can be booked.';
revoke all on function app.is_strategist() from public;
grant execute on function app.is_strategist() to authenticated, service_role;

create table public.strategist_availability (
  id uuid primary key default gen_random_uuid(),
  strategist_id uuid not null references public.strategists (id) on delete cascade,
  day_of_week integer not null constraint strategist_availability_day_of_week_check check (day_of_week between 0 and 6),
  start_time time not null,
  end_time time not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (strategist_id, day_of_week, start_time, end_time),
  constraint strategist_availability_end_time_check check (end_time > start_time)
);
comment on table public.strategist_availability is 'Ours: Weekly hours in which a coach can be booked.';
comment on column public.strategist_availability.id is 'Unique identifier.';
comment on column public.strategist_availability.strategist_id is 'The coach.';
comment on column public.strategist_availability.day_of_week is 'Day, 0 is Sunday.';
comment on column public.strategist_availability.start_time is 'From, in the coach''s zone.';
comment on column public.strategist_availability.end_time is 'To, in the coach''s zone.';
comment on column public.strategist_availability.created_at is 'When the row was written.';
comment on column public.strategist_availability.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.strategist_availability for each row execute function public.touch_updated_at();
alter table public.strategist_availability enable row level security;
alter table public.strategist_availability force row level security;
revoke all on public.strategist_availability from anon, authenticated;
grant select on public.strategist_availability to authenticated;
grant insert (id, strategist_id, day_of_week, start_time, end_time) on public.strategist_availability to authenticated;
grant update (strategist_id, day_of_week, start_time, end_time) on public.strategist_availability to authenticated;
grant delete on public.strategist_availability to authenticated;
create policy "members read hours of strategists they may read" on public.strategist_availability
  for select to authenticated
  using (strategist_id in (select id from public.strategists));
create policy "strategists add own hours" on public.strategist_availability
  for insert to authenticated
  with check (strategist_id in (select id from public.strategists where user_id = (select auth.uid())));
create policy "operators add hours" on public.strategist_availability
  for insert to authenticated
  with check ((select app.is_operator()));
create policy "strategists change own hours" on public.strategist_availability
  for update to authenticated
  using (strategist_id in (select id from public.strategists where user_id = (select auth.uid())))
  with check (strategist_id in (select id from public.strategists where user_id = (select auth.uid())));
create policy "operators change hours" on public.strategist_availability
  for update to authenticated
  using ((select app.is_operator()))
  with check ((select app.is_operator()));
create policy "strategists remove own hours" on public.strategist_availability
  for delete to authenticated
  using (strategist_id in (select id from public.strategists where user_id = (select auth.uid())));
create policy "operators remove hours" on public.strategist_availability
  for delete to authenticated
  using ((select app.is_operator()));

create table public.availability_overrides (
  id uuid primary key default gen_random_uuid(),
  strategist_id uuid not null references public.strategists (id) on delete cascade,
  on_date date not null,
  is_available boolean not null default false,
  start_time time not null default '00:00',
  end_time time not null default '24:00',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (strategist_id, on_date, start_time),
  constraint availability_overrides_end_time_check check (end_time > start_time)
);
comment on table public.availability_overrides is 'Ours: Exceptions to the weekly hours on one date: away, or extra hours.';
comment on column public.availability_overrides.id is 'Unique identifier.';
comment on column public.availability_overrides.strategist_id is 'The coach.';
comment on column public.availability_overrides.on_date is 'The date, in the coach''s zone.';
comment on column public.availability_overrides.is_available is 'False: away in this time. True: extra hours.';
comment on column public.availability_overrides.start_time is 'From, in the coach''s zone.';
comment on column public.availability_overrides.end_time is 'To, in the coach''s zone.';
comment on column public.availability_overrides.created_at is 'When the row was written.';
comment on column public.availability_overrides.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.availability_overrides for each row execute function public.touch_updated_at();
alter table public.availability_overrides enable row level security;
alter table public.availability_overrides force row level security;
revoke all on public.availability_overrides from anon, authenticated;
grant select on public.availability_overrides to authenticated;
grant insert (id, strategist_id, on_date, is_available, start_time, end_time) on public.availability_overrides to authenticated;
grant update (strategist_id, on_date, is_available, start_time, end_time) on public.availability_overrides to authenticated;
grant delete on public.availability_overrides to authenticated;
create policy "members read exceptions of strategists they may read" on public.availability_overrides
  for select to authenticated
  using (strategist_id in (select id from public.strategists));
create policy "strategists add own exceptions" on public.availability_overrides
  for insert to authenticated
  with check (strategist_id in (select id from public.strategists where user_id = (select auth.uid())));
create policy "operators add exceptions" on public.availability_overrides
  for insert to authenticated
  with check ((select app.is_operator()));
create policy "strategists change own exceptions" on public.availability_overrides
  for update to authenticated
  using (strategist_id in (select id from public.strategists where user_id = (select auth.uid())))
  with check (strategist_id in (select id from public.strategists where user_id = (select auth.uid())));
create policy "operators change exceptions" on public.availability_overrides
  for update to authenticated
  using ((select app.is_operator()))
  with check ((select app.is_operator()));
create policy "strategists remove own exceptions" on public.availability_overrides
  for delete to authenticated
  using (strategist_id in (select id from public.strategists where user_id = (select auth.uid())));
create policy "operators remove exceptions" on public.availability_overrides
  for delete to authenticated
  using ((select app.is_operator()));

create table public.scheduled_sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  session_date text not null constraint scheduled_sessions_session_date_check check (session_date ~ '^\d{4}-\d{2}-\d{2}$'),
  session_time text not null constraint scheduled_sessions_session_time_check check (session_time ~ '^\d{2}:\d{2}$'),
  time_zone text not null default 'UTC' constraint scheduled_sessions_time_zone_check check (length(time_zone) between 1 and 64),
  wished_start timestamptz not null default now(),
  value_paths text[] not null constraint scheduled_sessions_value_paths_check check (value_paths <@ array['prosperity', 'happiness', 'longevity'] and cardinality(value_paths) > 0),
  status text not null default 'scheduled' constraint scheduled_sessions_status_check check (status in ('scheduled', 'matched', 'declined', 'completed', 'canceled', 'no-show')),
  strategist_id uuid references public.users (id) on delete set null,
  notes text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index scheduled_sessions_user_id_idx on public.scheduled_sessions (user_id);
create index scheduled_sessions_status_wished_start_idx on public.scheduled_sessions (status, wished_start);
create index scheduled_sessions_strategist_id_idx on public.scheduled_sessions (strategist_id);
comment on table public.scheduled_sessions is 'A member''s wish for a coaching meeting: date, time and value paths; a strategist matches or declines it.';
comment on column public.scheduled_sessions.id is 'Unique identifier.';
comment on column public.scheduled_sessions.user_id is 'Who asks.';
comment on column public.scheduled_sessions.session_date is 'Wished date as text, year-month-day.';
comment on column public.scheduled_sessions.session_time is 'Wished time as text, hours:minutes, in the member''s zone.';
comment on column public.scheduled_sessions.time_zone is 'IANA zone of date and time.';
comment on column public.scheduled_sessions.wished_start is 'The wish as a moment; set by trigger from the three columns before.';
comment on column public.scheduled_sessions.value_paths is 'What the member wants to work on.';
comment on column public.scheduled_sessions.status is 'scheduled: waits for a strategist; matched: a session was made from it; the rest says how it ended.';
comment on column public.scheduled_sessions.strategist_id is 'Account of the coach who took it.';
comment on column public.scheduled_sessions.notes is 'What the member wants the coach to know.';
comment on column public.scheduled_sessions.created_at is 'When the row was written.';
comment on column public.scheduled_sessions.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.scheduled_sessions for each row execute function public.touch_updated_at();
alter table public.scheduled_sessions enable row level security;
alter table public.scheduled_sessions force row level security;
revoke all on public.scheduled_sessions from anon, authenticated;
grant select on public.scheduled_sessions to authenticated;
grant insert (id, user_id, session_date, session_time, time_zone, value_paths, notes) on public.scheduled_sessions to authenticated;
grant update (session_date, session_time, time_zone, value_paths, notes, status, strategist_id) on public.scheduled_sessions to authenticated;
grant delete on public.scheduled_sessions to authenticated;
create policy "members read own wishes" on public.scheduled_sessions
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "strategists read open wishes and their own" on public.scheduled_sessions
  for select to authenticated
  using ((select app.is_strategist()) and (status = 'scheduled' or strategist_id = (select auth.uid())));
create policy "members add own wishes" on public.scheduled_sessions
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change or cancel own wishes" on public.scheduled_sessions
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()) and (status = 'canceled' or (status = 'scheduled' and strategist_id is null)));
create policy "strategists answer wishes of others" on public.scheduled_sessions
  for update to authenticated
  using ((select app.is_strategist()) and user_id <> (select auth.uid()) and (status = 'scheduled' or strategist_id = (select auth.uid())))
  with check ((select app.is_strategist()) and user_id <> (select auth.uid()) and strategist_id = (select auth.uid()));
create policy "members remove own wishes" on public.scheduled_sessions
  for delete to authenticated
  using (user_id = (select auth.uid()));

create function app.type_session_wish() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.wished_start := (new.session_date::date + new.session_time::time) at time zone new.time_zone;
  return new;
end
$$;
comment on function app.type_session_wish() is 'Trigger: turns the wish written as text into a moment; a date, time or zone that does not exist is refused.';
create trigger type_session_wish before insert or update of session_date, session_time, time_zone, wished_start
  on public.scheduled_sessions for each row execute function app.type_session_wish();

create table public.sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  strategist_id uuid not null references public.users (id) on delete cascade,
  scheduled_session_id uuid references public.scheduled_sessions (id) on delete set null,
  start_time timestamptz not null,
  end_time timestamptz not null,
  zoom_meeting_id varchar(255),
  zoom_join_url text,
  status varchar(50) not null default 'scheduled' constraint sessions_status_check check (status in ('scheduled', 'completed', 'canceled', 'no-show')),
  cancel_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sessions_end_time_check check (end_time > start_time),
  constraint sessions_strategist_id_check check (strategist_id <> user_id),
  constraint sessions_strategist_id_excl exclude using gist (strategist_id with =, tstzrange(start_time, end_time) with &&) where (status = 'scheduled'),
  constraint sessions_user_id_excl exclude using gist (user_id with =, tstzrange(start_time, end_time) with &&) where (status = 'scheduled')
);
create index sessions_strategist_id_start_time_idx on public.sessions (strategist_id, start_time);
create index sessions_user_id_start_time_idx on public.sessions (user_id, start_time);
create index sessions_scheduled_session_id_idx on public.sessions (scheduled_session_id);
comment on table public.sessions is 'A confirmed coaching meeting between a member and a strategist; neither can be booked twice at the same time.';
comment on column public.sessions.id is 'Unique identifier.';
comment on column public.sessions.user_id is 'The member.';
comment on column public.sessions.strategist_id is 'Account of the coach (users, found by strategists.user_id).';
comment on column public.sessions.scheduled_session_id is 'Wish the meeting was made from.';
comment on column public.sessions.start_time is 'When it starts.';
comment on column public.sessions.end_time is 'When it ends.';
comment on column public.sessions.zoom_meeting_id is 'Number of the meeting at the conference provider.';
comment on column public.sessions.zoom_join_url is 'Link to join.';
comment on column public.sessions.status is 'How it stands.';
comment on column public.sessions.cancel_reason is 'Why it was called off.';
comment on column public.sessions.created_at is 'When the row was written.';
comment on column public.sessions.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.sessions for each row execute function public.touch_updated_at();
alter table public.sessions enable row level security;
alter table public.sessions force row level security;
revoke all on public.sessions from anon, authenticated;
grant select on public.sessions to authenticated;
grant insert (id, user_id, strategist_id, scheduled_session_id, start_time, end_time) on public.sessions to authenticated;
grant update (status, cancel_reason, start_time, end_time, zoom_meeting_id, zoom_join_url) on public.sessions to authenticated;
create policy "members read own sessions" on public.sessions
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "strategists read own sessions" on public.sessions
  for select to authenticated
  using (strategist_id = (select auth.uid()));
create policy "operators read all sessions" on public.sessions
  for select to authenticated
  using ((select app.is_operator()));
create policy "members book active strategists for themselves" on public.sessions
  for insert to authenticated
  with check (user_id = (select auth.uid()) and strategist_id in (select s.user_id from public.strategists s where s.active));
create policy "strategists book members who asked" on public.sessions
  for insert to authenticated
  with check (strategist_id = (select auth.uid()) and (select app.is_strategist()) and scheduled_session_id in (select w.id from public.scheduled_sessions w where w.strategist_id = (select auth.uid()) and w.user_id = sessions.user_id));
create policy "members cancel own sessions" on public.sessions
  for update to authenticated
  using (user_id = (select auth.uid()) and status = 'scheduled')
  with check (user_id = (select auth.uid()) and status = 'canceled');
create policy "strategists change own sessions" on public.sessions
  for update to authenticated
  using (strategist_id = (select auth.uid()))
  with check (strategist_id = (select auth.uid()));

create function app.guard_session_booking() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  coach public.strategists;
begin
  if new.status <> 'scheduled' then
    return new;
  end if;
  -- The coach's row lock puts simultaneous bookings in line, so that the daily limit holds.
  select * into coach from public.strategists where user_id = new.strategist_id for update;
  if not found or not coach.active then
    raise exception 'this strategist cannot be booked'
      using errcode = 'check_violation', constraint = 'sessions_strategist_active_check';
  end if;
  if (
    select count(*) from public.sessions s
    where s.strategist_id = new.strategist_id and s.status = 'scheduled' and s.id <> new.id
      and (s.start_time at time zone coach.time_zone)::date = (new.start_time at time zone coach.time_zone)::date
  ) >= coach.max_sessions_per_day then
    raise exception 'the strategist takes no more sessions on that day'
      using errcode = 'check_violation', constraint = 'sessions_per_day_check';
  end if;
  return new;
end
$$;
comment on function app.guard_session_booking() is 'Trigger: only active strategists, and no more meetings a day than they take.';
create trigger guard_session_booking before insert or update of start_time, strategist_id, status on public.sessions
  for each row execute function app.guard_session_booking();

create table public.session_notes (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.sessions (id) on delete cascade,
  author_id uuid not null references public.users (id) on delete cascade,
  content text not null constraint session_notes_content_check check (length(content) between 1 and 20000),
  is_private boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_notes_session_id_created_at_idx on public.session_notes (session_id, created_at);
create index session_notes_author_id_idx on public.session_notes (author_id);
comment on table public.session_notes is 'Notes on a meeting by either side; private ones are for their author alone.';
comment on column public.session_notes.id is 'Unique identifier.';
comment on column public.session_notes.session_id is 'The meeting.';
comment on column public.session_notes.author_id is 'Who wrote it.';
comment on column public.session_notes.content is 'The note.';
comment on column public.session_notes.is_private is 'True: for the author alone. False: for both sides.';
comment on column public.session_notes.created_at is 'When the row was written.';
comment on column public.session_notes.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.session_notes for each row execute function public.touch_updated_at();
alter table public.session_notes enable row level security;
alter table public.session_notes force row level security;
revoke all on public.session_notes from anon, authenticated;
grant select on public.session_notes to authenticated;
grant insert (id, session_id, author_id, content, is_private) on public.session_notes to authenticated;
grant update (content, is_private) on public.session_notes to authenticated;
grant delete on public.session_notes to authenticated;
create policy "authors read own notes" on public.session_notes
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "both sides read shared notes" on public.session_notes
  for select to authenticated
  using (not is_private and session_id in (select id from public.sessions where user_id = (select auth.uid()) or strategist_id = (select auth.uid())));
create policy "both sides add notes in their own name" on public.session_notes
  for insert to authenticated
  with check (author_id = (select auth.uid()) and session_id in (select id from public.sessions where user_id = (select auth.uid()) or strategist_id = (select auth.uid())));
create policy "authors change own notes" on public.session_notes
  for update to authenticated
  using (author_id = (select auth.uid()))
  with check (author_id = (select auth.uid()));
create policy "authors remove own notes" on public.session_notes
  for delete to authenticated
  using (author_id = (select auth.uid()));

create table public.session_resources (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.sessions (id) on delete cascade,
  resource_id uuid references public.resources (id) on delete cascade,
  title text not null constraint session_resources_title_check check (length(title) between 1 and 300),
  description text,
  url text,
  resource_type text not null constraint session_resources_resource_type_check check (resource_type in ('link', 'document', 'guide', 'video', 'audio', 'template', 'tool', 'file')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint session_resources_resource_id_check check (num_nonnulls(resource_id, url) >= 1)
);
create index session_resources_session_id_idx on public.session_resources (session_id);
create index session_resources_resource_id_idx on public.session_resources (resource_id);
comment on table public.session_resources is 'What a strategist hands over at a meeting: an item of the library or a bare link.';
comment on column public.session_resources.id is 'Unique identifier.';
comment on column public.session_resources.session_id is 'The meeting.';
comment on column public.session_resources.resource_id is 'Item of the library; empty for a bare link.';
comment on column public.session_resources.title is 'Title.';
comment on column public.session_resources.description is 'What it is for.';
comment on column public.session_resources.url is 'Link, where there is no item of the library.';
comment on column public.session_resources.resource_type is 'Kind of resource.';
comment on column public.session_resources.created_at is 'When the row was written.';
comment on column public.session_resources.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.session_resources for each row execute function public.touch_updated_at();
alter table public.session_resources enable row level security;
alter table public.session_resources force row level security;
revoke all on public.session_resources from anon, authenticated;
grant select on public.session_resources to authenticated;
grant insert (id, session_id, resource_id, title, description, url, resource_type) on public.session_resources to authenticated;
grant update (session_id, resource_id, title, description, url, resource_type) on public.session_resources to authenticated;
grant delete on public.session_resources to authenticated;
create policy "both sides read resources of their sessions" on public.session_resources
  for select to authenticated
  using (session_id in (select id from public.sessions where user_id = (select auth.uid()) or strategist_id = (select auth.uid())));
create policy "strategists add resources to own sessions" on public.session_resources
  for insert to authenticated
  with check (session_id in (select id from public.sessions where strategist_id = (select auth.uid())));
create policy "strategists change resources of own sessions" on public.session_resources
  for update to authenticated
  using (session_id in (select id from public.sessions where strategist_id = (select auth.uid())))
  with check (session_id in (select id from public.sessions where strategist_id = (select auth.uid())));
create policy "strategists remove resources from own sessions" on public.session_resources
  for delete to authenticated
  using (session_id in (select id from public.sessions where strategist_id = (select auth.uid())));

create table public.zoom_attendance (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  event_id uuid references public.events (id) on delete set null,
  meeting_id text not null,
  join_time timestamptz not null default now(),
  leave_time timestamptz,
  duration_minutes integer constraint zoom_attendance_duration_minutes_check check (duration_minutes >= 0),
  reward_processed boolean not null default false,
  created_at timestamptz not null default now(),
  unique (meeting_id, user_id, join_time),
  constraint zoom_attendance_leave_time_check check (leave_time >= join_time)
);
create index zoom_attendance_user_id_join_time_idx on public.zoom_attendance (user_id, join_time);
create index zoom_attendance_event_id_idx on public.zoom_attendance (event_id);
create index zoom_attendance_reward_processed_idx on public.zoom_attendance (reward_processed) where not reward_processed;
comment on table public.zoom_attendance is 'Ours: Presence in a live meeting as told by the conference provider; written by the service alone.';
comment on column public.zoom_attendance.id is 'Unique identifier.';
comment on column public.zoom_attendance.user_id is 'The member.';
comment on column public.zoom_attendance.event_id is 'Event the meeting belongs to, where known.';
comment on column public.zoom_attendance.meeting_id is 'Number of the meeting at the conference provider.';
comment on column public.zoom_attendance.join_time is 'When the member joined.';
comment on column public.zoom_attendance.leave_time is 'When the member left; empty while present.';
comment on column public.zoom_attendance.duration_minutes is 'Time present, in minutes.';
comment on column public.zoom_attendance.reward_processed is 'Whether the reward for this presence was decided.';
comment on column public.zoom_attendance.created_at is 'When the row was written.';
alter table public.zoom_attendance enable row level security;
alter table public.zoom_attendance force row level security;
revoke all on public.zoom_attendance from anon, authenticated;
grant select on public.zoom_attendance to authenticated;
create policy "members read own presence" on public.zoom_attendance
  for select to authenticated
  using (user_id = (select auth.uid()));

insert into public.schema_version (version, name) values (8, '20261101000700_events') on conflict do nothing;
