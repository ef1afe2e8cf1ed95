-- Movements between members, offers that do something, streaks, leaderboards, sharing, holds.
set search_path = public, extensions;

-- Figures that operators edit.
alter table site_settings
  add column if not exists referral_min_actions integer not null default 3,
  add column if not exists referral_min_days integer not null default 2,
  add column if not exists tip_daily_limit numeric not null default 1000,
  add column if not exists tip_daily_count integer not null default 20;
comment on column site_settings.referral_min_actions is 'Ours: rewarded actions of an invited member before the invitation is paid.';
comment on column site_settings.referral_min_days is 'Ours: different days on which those actions must lie.';
comment on column site_settings.tip_daily_limit is 'Ours: most units of a token that a member may give away in 24 hours.';
comment on column site_settings.tip_daily_count is 'Ours: most gifts of a member in 24 hours.';
alter table site_settings drop constraint if exists site_settings_limits_check;
alter table site_settings add constraint site_settings_limits_check check (referral_min_actions > 0
  and referral_min_days > 0 and tip_daily_limit >= 0 and tip_daily_count >= 0);

-- Gifts from one member to another.
create table if not exists token_tips (
  id uuid primary key,
  sender_id uuid references users (id) on delete set null,
  recipient_id uuid references users (id) on delete set null,
  token_type text not null,
  amount numeric(20, 6) not null,
  note text,
  entity_type text references entity_types (name),
  entity_id uuid,
  ledger_entry_id bigint not null references gamification_events (id),
  created_at timestamptz not null default now(),
  constraint token_tips_ledger_entry_id_key unique (ledger_entry_id),
  constraint token_tips_self_check check (sender_id <> recipient_id),
  constraint token_tips_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint token_tips_amount_check check (amount > 0),
  constraint token_tips_note_check check (char_length(note) between 1 and 280),
  constraint token_tips_entity_check check ((entity_type is null) = (entity_id is null))
);
comment on table token_tips is 'Ours: gifts from one member to another, with the reason; one ledger entry each.';
comment on column token_tips.id is 'Key, chosen by the sender''s program, so that a gift sent twice is given once.';
comment on column token_tips.sender_id is 'Member who gave.';
comment on column token_tips.recipient_id is 'Member who received.';
comment on column token_tips.token_type is 'Token that was given.';
comment on column token_tips.amount is 'Amount that was given.';
comment on column token_tips.note is 'Words that came with it.';
comment on column token_tips.entity_type is 'Kind of the thing it was given for, if any.';
comment on column token_tips.entity_id is 'Key of that thing.';
comment on column token_tips.ledger_entry_id is 'Entry that moved the tokens.';
comment on column token_tips.created_at is 'When it was given.';
alter table token_tips enable row level security;
alter table token_tips force row level security;
revoke all on token_tips from anon, authenticated;
grant all on token_tips to service_role;
grant select on token_tips to authenticated;
create index if not exists token_tips_sender_id_idx on token_tips (sender_id, created_at desc);
create index if not exists token_tips_recipient_id_idx on token_tips (recipient_id, created_at desc);
create index if not exists token_tips_entity_idx on token_tips (entity_type, entity_id);
drop policy if exists "both sides read a gift" on token_tips;
create policy "both sides read a gift" on token_tips for select to authenticated
  using (sender_id = (select auth.uid()) or recipient_id = (select auth.uid()));
select app.register_reference('token_tips', 'entity_type', 'entity_id');

-- Tokens that are set aside for a purpose, and come back or are lost.
create table if not exists token_stakes (
  id uuid primary key,
  user_id uuid references users (id) on delete set null,
  site text not null,
  token_type text not null,
  amount numeric(20, 6) not null,
  slashed_amount numeric(20, 6) not null default 0,
  purpose text not null,
  entity_type text references entity_types (name),
  entity_id uuid,
  status text not null default 'locked',
  ledger_entry_id bigint not null references gamification_events (id),
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint token_stakes_ledger_entry_id_key unique (ledger_entry_id),
  constraint token_stakes_site_check check (site in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint token_stakes_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint token_stakes_amount_check check (amount > 0 and slashed_amount between 0 and amount),
  constraint token_stakes_purpose_check check (purpose ~ '^[a-z][a-z_]{0,59}$'),
  constraint token_stakes_entity_check check ((entity_type is null) = (entity_id is null)),
  constraint token_stakes_status_check check (status in ('locked', 'released', 'slashed')),
  constraint token_stakes_closed_at_check check ((status = 'locked') = (closed_at is null))
);
comment on table token_stakes is 'Ours: tokens that members set aside for a purpose, until they come back or are lost.';
comment on column token_stakes.id is 'Key, chosen by whoever asks for the stake, so that it is locked once.';
comment on column token_stakes.user_id is 'Member who staked.';
comment on column token_stakes.site is 'Platform on which it was staked.';
comment on column token_stakes.token_type is 'Token that is staked.';
comment on column token_stakes.amount is 'Amount that is set aside.';
comment on column token_stakes.slashed_amount is 'Part of it that was lost.';
comment on column token_stakes.purpose is 'What it stands for, such as proposal.';
comment on column token_stakes.entity_type is 'Kind of the thing it belongs to, if any.';
comment on column token_stakes.entity_id is 'Key of that thing.';
comment on column token_stakes.status is 'Whether it is locked, came back whole, or was lost in part or whole.';
comment on column token_stakes.ledger_entry_id is 'Entry that set the tokens aside.';
comment on column token_stakes.created_at is 'When it was locked.';
comment on column token_stakes.closed_at is 'When it came back or was lost.';
alter table token_stakes enable row level security;
alter table token_stakes force row level security;
revoke all on token_stakes from anon, authenticated;
grant all on token_stakes to service_role;
grant select on token_stakes to authenticated;
create index if not exists token_stakes_user_id_idx on token_stakes (user_id, created_at desc);
create index if not exists token_stakes_entity_idx on token_stakes (entity_type, entity_id);
drop policy if exists "members read their own stakes" on token_stakes;
create policy "members read their own stakes" on token_stakes for select to authenticated using (user_id = (select auth.uid()));
select app.register_reference('token_stakes', 'entity_type', 'entity_id');

-- Offers that do something.
alter table token_sinks add column if not exists effect text;
comment on column token_sinks.effect is 'Ours: what a purchase changes, such as streak_freeze; empty for gifts and raffles.';
alter table token_sinks drop constraint if exists token_sinks_effect_check;
alter table token_sinks add constraint token_sinks_effect_check check (effect in ('streak_freeze'));
-- An offer is shown only while buying it does what it says.
update token_sinks set is_active = false where sink_type = 'feature_unlock' and effect is null;
insert into token_sinks (site, sink_type, token_type, name, description, price, effect) values
  ('hub', 'feature_unlock', 'LUCK', 'Streak freeze', 'Keeps your streak over one missed day. You can hold three.', 50, 'streak_freeze'),
  ('ascenders', 'feature_unlock', 'LIVE', 'Streak freeze', 'Keeps your streak over one missed day. You can hold three.', 50, 'streak_freeze'),
  ('neothinkers', 'feature_unlock', 'LOVE', 'Streak freeze', 'Keeps your streak over one missed day. You can hold three.', 50, 'streak_freeze'),
  ('immortals', 'feature_unlock', 'LIFE', 'Streak freeze', 'Keeps your streak over one missed day. You can hold three.', 50, 'streak_freeze'),
  ('ascenders', 'donation', 'LIVE', 'Common fund', 'Give to the fund that pays the prizes of challenges.', 10, null),
  ('neothinkers', 'donation', 'LOVE', 'Common fund', 'Give to the fund that pays the prizes of challenges.', 10, null),
  ('immortals', 'donation', 'LIFE', 'Common fund', 'Give to the fund that pays the prizes of challenges.', 10, null)
on conflict do nothing;

create table if not exists token_raffles (
  id uuid primary key default gen_random_uuid(),
  sink_id bigint not null references token_sinks (id),
  draws_at timestamptz not null,
  commitment text not null,
  secret text not null,
  revealed_secret text,
  ticket_count integer,
  winning_ticket integer,
  winner_id uuid references users (id) on delete set null,
  prize numeric(20, 6),
  ledger_entry_id bigint references gamification_events (id),
  drawn_at timestamptz,
  created_at timestamptz not null default now(),
  constraint token_raffles_sink_id_draws_at_key unique (sink_id, draws_at),
  constraint token_raffles_ledger_entry_id_key unique (ledger_entry_id),
  constraint token_raffles_commitment_check check (commitment ~ '^[0-9a-f]{64}$'),
  constraint token_raffles_secret_check check (secret ~ '^[0-9a-f]{64}$' and (revealed_secret is null or revealed_secret = secret)),
  constraint token_raffles_drawn_check check ((drawn_at is null) = (revealed_secret is null)),
  constraint token_raffles_winning_ticket_check check (winning_ticket is null or winning_ticket between 1 and ticket_count)
);
comment on table token_raffles is 'Ours: draws of a raffle. The hash of the secret is public from the start, the secret after the draw, so that anyone can repeat it.';
comment on column token_raffles.id is 'Key of the draw.';
comment on column token_raffles.sink_id is 'Offer whose tickets take part.';
comment on column token_raffles.draws_at is 'When it is drawn; tickets bought before take part.';
comment on column token_raffles.commitment is 'SHA-256 of the secret in hexadecimal, published before the first ticket.';
comment on column token_raffles.secret is 'Random text that decides the draw; hidden until then.';
comment on column token_raffles.revealed_secret is 'The secret, for everyone, once it is drawn.';
comment on column token_raffles.ticket_count is 'Tickets that took part.';
comment on column token_raffles.winning_ticket is 'Number of the ticket that won.';
comment on column token_raffles.winner_id is 'Member who won.';
comment on column token_raffles.prize is 'Tokens that were won: half of what the tickets cost.';
comment on column token_raffles.ledger_entry_id is 'Entry that paid the prize.';
comment on column token_raffles.drawn_at is 'When it was drawn.';
comment on column token_raffles.created_at is 'When it was opened.';
alter table token_raffles enable row level security;
alter table token_raffles force row level security;
revoke all on token_raffles from anon, authenticated;
grant all on token_raffles to service_role;
grant select (id, sink_id, draws_at, commitment, revealed_secret, ticket_count, winning_ticket, winner_id, prize, drawn_at, created_at)
  on token_raffles to authenticated;
create index if not exists token_raffles_due_idx on token_raffles (draws_at) where drawn_at is null;
create index if not exists token_raffles_winner_id_idx on token_raffles (winner_id);
drop policy if exists "members read draws" on token_raffles;
create policy "members read draws" on token_raffles for select to authenticated using (true);

alter table token_sink_purchases
  add column if not exists raffle_id uuid references token_raffles (id),
  add column if not exists ticket_number integer;
comment on column token_sink_purchases.raffle_id is 'Ours: draw that the ticket takes part in.';
comment on column token_sink_purchases.ticket_number is 'Ours: number of the ticket in that draw, from 1.';
create unique index if not exists token_sink_purchases_ticket_key on token_sink_purchases (raffle_id, ticket_number);

create or replace function app.sink_totals(wanted_site text)
returns table (sink_id bigint, purchases bigint, total numeric)
  language sql stable security definer set search_path = ''
  as $$
    select p.sink_id, count(*), sum(p.amount)
    from public.token_sink_purchases p join public.token_sinks s on s.id = p.sink_id
    where s.site = sink_totals.wanted_site
    group by p.sink_id
  $$;
comment on function app.sink_totals(text) is 'How often each offer of a platform was bought, and for how much altogether; names nobody.';
revoke execute on function app.sink_totals(text) from public;
grant execute on function app.sink_totals(text) to authenticated, service_role;

-- Streaks: days that were bought, days that were skipped, pauses.
alter table member_streaks
  add column if not exists extra_freezes integer not null default 0,
  add column if not exists paused_from date;
comment on column member_streaks.extra_freezes is 'Ours: missed days that the member may skip because they were bought.';
comment on column member_streaks.paused_from is 'Ours: first day of the present or last pause.';
alter table member_streaks drop constraint if exists member_streaks_extra_freezes_check;
alter table member_streaks add constraint member_streaks_extra_freezes_check check (extra_freezes between 0 and 3);

create table if not exists streak_freezes (
  user_id uuid not null references users (id) on delete cascade,
  day date not null,
  kind text not null,
  created_at timestamptz not null default now(),
  constraint streak_freezes_pkey primary key (user_id, day),
  constraint streak_freezes_kind_check check (kind in ('weekly', 'bought', 'paused'))
);
comment on table streak_freezes is 'Ours: days without an action that did not end a streak, and why.';
comment on column streak_freezes.user_id is 'Member who keeps the streak.';
comment on column streak_freezes.day is 'Day by the member''s calendar.';
comment on column streak_freezes.kind is 'What kept it: a free day of the week, a bought one, or a pause.';
comment on column streak_freezes.created_at is 'When it was used.';
alter table streak_freezes enable row level security;
alter table streak_freezes force row level security;
revoke all on streak_freezes from anon, authenticated;
grant all on streak_freezes to service_role;
grant select on streak_freezes to authenticated;
drop policy if exists "members read their own skipped days" on streak_freezes;
create policy "members read their own skipped days" on streak_freezes for select to authenticated using (user_id = (select auth.uid()));

-- Leaderboards: sums that follow the ledger.
create table if not exists leaderboard_scores (
  period text not null,
  starts_on date not null,
  token_type text not null,
  site text not null,
  category text not null,
  user_id uuid not null references users (id) on delete cascade,
  amount numeric(20, 6) not null default 0,
  constraint leaderboard_scores_pkey primary key (period, starts_on, token_type, site, category, user_id),
  constraint leaderboard_scores_period_check check (period in ('day', 'week', 'month', 'all')),
  constraint leaderboard_scores_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint leaderboard_scores_site_check check (site in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint leaderboard_scores_category_check check (category in ('community', 'learning', 'events', 'membership', 'other'))
);
comment on table leaderboard_scores is 'Ours: what each member earned in a period, kept by the ledger and equal to its replay.';
comment on column leaderboard_scores.period is 'Length of the period: day, week, month or all.';
comment on column leaderboard_scores.starts_on is 'First day of the period in UTC; 1970-01-01 for all time.';
comment on column leaderboard_scores.token_type is 'Token that was earned.';
comment on column leaderboard_scores.site is 'Platform on which it was earned.';
comment on column leaderboard_scores.category is 'Field of the action: community, learning, events, membership or other.';
comment on column leaderboard_scores.user_id is 'Member who earned.';
comment on column leaderboard_scores.amount is 'Earned in the period, less what was taken back.';
alter table leaderboard_scores enable row level security;
alter table leaderboard_scores force row level security;
revoke all on leaderboard_scores from anon, authenticated;
grant select on leaderboard_scores to authenticated, service_role;
create index if not exists leaderboard_scores_user_id_idx on leaderboard_scores (user_id);

create or replace function app.quiet_member_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select p.user_id from public.privacy_settings p where not p.show_activity $$;
comment on function app.quiet_member_ids() is 'Members who do not show their activity to others.';
revoke execute on function app.quiet_member_ids() from public;
grant execute on function app.quiet_member_ids() to authenticated, service_role;
create index if not exists privacy_settings_quiet_idx on privacy_settings (user_id) where not show_activity;
drop policy if exists "members read scores that are shown" on leaderboard_scores;
create policy "members read scores that are shown" on leaderboard_scores for select to authenticated
  using (user_id = (select auth.uid()) or user_id not in (select app.quiet_member_ids()));

create or replace function app.action_category(action_type text) returns text
  language sql immutable parallel safe set search_path = ''
  as $$
    select case
      when action_type in ('post', 'comment', 'message', 'topic', 'reply', 'insight') then 'community'
      when action_type in ('lesson', 'course', 'assessment', 'exercise', 'concept') then 'learning'
      when action_type in ('meeting', 'event', 'session') then 'events'
      when action_type in ('onboarding', 'referral', 'login') then 'membership'
      else 'other' end
  $$;
comment on function app.action_category(text) is 'Field that an action belongs to on leaderboards.';
grant execute on function app.action_category(text) to authenticated, service_role;

create or replace view leaderboard_scores_replayed with (security_invoker = true) as
  select p.period, p.starts_on, e.token_type, e.site, e.category, e.user_id, sum(e.amount) as amount
  from (
    select l.token_type, l.site,
      case when l.credit_account = '00000000-0000-4000-8000-000000000001' then l.debit_account else l.credit_account end as user_id,
      case when l.credit_account = '00000000-0000-4000-8000-000000000001' then -l.amount else l.amount end as amount,
      app.action_category(coalesce(a.action_type, l.event_type)) as category,
      (coalesce(a.created_at, l.created_at) at time zone 'UTC')::date as day
    from gamification_events l
    left join user_actions a on a.id = l.action_id
    where l.simulation_run_id is null and l.amount > 0 and l.event_type <> 'grant'
      and '00000000-0000-4000-8000-000000000001' in (l.debit_account, l.credit_account)
  ) e
  cross join lateral (values
    ('day', e.day), ('week', date_trunc('week', e.day::timestamp)::date),
    ('month', date_trunc('month', e.day::timestamp)::date), ('all', date '1970-01-01')) p (period, starts_on)
  join users u on u.id = e.user_id
  group by 1, 2, 3, 4, 5, 6;
comment on view leaderboard_scores_replayed is 'Scores summed from the ledger; the kept ones must equal them.';
comment on column leaderboard_scores_replayed.period is 'Length of the period.';
comment on column leaderboard_scores_replayed.starts_on is 'First day of the period.';
comment on column leaderboard_scores_replayed.token_type is 'Token.';
comment on column leaderboard_scores_replayed.site is 'Platform.';
comment on column leaderboard_scores_replayed.category is 'Field of the action.';
comment on column leaderboard_scores_replayed.user_id is 'Member.';
comment on column leaderboard_scores_replayed.amount is 'Earned less taken back.';
revoke all on leaderboard_scores_replayed from anon, authenticated;
grant select on leaderboard_scores_replayed to service_role;

create or replace function app.score_ledger_entry() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    issuance constant uuid := '00000000-0000-4000-8000-000000000001';
    member uuid := case when new.credit_account = issuance then new.debit_account else new.credit_account end;
    change numeric := case when new.credit_account = issuance then -new.amount else new.amount end;
    kind text := new.event_type;
    moment timestamptz := new.created_at;
    day date;
  begin
    if new.action_id is not null then
      select a.action_type, a.created_at into kind, moment from public.user_actions a where a.id = new.action_id;
    end if;
    day := (moment at time zone 'UTC')::date;
    insert into public.leaderboard_scores (period, starts_on, token_type, site, category, user_id, amount)
    select p.period, p.starts_on, new.token_type, new.site, app.action_category(kind), u.id, change
    from (values ('day', day), ('week', date_trunc('week', day::timestamp)::date),
      ('month', date_trunc('month', day::timestamp)::date), ('all', date '1970-01-01')) p (period, starts_on)
    join public.users u on u.id = member
    order by p.period
    on conflict on constraint leaderboard_scores_pkey
      do update set amount = public.leaderboard_scores.amount + excluded.amount;
    return null;
  end $$;
comment on function app.score_ledger_entry() is 'Carries an award or its reversal into the scores of its day, week, month and of all time.';
create or replace trigger gamification_events_score after insert on gamification_events for each row
  when (new.simulation_run_id is null and new.amount > 0 and new.event_type <> 'grant'
    and (new.debit_account = '00000000-0000-4000-8000-000000000001' or new.credit_account = '00000000-0000-4000-8000-000000000001'))
  execute function app.score_ledger_entry();
revoke execute on function app.score_ledger_entry() from public;
insert into leaderboard_scores (period, starts_on, token_type, site, category, user_id, amount)
  select period, starts_on, token_type, site, category, user_id, amount from leaderboard_scores_replayed
on conflict do nothing;

-- Badges: shared by their holder, withdrawn with a reason.
alter table user_badges
  add column if not exists shared_at timestamptz,
  add column if not exists revoke_reason text;
comment on column user_badges.shared_at is 'Ours: since when the holder shows it to everyone by its address; empty while it is not shared.';
comment on column user_badges.revoke_reason is 'Ours: why it was withdrawn, as the holder was told.';
alter table user_badges drop constraint if exists user_badges_revoke_reason_check;
alter table user_badges add constraint user_badges_revoke_reason_check
  check (revoke_reason is null or (revoked_at is not null and char_length(revoke_reason) <= 1000));
grant update (shared_at) on user_badges to authenticated;
drop policy if exists "holders share their badges" on user_badges;
create policy "holders share their badges" on user_badges for update to authenticated
  using (user_id = (select auth.uid()) and revoked_at is null) with check (user_id = (select auth.uid()) and revoked_at is null);

create or replace function app.shared_badge(wanted uuid)
returns table (name text, description text, holder text, earned_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select b.name, b.description, coalesce(c.full_name, 'A member'), u.earned_at
    from public.user_badges u
    join public.badges b on b.id = u.badge_id
    left join public.member_cards c on c.id = u.user_id
    where u.id = shared_badge.wanted and u.shared_at is not null and u.revoked_at is null
  $$;
comment on function app.shared_badge(uuid) is 'What everyone may see of a badge that its holder shares: no more than the card shows.';
revoke execute on function app.shared_badge(uuid) from public;
grant execute on function app.shared_badge(uuid) to anon, authenticated, service_role;

-- Challenges: what counts, and what was paid out.
alter table collaborative_challenges
  add column if not exists action_type text,
  add column if not exists finished_at timestamptz;
comment on column collaborative_challenges.action_type is 'Ours: rewarded action that counts by itself; empty when members note their contributions.';
comment on column collaborative_challenges.finished_at is 'Ours: when it was closed and its prize was split.';
create index if not exists collaborative_challenges_action_type_idx
  on collaborative_challenges (platform, action_type) where status = 'active';

create table if not exists challenge_prizes (
  challenge_id uuid not null references collaborative_challenges (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  contributed numeric(20, 6) not null,
  amount numeric(20, 6) not null,
  ledger_entry_id bigint not null references gamification_events (id),
  created_at timestamptz not null default now(),
  constraint challenge_prizes_pkey primary key (challenge_id, user_id),
  constraint challenge_prizes_ledger_entry_id_key unique (ledger_entry_id),
  constraint challenge_prizes_amount_check check (amount > 0 and contributed > 0)
);
comment on table challenge_prizes is 'Ours: shares of a challenge''s prize, one ledger entry each; together exactly the prize.';
comment on column challenge_prizes.challenge_id is 'Challenge that was finished.';
comment on column challenge_prizes.user_id is 'Member who was paid.';
comment on column challenge_prizes.contributed is 'Sum of the member''s contributions.';
comment on column challenge_prizes.amount is 'Share of the prize.';
comment on column challenge_prizes.ledger_entry_id is 'Entry that paid it.';
comment on column challenge_prizes.created_at is 'When it was paid.';
alter table challenge_prizes enable row level security;
alter table challenge_prizes force row level security;
revoke all on challenge_prizes from anon, authenticated;
grant all on challenge_prizes to service_role;
grant select on challenge_prizes to authenticated;
create index if not exists challenge_prizes_user_id_idx on challenge_prizes (user_id);
drop policy if exists "members read how a prize was split" on challenge_prizes;
create policy "members read how a prize was split" on challenge_prizes for select to authenticated using (true);

create or replace function app.challenge_progress(wanted uuid[])
returns table (challenge_id uuid, contributors bigint, total numeric)
  language sql stable security definer set search_path = ''
  as $$
    select c.challenge_id, count(distinct c.user_id), sum(c.amount)
    from public.challenge_contributions c
    where c.challenge_id = any (challenge_progress.wanted)
    group by c.challenge_id
  $$;
comment on function app.challenge_progress(uuid[]) is 'How far challenges have come; names nobody.';
revoke execute on function app.challenge_progress(uuid[]) from public;
grant execute on function app.challenge_progress(uuid[]) to authenticated, service_role;

grant insert (title, description, instructions, created_by, platform, start_date, end_date, max_participants, goal, prize,
  token_type, action_type, status) on collaborative_challenges to authenticated;
grant update (title, description, instructions, start_date, end_date, max_participants, goal) on collaborative_challenges to authenticated;
drop policy if exists "editors set up challenges" on collaborative_challenges;
create policy "editors set up challenges" on collaborative_challenges for insert to authenticated
  with check ((select app.is_editor()) and created_by = (select auth.uid()) and status in ('upcoming', 'active'));
drop policy if exists "editors change challenges" on collaborative_challenges;
create policy "editors change challenges" on collaborative_challenges for update to authenticated
  using ((select app.is_editor()) and status in ('upcoming', 'active'))
  with check ((select app.is_editor()) and status in ('upcoming', 'active'));

-- Holds: at most one open one for each member and rule; operators see them all.
alter table award_holds add column if not exists decision_note text;
comment on column award_holds.decision_note is 'Ours: why the operator decided so, as the member is told.';
alter table award_holds drop constraint if exists award_holds_decision_note_check;
alter table award_holds add constraint award_holds_decision_note_check check (char_length(decision_note) <= 1000);
create unique index if not exists award_holds_member_rule_key on award_holds (user_id, rule)
  where action_id is null and status in ('held', 'appealed');
create index if not exists award_holds_member_open_idx on award_holds (user_id)
  where action_id is null and status in ('held', 'appealed');
drop policy if exists "operators read holds" on award_holds;
create policy "operators read holds" on award_holds for select to authenticated using ((select app.is_operator()));

insert into entity_types (name, table_name, id_column, label) values
  ('token_tip', 'token_tips', 'id', 'Gift'),
  ('token_stake', 'token_stakes', 'id', 'Stake'),
  ('token_sink_purchase', 'token_sink_purchases', 'id', 'Purchase'),
  ('token_raffle', 'token_raffles', 'id', 'Draw'),
  ('badge', 'badges', 'id', 'Badge'),
  ('user_badge', 'user_badges', 'id', 'Badge of a member'),
  ('challenge', 'collaborative_challenges', 'id', 'Challenge'),
  ('award_hold', 'award_holds', 'id', 'Hold')
on conflict do nothing;

insert into public.schema_version (version, name)
select max(version) + 1, '20261122170100_tokens_depth' from public.schema_version
on conflict do nothing;
