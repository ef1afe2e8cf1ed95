-- The token economy: figures, actions, the ledger and everything that is earned.
set search_path = public, extensions;

create table if not exists site_settings (
  site text primary key,
  base_reward numeric not null default 100,
  collab_bonus numeric not null default 25,
  streak_bonus numeric not null default 50,
  diminishing_threshold numeric not null default 1000,
  conversion_rates jsonb not null default '{}',
  default_token text not null default 'LUCK',
  tier_factors jsonb not null default '{"free": 1, "premium": 2, "superachiever": 3}',
  streak_cap numeric not null default 233,
  reward_limits jsonb not null default '{"default": 3, "pairs": {"LUCK:post": 5, "LOVE:message": 10}}',
  trial_days integer not null default 0,
  trial_reward numeric not null default 1,
  inactive_after_days integer not null default 183,
  weekly_freeze_days integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid references users (id) on delete set null,
  constraint site_settings_site_check check (site in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint site_settings_figures_check check (base_reward >= 0 and collab_bonus >= 0 and streak_bonus >= 0
    and diminishing_threshold >= 0 and streak_cap >= 0 and trial_days >= 0 and trial_reward >= 0
    and inactive_after_days > 0 and weekly_freeze_days between 0 and 7),
  constraint site_settings_default_token_check check (default_token in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint site_settings_json_check check (jsonb_typeof(conversion_rates) = 'object'
    and jsonb_typeof(tier_factors) = 'object' and jsonb_typeof(reward_limits) = 'object')
);
comment on table site_settings is 'Figures of the token economy of each platform; operators edit them, the reward function reads them.';
comment on column site_settings.site is 'Platform that the figures hold for.';
comment on column site_settings.base_reward is 'Tokens that an action of weight 1 pays before any other step.';
comment on column site_settings.collab_bonus is 'Tokens added when the action was done together with others.';
comment on column site_settings.streak_bonus is 'Most tokens that the streak may add on one day.';
comment on column site_settings.diminishing_threshold is 'Balance above which the base part is halved.';
comment on column site_settings.conversion_rates is 'Rates of exchange: map of FROM_TO to the units received for one unit given.';
comment on column site_settings.default_token is 'Token that an untagged action pays.';
comment on column site_settings.tier_factors is 'Factor on the whole sum by subscription tier.';
comment on column site_settings.streak_cap is 'Highest Fibonacci number that a streak can reach, the thirteenth.';
comment on column site_settings.reward_limits is 'Paid actions a day: a default and exceptions by TOKEN:action.';
comment on column site_settings.trial_days is 'Days after sign-up on which each action pays only the trial reward; 0 switches the rule off.';
comment on column site_settings.trial_reward is 'Tokens that an action pays during the trial.';
comment on column site_settings.inactive_after_days is 'Days without any action after which the next one pays neither bonus nor factor.';
comment on column site_settings.weekly_freeze_days is 'Missed days a week that do not end a streak; 0 switches the rule off.';
comment on column site_settings.created_at is 'When the row was made.';
comment on column site_settings.updated_at is 'Last change of a figure.';
comment on column site_settings.updated_by is 'Operator who changed it last.';
alter table site_settings enable row level security;
alter table site_settings force row level security;
revoke all on site_settings from anon, authenticated;
grant all on site_settings to service_role;
create index if not exists site_settings_updated_by_idx on site_settings (updated_by);
create or replace trigger site_settings_touch before update on site_settings for each row execute function touch_updated_at();

create table if not exists action_weights (
  site text not null references site_settings (site) on delete cascade,
  action_type text not null,
  label text not null,
  weight numeric(12, 6) not null,
  points integer not null default 1,
  event_type text not null default 'reward',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid references users (id) on delete set null,
  constraint action_weights_pkey primary key (site, action_type),
  constraint action_weights_action_type_check check (action_type ~ '^[a-z][a-z_]{0,59}$'),
  constraint action_weights_weight_check check (weight >= 0),
  constraint action_weights_points_check check (points >= 0)
);
comment on table action_weights is 'Ours: factor table of rewarded actions for each platform; operators edit it.';
comment on column action_weights.site is 'Platform that the weight holds for.';
comment on column action_weights.action_type is 'Name of the action, such as post, comment or lesson.';
comment on column action_weights.label is 'Name of the action for people.';
comment on column action_weights.weight is 'Factor on the base reward.';
comment on column action_weights.points is 'Points that the action adds to participation.';
comment on column action_weights.event_type is 'Event type of the ledger entry that pays it.';
comment on column action_weights.is_active is 'Whether the action is rewarded at present.';
comment on column action_weights.created_at is 'When the row was made.';
comment on column action_weights.updated_at is 'Last change of the weight.';
comment on column action_weights.updated_by is 'Operator who changed it last.';
alter table action_weights enable row level security;
alter table action_weights force row level security;
revoke all on action_weights from anon, authenticated;
grant all on action_weights to service_role;
create index if not exists action_weights_updated_by_idx on action_weights (updated_by);
create or replace trigger action_weights_touch before update on action_weights for each row execute function touch_updated_at();

create table if not exists token_accounts (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  user_id uuid references users (id) on delete set null,
  team_id uuid references teams (id) on delete set null,
  label text not null,
  created_at timestamptz not null default now(),
  constraint token_accounts_user_id_key unique (user_id),
  constraint token_accounts_kind_check check (kind in ('member', 'issuance', 'exchange', 'sink', 'stake', 'treasury')),
  constraint token_accounts_holder_check check (user_id is null or (kind = 'member' and id = user_id))
);
comment on table token_accounts is 'Ours: accounts of the ledger; a member''s account has the member''s id, system accounts have fixed ids.';
comment on column token_accounts.id is 'Key of the account; equals the user id for members, and outlives the user as a pseudonym.';
comment on column token_accounts.kind is 'Nature of the account: member, issuance, exchange, sink, stake or treasury.';
comment on column token_accounts.user_id is 'Holder of a member account; empty for system accounts and erased members.';
comment on column token_accounts.team_id is 'Holder of a team treasury.';
comment on column token_accounts.label is 'Name of the account for people.';
comment on column token_accounts.created_at is 'When it was opened.';
alter table token_accounts enable row level security;
alter table token_accounts force row level security;
revoke all on token_accounts from anon, authenticated;
grant all on token_accounts to service_role;
create index if not exists token_accounts_team_id_idx on token_accounts (team_id);

create table if not exists user_actions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  platform text not null,
  action_type text not null,
  role text not null,
  entity_type text references entity_types (name),
  entity_id uuid,
  idempotency_key text not null,
  token_type text not null,
  amount numeric(20, 6) not null,
  xp_earned integer not null default 0,
  formula jsonb not null,
  local_date date not null,
  status text not null default 'awarded',
  reversal_count integer not null default 0,
  reversed_amount numeric(20, 6) not null default 0,
  reversed_at timestamptz,
  metadata jsonb,
  created_at timestamptz not null default now(),
  constraint user_actions_idempotency_key_key unique (idempotency_key),
  constraint user_actions_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint user_actions_role_check check (role in ('ascender', 'neothinker', 'immortal', 'hub', 'superachiever')),
  constraint user_actions_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint user_actions_amount_check check (amount >= 0),
  constraint user_actions_reversed_amount_check check (reversed_amount between 0 and amount),
  constraint user_actions_status_check check (status in ('awarded', 'held', 'reversed')),
  constraint user_actions_entity_check check ((entity_type is null) = (entity_id is null))
);
comment on table user_actions is 'Ours: rewarded actions of members, each with the steps of its formula; one row for each idempotency key.';
comment on column user_actions.id is 'Key of the action.';
comment on column user_actions.user_id is 'Member who acted.';
comment on column user_actions.platform is 'Platform on which it was done.';
comment on column user_actions.action_type is 'Name of the action, as in action weights.';
comment on column user_actions.role is 'Persona of the member at that moment.';
comment on column user_actions.entity_type is 'Kind of the thing that was made, if any.';
comment on column user_actions.entity_id is 'Key of that thing.';
comment on column user_actions.idempotency_key is 'Name under which the action is paid once and never again.';
comment on column user_actions.token_type is 'Token of the award.';
comment on column user_actions.amount is 'Total of the award; zero when a limit was reached.';
comment on column user_actions.xp_earned is 'Experience that the action added.';
comment on column user_actions.formula is 'Inputs and steps of the reward function, exactly as they were computed.';
comment on column user_actions.local_date is 'Day of the action in the member''s time zone.';
comment on column user_actions.status is 'Whether the award stands, is held for review, or was taken back.';
comment on column user_actions.reversal_count is 'How often the award was taken back.';
comment on column user_actions.reversed_amount is 'What the last reversal really took; less than the amount when it had been spent.';
comment on column user_actions.reversed_at is 'When it was taken back last; empty while it stands.';
comment on column user_actions.metadata is 'Further particulars.';
comment on column user_actions.created_at is 'When it was done.';
alter table user_actions enable row level security;
alter table user_actions force row level security;
revoke all on user_actions from anon, authenticated;
grant all on user_actions to service_role;
create index if not exists user_actions_day_idx on user_actions (user_id, local_date, token_type, action_type) where amount > 0;
create index if not exists user_actions_user_id_created_at_idx on user_actions (user_id, created_at desc, id desc);
create index if not exists user_actions_entity_idx on user_actions (entity_type, entity_id);

create table if not exists gamification_events (
  id bigint generated always as identity primary key,
  user_id uuid references users (id) on delete set null,
  persona text not null,
  site text not null,
  event_type text not null,
  token_type text not null,
  amount numeric(20, 6) not null,
  debit_account uuid not null references token_accounts (id),
  credit_account uuid not null references token_accounts (id),
  idempotency_key text not null,
  action_id uuid references user_actions (id) on delete set null,
  reverses_id bigint references gamification_events (id),
  metadata jsonb,
  created_at timestamptz not null default now(),
  simulation_run_id text,
  constraint gamification_events_idempotency_key_key unique (idempotency_key),
  constraint gamification_events_amount_check check (amount >= 0),
  constraint gamification_events_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint gamification_events_persona_check check (persona in ('ascender', 'neothinker', 'immortal', 'hub', 'superachiever')),
  constraint gamification_events_site_check check (site in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint gamification_events_event_type_check check (event_type in ('reward', 'collaboration', 'streak_bonus', 'referral',
    'spend', 'convert', 'transfer', 'tip', 'stake', 'unstake', 'slash', 'refund', 'grant', 'prize', 'contribution',
    'reversal', 'restoration', 'discovery_reward', 'onboarding_reward', 'progression_reward', 'mastery_reward')),
  constraint gamification_events_accounts_check check (debit_account <> credit_account)
);
comment on table gamification_events is 'The append-only ledger: each row moves an amount of one token from one account to another.';
comment on column gamification_events.id is 'Number of the entry.';
comment on column gamification_events.user_id is 'Member whom the entry is about; empty once that account was erased.';
comment on column gamification_events.persona is 'Persona of the member at that moment.';
comment on column gamification_events.site is 'Platform on which it happened.';
comment on column gamification_events.event_type is 'Reason of the movement.';
comment on column gamification_events.token_type is 'Token that moved.';
comment on column gamification_events.amount is 'Amount that moved; never negative, the two accounts give the direction.';
comment on column gamification_events.debit_account is 'Account that gave.';
comment on column gamification_events.credit_account is 'Account that received.';
comment on column gamification_events.idempotency_key is 'Name under which the movement happens once and never again.';
comment on column gamification_events.action_id is 'Action that it pays or takes back, if any.';
comment on column gamification_events.reverses_id is 'Entry that this one counters.';
comment on column gamification_events.metadata is 'Further particulars, such as the part of an award.';
comment on column gamification_events.created_at is 'When it was entered.';
comment on column gamification_events.simulation_run_id is 'Simulation that produced the row; real balances ignore such rows.';
alter table gamification_events enable row level security;
alter table gamification_events force row level security;
revoke all on gamification_events from anon, authenticated;
grant all on gamification_events to service_role;
create index if not exists gamification_events_credit_account_idx on gamification_events (credit_account, created_at desc, id desc);
create index if not exists gamification_events_debit_account_idx on gamification_events (debit_account, created_at desc, id desc);
create index if not exists gamification_events_user_id_idx on gamification_events (user_id, created_at desc, id desc);
create index if not exists gamification_events_action_id_idx on gamification_events (action_id);
create index if not exists gamification_events_reverses_id_idx on gamification_events (reverses_id) where reverses_id is not null;
create index if not exists gamification_events_event_type_idx on gamification_events (event_type);
create index if not exists gamification_events_site_idx on gamification_events (site, created_at desc);
create index if not exists gamification_events_simulation_run_id_idx on gamification_events (simulation_run_id) where simulation_run_id is not null;

create table if not exists token_balances (
  account_id uuid not null references token_accounts (id),
  token_type text not null,
  balance numeric(20, 6) not null default 0,
  updated_at timestamptz not null default now(),
  constraint token_balances_pkey primary key (account_id, token_type),
  constraint token_balances_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint token_balances_balance_check check (balance >= 0)
);
comment on table token_balances is 'Ours: present balance of each account that holds tokens, kept by the ledger and equal to its replay.';
comment on column token_balances.account_id is 'Account that holds the tokens.';
comment on column token_balances.token_type is 'Token that is held.';
comment on column token_balances.balance is 'Amount held; never below zero.';
comment on column token_balances.updated_at is 'Last movement.';
alter table token_balances enable row level security;
alter table token_balances force row level security;
revoke all on token_balances from anon, authenticated;
grant all on token_balances to service_role;

create table if not exists member_streaks (
  user_id uuid primary key references users (id) on delete cascade,
  current_streak integer not null default 0,
  longest_streak integer not null default 0,
  last_active_date date,
  bonus_paid_date date,
  last_action_at timestamptz,
  timezone text not null default 'UTC',
  freeze_days integer not null default 0,
  freeze_week date,
  freezes_used integer not null default 0,
  paused_until date,
  updated_at timestamptz not null default now(),
  constraint member_streaks_streak_check check (current_streak >= 0 and longest_streak >= current_streak),
  constraint member_streaks_freeze_check check (freeze_days between 0 and 7 and freezes_used >= 0)
);
comment on table member_streaks is 'Ours: run of active days of each member, counted in the member''s own time zone.';
comment on column member_streaks.user_id is 'Member who keeps the streak.';
comment on column member_streaks.current_streak is 'Active days in a row up to the last one.';
comment on column member_streaks.longest_streak is 'Longest run so far.';
comment on column member_streaks.last_active_date is 'Last active day by the member''s calendar.';
comment on column member_streaks.bonus_paid_date is 'Last day on which a streak bonus was paid; it is paid once a day.';
comment on column member_streaks.last_action_at is 'Moment of the last action, from which inactivity is judged.';
comment on column member_streaks.timezone is 'Time zone in which the days were counted last.';
comment on column member_streaks.freeze_days is 'Missed days that the member may still skip this week.';
comment on column member_streaks.freeze_week is 'Monday of the week that the freeze days were handed out for.';
comment on column member_streaks.freezes_used is 'Missed days skipped so far.';
comment on column member_streaks.paused_until is 'Last day of a pause, during which nothing is lost.';
comment on column member_streaks.updated_at is 'Last change of the row.';
alter table member_streaks enable row level security;
alter table member_streaks force row level security;
revoke all on member_streaks from anon, authenticated;
grant all on member_streaks to service_role;
create or replace trigger member_streaks_touch before update on member_streaks for each row execute function touch_updated_at();

create table if not exists fibonacci_token_rewards (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete cascade,
  action_id uuid references user_actions (id) on delete set null,
  team_id uuid references teams (id) on delete set null,
  ledger_entry_id bigint references gamification_events (id),
  tokens_awarded numeric(20, 6) not null,
  streak integer,
  reward_type text not null,
  awarded_at timestamptz not null default now(),
  simulation_run_id text,
  constraint fibonacci_token_rewards_ledger_entry_id_key unique (ledger_entry_id),
  constraint fibonacci_token_rewards_tokens_awarded_check check (tokens_awarded >= 0),
  constraint fibonacci_token_rewards_reward_type_check check (reward_type in ('individual', 'team', 'collaboration', 'referral')),
  constraint fibonacci_token_rewards_source_check check (ledger_entry_id is not null or simulation_run_id is not null)
);
comment on table fibonacci_token_rewards is 'Reason records of streak and level rewards; each belongs to exactly one ledger entry.';
comment on column fibonacci_token_rewards.id is 'Key of the record.';
comment on column fibonacci_token_rewards.user_id is 'Member who was rewarded.';
comment on column fibonacci_token_rewards.action_id is 'Action that the reward came with.';
comment on column fibonacci_token_rewards.team_id is 'Team that it was earned with, if any.';
comment on column fibonacci_token_rewards.ledger_entry_id is 'Entry that paid it.';
comment on column fibonacci_token_rewards.tokens_awarded is 'Amount that was paid.';
comment on column fibonacci_token_rewards.streak is 'Length of the streak in days.';
comment on column fibonacci_token_rewards.reward_type is 'Kind: individual, team, collaboration or referral.';
comment on column fibonacci_token_rewards.awarded_at is 'When it was paid.';
comment on column fibonacci_token_rewards.simulation_run_id is 'Simulation that produced the row, if any.';
alter table fibonacci_token_rewards enable row level security;
alter table fibonacci_token_rewards force row level security;
revoke all on fibonacci_token_rewards from anon, authenticated;
grant all on fibonacci_token_rewards to service_role;
create index if not exists fibonacci_token_rewards_user_id_idx on fibonacci_token_rewards (user_id, awarded_at desc);
create index if not exists fibonacci_token_rewards_action_id_idx on fibonacci_token_rewards (action_id);
create index if not exists fibonacci_token_rewards_team_id_idx on fibonacci_token_rewards (team_id);
create index if not exists fibonacci_token_rewards_simulation_run_id_idx on fibonacci_token_rewards (simulation_run_id) where simulation_run_id is not null;

create table if not exists collaboration_bonuses (
  id uuid primary key default gen_random_uuid(),
  group_action_id uuid references group_actions (id) on delete cascade,
  action_id uuid references user_actions (id) on delete set null,
  user_id uuid references users (id) on delete cascade,
  ledger_entry_id bigint not null references gamification_events (id),
  bonus_amount numeric(20, 6) not null,
  awarded_at timestamptz not null default now(),
  constraint collaboration_bonuses_ledger_entry_id_key unique (ledger_entry_id),
  constraint collaboration_bonuses_group_action_id_user_id_key unique (group_action_id, user_id),
  constraint collaboration_bonuses_bonus_amount_check check (bonus_amount >= 0)
);
comment on table collaboration_bonuses is 'Reason records of bonuses for acting together; each belongs to exactly one ledger entry.';
comment on column collaboration_bonuses.id is 'Key of the record.';
comment on column collaboration_bonuses.group_action_id is 'Act done as a team, when there was one.';
comment on column collaboration_bonuses.action_id is 'Member''s own action that the bonus came with.';
comment on column collaboration_bonuses.user_id is 'Member who was paid.';
comment on column collaboration_bonuses.ledger_entry_id is 'Entry that paid it.';
comment on column collaboration_bonuses.bonus_amount is 'Amount that was paid.';
comment on column collaboration_bonuses.awarded_at is 'When it was paid.';
alter table collaboration_bonuses enable row level security;
alter table collaboration_bonuses force row level security;
revoke all on collaboration_bonuses from anon, authenticated;
grant all on collaboration_bonuses to service_role;
create index if not exists collaboration_bonuses_user_id_idx on collaboration_bonuses (user_id, awarded_at desc);
create index if not exists collaboration_bonuses_action_id_idx on collaboration_bonuses (action_id);

create table if not exists referrals (
  id uuid primary key default gen_random_uuid(),
  referrer_id uuid references users (id) on delete cascade,
  referred_id uuid references users (id) on delete cascade,
  code text,
  status text not null default 'joined',
  qualified_at timestamptz,
  created_at timestamptz not null default now(),
  constraint referrals_referred_id_key unique (referred_id),
  constraint referrals_self_check check (referrer_id <> referred_id),
  constraint referrals_status_check check (status in ('joined', 'qualified', 'refused'))
);
comment on table referrals is 'Who brought whom; a person is referred once.';
comment on column referrals.id is 'Key of the referral.';
comment on column referrals.referrer_id is 'Member who invited.';
comment on column referrals.referred_id is 'Person who came.';
comment on column referrals.code is 'Invite code or link that was used.';
comment on column referrals.status is 'Whether the invited person has only joined or has become active.';
comment on column referrals.qualified_at is 'When the invited person became active; only then is a bonus due.';
comment on column referrals.created_at is 'When the person came.';
alter table referrals enable row level security;
alter table referrals force row level security;
revoke all on referrals from anon, authenticated;
grant all on referrals to service_role;
create index if not exists referrals_referrer_id_idx on referrals (referrer_id, created_at desc);

create table if not exists referral_bonuses (
  id uuid primary key default gen_random_uuid(),
  referrer_id uuid references users (id) on delete cascade,
  referred_id uuid references users (id) on delete cascade,
  ledger_entry_id bigint not null references gamification_events (id),
  bonus_amount numeric(20, 6) not null,
  awarded_at timestamptz not null default now(),
  constraint referral_bonuses_ledger_entry_id_key unique (ledger_entry_id),
  constraint referral_bonuses_referrer_id_referred_id_key unique (referrer_id, referred_id),
  constraint referral_bonuses_self_check check (referrer_id <> referred_id),
  constraint referral_bonuses_bonus_amount_check check (bonus_amount >= 0)
);
comment on table referral_bonuses is 'What was paid for a qualified referral; once for each pair, with exactly one ledger entry.';
comment on column referral_bonuses.id is 'Key of the record.';
comment on column referral_bonuses.referrer_id is 'Member who was paid.';
comment on column referral_bonuses.referred_id is 'Person whose activity qualified it.';
comment on column referral_bonuses.ledger_entry_id is 'Entry that paid it.';
comment on column referral_bonuses.bonus_amount is 'Amount that was paid.';
comment on column referral_bonuses.awarded_at is 'When it was paid.';
alter table referral_bonuses enable row level security;
alter table referral_bonuses force row level security;
revoke all on referral_bonuses from anon, authenticated;
grant all on referral_bonuses to service_role;
create index if not exists referral_bonuses_referred_id_idx on referral_bonuses (referred_id);

create table if not exists participation (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  platform text not null,
  activity_type text not null,
  action_id uuid references user_actions (id) on delete cascade,
  points integer default 0,
  metadata jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint participation_action_id_key unique (action_id),
  constraint participation_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint participation_points_check check (points >= 0)
);
comment on table participation is 'Countable activity of members, with the points that it earned.';
comment on column participation.id is 'Key of the record.';
comment on column participation.user_id is 'Member who took part.';
comment on column participation.platform is 'Platform on which it happened.';
comment on column participation.activity_type is 'Name of the action, as in action weights.';
comment on column participation.action_id is 'Rewarded action behind it, if any.';
comment on column participation.points is 'Points earned.';
comment on column participation.metadata is 'Further particulars.';
comment on column participation.created_at is 'When it happened.';
comment on column participation.updated_at is 'Last change of the row.';
alter table participation enable row level security;
alter table participation force row level security;
revoke all on participation from anon, authenticated;
grant all on participation to service_role;
create index if not exists participation_user_id_platform_idx on participation (user_id, platform, created_at desc);
create index if not exists participation_platform_idx on participation (platform, created_at desc);
create index if not exists participation_activity_type_idx on participation (activity_type);
create or replace trigger participation_touch before update on participation for each row execute function touch_updated_at();

create table if not exists achievements (
  id uuid primary key default gen_random_uuid(),
  platform text not null,
  name text not null,
  title text not null,
  description text,
  badge_url text,
  points integer not null default 0,
  requirements jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint achievements_platform_name_key unique (platform, name),
  constraint achievements_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint achievements_points_check check (points >= 0)
);
comment on table achievements is 'Milestones of each platform; private to the member and never lost.';
comment on column achievements.id is 'Key of the achievement.';
comment on column achievements.platform is 'Platform to which it belongs.';
comment on column achievements.name is 'Key word of the milestone, such as profile_complete.';
comment on column achievements.title is 'Name for people.';
comment on column achievements.description is 'What has to be done.';
comment on column achievements.badge_url is 'Picture, when there is one.';
comment on column achievements.points is 'Points that it adds.';
comment on column achievements.requirements is 'Rule by which it is granted.';
comment on column achievements.created_at is 'When it was made.';
comment on column achievements.updated_at is 'Last change.';
alter table achievements enable row level security;
alter table achievements force row level security;
revoke all on achievements from anon, authenticated;
grant all on achievements to service_role;
create or replace trigger achievements_touch before update on achievements for each row execute function touch_updated_at();

create table if not exists user_achievements (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  achievement_id uuid not null references achievements (id) on delete cascade,
  platform text not null,
  achieved_at timestamptz not null default now(),
  constraint user_achievements_user_id_achievement_id_key unique (user_id, achievement_id),
  constraint user_achievements_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table user_achievements is 'Ours: achievements that members have reached.';
comment on column user_achievements.id is 'Key of the record.';
comment on column user_achievements.user_id is 'Member who reached it.';
comment on column user_achievements.achievement_id is 'Achievement that was reached.';
comment on column user_achievements.platform is 'Platform on which it was reached.';
comment on column user_achievements.achieved_at is 'When it was reached.';
alter table user_achievements enable row level security;
alter table user_achievements force row level security;
revoke all on user_achievements from anon, authenticated;
grant all on user_achievements to service_role;
create index if not exists user_achievements_achievement_id_idx on user_achievements (achievement_id);

create table if not exists badges (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text,
  role text,
  criteria jsonb,
  nft_url text,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  constraint badges_name_key unique (name),
  constraint badges_role_check check (role in ('ascender', 'neothinker', 'immortal', 'superachiever'))
);
comment on table badges is 'Public credentials that members can earn and that can be revoked.';
comment on column badges.id is 'Key of the badge.';
comment on column badges.name is 'Name of the badge.';
comment on column badges.description is 'What it stands for.';
comment on column badges.role is 'Persona that alone can earn it; empty when all can.';
comment on column badges.criteria is 'Rule: an action with a count, an action with a least streak, or that a group is needed.';
comment on column badges.nft_url is 'Address of an outside token that mirrors the badge, if there is one.';
comment on column badges.is_active is 'Whether it is still awarded.';
comment on column badges.created_at is 'When it was made.';
alter table badges enable row level security;
alter table badges force row level security;
revoke all on badges from anon, authenticated;
grant all on badges to service_role;

create table if not exists user_badges (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  badge_id uuid not null references badges (id) on delete cascade,
  earned_at timestamptz not null default now(),
  revoked_at timestamptz,
  constraint user_badges_user_id_badge_id_key unique (user_id, badge_id),
  constraint user_badges_revoked_at_check check (revoked_at is null or revoked_at >= earned_at)
);
comment on table user_badges is 'Ours: badges that members hold or have held.';
comment on column user_badges.id is 'Key of the record.';
comment on column user_badges.user_id is 'Holder.';
comment on column user_badges.badge_id is 'Badge that was earned.';
comment on column user_badges.earned_at is 'When it was earned.';
comment on column user_badges.revoked_at is 'When it was revoked; empty while it is held.';
alter table user_badges enable row level security;
alter table user_badges force row level security;
revoke all on user_badges from anon, authenticated;
grant all on user_badges to service_role;
create index if not exists user_badges_badge_id_idx on user_badges (badge_id);

create table if not exists badge_events (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete cascade,
  badge_id uuid references badges (id) on delete cascade,
  event_type text not null,
  metadata jsonb,
  created_at timestamptz not null default now(),
  simulation_run_id text,
  constraint badge_events_event_type_check check (event_type in ('earned', 'upgraded', 'revoked'))
);
comment on table badge_events is 'History of badges: earned, upgraded and revoked.';
comment on column badge_events.id is 'Key of the event.';
comment on column badge_events.user_id is 'Holder of the badge.';
comment on column badge_events.badge_id is 'Badge in question.';
comment on column badge_events.event_type is 'What happened: earned, upgraded or revoked.';
comment on column badge_events.metadata is 'Reason and further particulars.';
comment on column badge_events.created_at is 'When it happened.';
comment on column badge_events.simulation_run_id is 'Simulation that produced the row, if any.';
alter table badge_events enable row level security;
alter table badge_events force row level security;
revoke all on badge_events from anon, authenticated;
grant all on badge_events to service_role;
create index if not exists badge_events_user_id_idx on badge_events (user_id, created_at desc);
create index if not exists badge_events_badge_id_idx on badge_events (badge_id);
create index if not exists badge_events_simulation_run_id_idx on badge_events (simulation_run_id) where simulation_run_id is not null;

create table if not exists token_conversions (
  id bigint generated always as identity primary key,
  user_id uuid references users (id) on delete set null,
  from_token text not null,
  to_token text not null,
  amount numeric(20, 6) not null,
  rate numeric(20, 8) not null,
  received numeric(20, 6) not null,
  site text not null,
  idempotency_key text not null,
  debit_entry_id bigint references gamification_events (id),
  credit_entry_id bigint references gamification_events (id),
  created_at timestamptz not null default now(),
  simulation_run_id text,
  constraint token_conversions_idempotency_key_key unique (idempotency_key),
  constraint token_conversions_token_check check (from_token in ('LUCK', 'LIVE', 'LOVE', 'LIFE')
    and to_token in ('LUCK', 'LIVE', 'LOVE', 'LIFE') and from_token <> to_token),
  constraint token_conversions_amount_check check (amount > 0 and rate > 0 and received >= 0),
  constraint token_conversions_site_check check (site in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table token_conversions is 'Ours: exchanges of one token for another at the rate of the platform; two ledger entries each.';
comment on column token_conversions.id is 'Number of the conversion.';
comment on column token_conversions.user_id is 'Member who converted.';
comment on column token_conversions.from_token is 'Token that was given.';
comment on column token_conversions.to_token is 'Token that was received.';
comment on column token_conversions.amount is 'Amount given.';
comment on column token_conversions.rate is 'Units received for one unit given.';
comment on column token_conversions.received is 'Amount received, rounded down to the sixth decimal.';
comment on column token_conversions.site is 'Platform whose rate was used.';
comment on column token_conversions.idempotency_key is 'Name under which the conversion happens once and never again.';
comment on column token_conversions.debit_entry_id is 'Ledger entry that took the given tokens.';
comment on column token_conversions.credit_entry_id is 'Ledger entry that paid the received tokens.';
comment on column token_conversions.created_at is 'When it happened.';
comment on column token_conversions.simulation_run_id is 'Simulation that produced the row, if any.';
alter table token_conversions enable row level security;
alter table token_conversions force row level security;
revoke all on token_conversions from anon, authenticated;
grant all on token_conversions to service_role;
create index if not exists token_conversions_user_id_idx on token_conversions (user_id, created_at desc);
create index if not exists token_conversions_debit_entry_id_idx on token_conversions (debit_entry_id);
create index if not exists token_conversions_credit_entry_id_idx on token_conversions (credit_entry_id);

create table if not exists token_sinks (
  id bigint generated always as identity primary key,
  site text not null,
  sink_type text not null,
  token_type text not null,
  name text not null,
  description text,
  price numeric(20, 6) not null,
  stock integer,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  simulation_run_id text,
  constraint token_sinks_site_check check (site in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint token_sinks_sink_type_check check (sink_type in ('feature_unlock', 'raffle', 'donation')),
  constraint token_sinks_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint token_sinks_price_check check (price > 0),
  constraint token_sinks_stock_check check (stock is null or stock >= 0),
  constraint token_sinks_site_name_key unique (site, name)
);
comment on table token_sinks is 'Ours: what tokens can be spent on.';
comment on column token_sinks.id is 'Number of the offer.';
comment on column token_sinks.site is 'Platform that offers it.';
comment on column token_sinks.sink_type is 'Kind: unlocking a feature, a raffle or a donation.';
comment on column token_sinks.token_type is 'Token that it costs.';
comment on column token_sinks.name is 'Name of the offer.';
comment on column token_sinks.description is 'What one gets.';
comment on column token_sinks.price is 'Tokens for one purchase.';
comment on column token_sinks.stock is 'Purchases still possible; empty when there is no limit.';
comment on column token_sinks.is_active is 'Whether it can be bought at present.';
comment on column token_sinks.created_at is 'When it was made.';
comment on column token_sinks.simulation_run_id is 'Simulation that produced the row, if any.';
alter table token_sinks enable row level security;
alter table token_sinks force row level security;
revoke all on token_sinks from anon, authenticated;
grant all on token_sinks to service_role;

create table if not exists token_sink_purchases (
  id uuid primary key default gen_random_uuid(),
  sink_id bigint not null references token_sinks (id),
  user_id uuid references users (id) on delete set null,
  amount numeric(20, 6) not null,
  ledger_entry_id bigint not null references gamification_events (id),
  created_at timestamptz not null default now(),
  constraint token_sink_purchases_ledger_entry_id_key unique (ledger_entry_id),
  constraint token_sink_purchases_amount_check check (amount > 0)
);
comment on table token_sink_purchases is 'Ours: what members bought with tokens; one ledger entry each.';
comment on column token_sink_purchases.id is 'Key of the purchase.';
comment on column token_sink_purchases.sink_id is 'Offer that was bought.';
comment on column token_sink_purchases.user_id is 'Buyer.';
comment on column token_sink_purchases.amount is 'Tokens paid.';
comment on column token_sink_purchases.ledger_entry_id is 'Entry that took the tokens.';
comment on column token_sink_purchases.created_at is 'When it was bought.';
alter table token_sink_purchases enable row level security;
alter table token_sink_purchases force row level security;
revoke all on token_sink_purchases from anon, authenticated;
grant all on token_sink_purchases to service_role;
create index if not exists token_sink_purchases_sink_id_idx on token_sink_purchases (sink_id);
create index if not exists token_sink_purchases_user_id_idx on token_sink_purchases (user_id, created_at desc);

create table if not exists award_holds (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  action_id uuid references user_actions (id) on delete cascade,
  rule text not null,
  reason text not null,
  evidence jsonb,
  status text not null default 'held',
  appeal_text text,
  appealed_at timestamptz,
  decided_by uuid references users (id) on delete set null,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  constraint award_holds_action_id_rule_key unique (action_id, rule),
  constraint award_holds_status_check check (status in ('held', 'appealed', 'released', 'confirmed')),
  constraint award_holds_appeal_text_check check (char_length(appeal_text) <= 4000)
);
comment on table award_holds is 'Ours: awards kept back for review because a rule against gaming spoke; with reason, appeal and decision.';
comment on column award_holds.id is 'Key of the hold.';
comment on column award_holds.user_id is 'Member whose award is held.';
comment on column award_holds.action_id is 'Action whose award is held.';
comment on column award_holds.rule is 'Rule that spoke, such as reciprocal_likes.';
comment on column award_holds.reason is 'Explanation shown to the member.';
comment on column award_holds.evidence is 'Figures that the rule saw.';
comment on column award_holds.status is 'Whether it is held, appealed, released or confirmed.';
comment on column award_holds.appeal_text is 'What the member answered.';
comment on column award_holds.appealed_at is 'When the member answered.';
comment on column award_holds.decided_by is 'Operator who decided.';
comment on column award_holds.decided_at is 'When it was decided.';
comment on column award_holds.created_at is 'When the award was held.';
alter table award_holds enable row level security;
alter table award_holds force row level security;
revoke all on award_holds from anon, authenticated;
grant all on award_holds to service_role;
create index if not exists award_holds_user_id_idx on award_holds (user_id, created_at desc);
create index if not exists award_holds_decided_by_idx on award_holds (decided_by);
create index if not exists award_holds_open_idx on award_holds (created_at) where status in ('held', 'appealed');

create table if not exists collaborative_challenges (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  description text not null,
  instructions text not null,
  created_by uuid references users (id) on delete set null,
  platform text not null default 'hub',
  created_at timestamptz not null default now(),
  start_date timestamptz,
  end_date timestamptz,
  max_participants integer,
  current_participants integer not null default 0,
  goal numeric(20, 6),
  prize numeric(20, 6),
  token_type text not null default 'LUCK',
  status text not null default 'upcoming',
  constraint collaborative_challenges_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint collaborative_challenges_end_date_check check (end_date is null or start_date is null or end_date > start_date),
  constraint collaborative_challenges_max_participants_check check (max_participants is null or max_participants > 0),
  constraint collaborative_challenges_current_participants_check check (current_participants >= 0
    and (max_participants is null or current_participants <= max_participants)),
  constraint collaborative_challenges_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint collaborative_challenges_goal_check check ((goal is null or goal > 0) and (prize is null or prize >= 0)),
  constraint collaborative_challenges_status_check check (status in ('upcoming', 'active', 'completed', 'canceled'))
);
comment on table collaborative_challenges is 'Shared goals over a number of days, to which members contribute.';
comment on column collaborative_challenges.id is 'Key of the challenge.';
comment on column collaborative_challenges.title is 'Headline.';
comment on column collaborative_challenges.description is 'What it is about.';
comment on column collaborative_challenges.instructions is 'How one takes part.';
comment on column collaborative_challenges.created_by is 'Who set it up; empty when that account was erased.';
comment on column collaborative_challenges.platform is 'Platform on which it runs.';
comment on column collaborative_challenges.created_at is 'When it was set up.';
comment on column collaborative_challenges.start_date is 'When it begins.';
comment on column collaborative_challenges.end_date is 'When it ends.';
comment on column collaborative_challenges.max_participants is 'Most members who can join; empty when there is no limit.';
comment on column collaborative_challenges.current_participants is 'Members who have joined, kept by a trigger.';
comment on column collaborative_challenges.goal is 'Sum of contributions that makes it a success.';
comment on column collaborative_challenges.prize is 'Tokens that are split among the contributors at the end.';
comment on column collaborative_challenges.token_type is 'Token of the prize.';
comment on column collaborative_challenges.status is 'Whether it is upcoming, active, completed or canceled.';
alter table collaborative_challenges enable row level security;
alter table collaborative_challenges force row level security;
revoke all on collaborative_challenges from anon, authenticated;
grant all on collaborative_challenges to service_role;
create index if not exists collaborative_challenges_created_by_idx on collaborative_challenges (created_by);
create index if not exists collaborative_challenges_status_idx on collaborative_challenges (platform, status, start_date);

create table if not exists challenge_members (
  id uuid primary key default gen_random_uuid(),
  challenge_id uuid not null references collaborative_challenges (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  joined_at timestamptz not null default now(),
  constraint challenge_members_challenge_id_user_id_key unique (challenge_id, user_id)
);
comment on table challenge_members is 'Ours: members who take part in a challenge.';
comment on column challenge_members.id is 'Key of the record.';
comment on column challenge_members.challenge_id is 'Challenge that was joined.';
comment on column challenge_members.user_id is 'Member who takes part.';
comment on column challenge_members.joined_at is 'When the member joined.';
alter table challenge_members enable row level security;
alter table challenge_members force row level security;
revoke all on challenge_members from anon, authenticated;
grant all on challenge_members to service_role;
create index if not exists challenge_members_user_id_idx on challenge_members (user_id);

create table if not exists challenge_contributions (
  id uuid primary key default gen_random_uuid(),
  challenge_id uuid not null references collaborative_challenges (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  action_id uuid references user_actions (id) on delete set null,
  amount numeric(20, 6) not null,
  note text,
  created_at timestamptz not null default now(),
  constraint challenge_contributions_challenge_id_action_id_key unique (challenge_id, action_id),
  constraint challenge_contributions_amount_check check (amount > 0),
  constraint challenge_contributions_note_check check (char_length(note) <= 1000)
);
comment on table challenge_contributions is 'Ours: what members did for a challenge, each piece counted once.';
comment on column challenge_contributions.id is 'Key of the contribution.';
comment on column challenge_contributions.challenge_id is 'Challenge that it counts for.';
comment on column challenge_contributions.user_id is 'Member who contributed.';
comment on column challenge_contributions.action_id is 'Action that was counted, if it was one.';
comment on column challenge_contributions.amount is 'How much it counts toward the goal.';
comment on column challenge_contributions.note is 'Remark of the member.';
comment on column challenge_contributions.created_at is 'When it was counted.';
alter table challenge_contributions enable row level security;
alter table challenge_contributions force row level security;
revoke all on challenge_contributions from anon, authenticated;
grant all on challenge_contributions to service_role;
create index if not exists challenge_contributions_challenge_id_idx on challenge_contributions (challenge_id, user_id);
create index if not exists challenge_contributions_user_id_idx on challenge_contributions (user_id);
create index if not exists challenge_contributions_action_id_idx on challenge_contributions (action_id);

create table if not exists census_snapshots (
  id uuid primary key default gen_random_uuid(),
  scope text not null,
  scope_id uuid,
  population integer not null,
  assets numeric,
  activity_count integer,
  snapshot_at timestamptz not null default now(),
  metadata jsonb,
  simulation_run_id text,
  constraint census_snapshots_scope_check check (scope in ('network', 'team', 'app', 'persona', 'group')),
  constraint census_snapshots_population_check check (population >= 0),
  constraint census_snapshots_activity_count_check check (activity_count is null or activity_count >= 0)
);
comment on table census_snapshots is 'Counts of people, assets and activity in a scope at one moment.';
comment on column census_snapshots.id is 'Key of the snapshot.';
comment on column census_snapshots.scope is 'What was counted: network, team, app, persona or group.';
comment on column census_snapshots.scope_id is 'Key of the team or group; empty for wider scopes.';
comment on column census_snapshots.population is 'People counted.';
comment on column census_snapshots.assets is 'Tokens held in the scope.';
comment on column census_snapshots.activity_count is 'Actions in the period that ends with the snapshot.';
comment on column census_snapshots.snapshot_at is 'Moment that the counts describe.';
comment on column census_snapshots.metadata is 'Particulars, such as the name of the app or persona and the period.';
comment on column census_snapshots.simulation_run_id is 'Simulation that produced the row, if any.';
alter table census_snapshots enable row level security;
alter table census_snapshots force row level security;
revoke all on census_snapshots from anon, authenticated;
grant all on census_snapshots to service_role;
create index if not exists census_snapshots_scope_idx on census_snapshots (scope, scope_id, snapshot_at desc);
create index if not exists census_snapshots_simulation_run_id_idx on census_snapshots (simulation_run_id) where simulation_run_id is not null;

create table if not exists simulation_runs (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  scenario_name text not null,
  parameters jsonb not null default '{}',
  result_summary jsonb,
  detailed_results jsonb,
  status text not null default 'completed',
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  notes text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint simulation_runs_status_check check (status in ('pending', 'running', 'completed', 'failed')),
  constraint simulation_runs_finished_at_check check (finished_at is null or finished_at >= started_at),
  constraint simulation_runs_notes_check check (char_length(notes) <= 10000)
);
comment on table simulation_runs is 'Runs of the economy under chosen parameters, with their results.';
comment on column simulation_runs.id is 'Key of the run.';
comment on column simulation_runs.user_id is 'Member who ran it.';
comment on column simulation_runs.scenario_name is 'Scenario that was chosen.';
comment on column simulation_runs.parameters is 'Parameters and seed, so that the run can be repeated.';
comment on column simulation_runs.result_summary is 'Main figures of the result.';
comment on column simulation_runs.detailed_results is 'Series behind the charts.';
comment on column simulation_runs.status is 'Whether it waits, runs, is completed or failed.';
comment on column simulation_runs.started_at is 'When it began.';
comment on column simulation_runs.finished_at is 'When it ended.';
comment on column simulation_runs.notes is 'Remarks of the member.';
comment on column simulation_runs.created_at is 'When the row was made.';
comment on column simulation_runs.updated_at is 'Last change of the row.';
alter table simulation_runs enable row level security;
alter table simulation_runs force row level security;
revoke all on simulation_runs from anon, authenticated;
grant all on simulation_runs to service_role;
create index if not exists simulation_runs_user_id_idx on simulation_runs (user_id, created_at desc);
create index if not exists simulation_runs_scenario_name_idx on simulation_runs (scenario_name);
create or replace trigger simulation_runs_touch before update on simulation_runs for each row execute function touch_updated_at();

-- Contributions to teams and proposals move tokens too.
alter table crowdfunding add column if not exists ledger_entry_id bigint references gamification_events (id);
comment on column crowdfunding.ledger_entry_id is 'Entry that moved the tokens.';
create unique index if not exists crowdfunding_ledger_entry_id_key on crowdfunding (ledger_entry_id);

-- System accounts. Their ids are fixed, so that code and replays can name them.
insert into token_accounts (id, kind, label) values
  ('00000000-0000-4000-8000-000000000001', 'issuance', 'Issuance'),
  ('00000000-0000-4000-8000-000000000002', 'exchange', 'Exchange'),
  ('00000000-0000-4000-8000-000000000003', 'sink', 'Spent'),
  ('00000000-0000-4000-8000-000000000004', 'stake', 'Stakes'),
  ('00000000-0000-4000-8000-000000000005', 'treasury', 'Treasury')
on conflict do nothing;

create or replace function app.open_token_account() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    insert into public.token_accounts (id, kind, user_id, label) values (new.id, 'member', new.id, 'Member')
    on conflict do nothing;
    return null;
  end $$;
comment on function app.open_token_account() is 'Opens the token account of a new member.';
create or replace trigger users_open_token_account after insert on users for each row execute function app.open_token_account();
insert into token_accounts (id, kind, user_id, label) select id, 'member', id, 'Member' from users on conflict do nothing;

create or replace function app.post_ledger_entry() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    account record;
  begin
    if new.simulation_run_id is not null or new.amount = 0 then
      return null;
    end if;
    -- One order for all writers, so that opposite transfers cannot lock each other out. Issuance, exchange
    -- and sink are summed from the ledger when asked for: as cached rows they would serialise every award.
    for account in
      select id from public.token_accounts
      where id in (new.debit_account, new.credit_account) and kind in ('member', 'stake', 'treasury')
      order by id
    loop
      insert into public.token_balances (account_id, token_type) values (account.id, new.token_type)
      on conflict do nothing;
      update public.token_balances
      set balance = balance + case when account.id = new.credit_account then new.amount else -new.amount end,
        updated_at = now()
      where account_id = account.id and token_type = new.token_type;
    end loop;
    return null;
  end $$;
comment on function app.post_ledger_entry() is 'Carries a new ledger entry into the balances of its two accounts.';
create or replace trigger gamification_events_post after insert on gamification_events for each row execute function app.post_ledger_entry();

create or replace function app.refuse_ledger_change() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    -- Erasing an account or an action may cut its name from the entry, and nothing else.
    if tg_op = 'UPDATE' and (new.user_id is null or new.user_id = old.user_id)
      and (new.action_id is null or new.action_id = old.action_id)
      and to_jsonb(new) - 'user_id' - 'action_id' = to_jsonb(old) - 'user_id' - 'action_id' then
      return new;
    end if;
    raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
  end $$;
comment on function app.refuse_ledger_change() is 'Refuses every change of a ledger entry but the erasure of a name.';
create or replace trigger gamification_events_refuse_change before update or delete on gamification_events
  for each row execute function app.refuse_ledger_change();
create or replace trigger gamification_events_refuse_truncate before truncate on gamification_events
  for each statement execute function app.refuse_ledger_change();

create or replace view token_balances_replayed with (security_invoker = true) as
  select account_id, token_type, sum(change) as balance
  from (
    select credit_account as account_id, token_type, amount as change
    from gamification_events where simulation_run_id is null
    union all
    select debit_account, token_type, -amount
    from gamification_events where simulation_run_id is null
  ) movements
  group by account_id, token_type;
comment on view token_balances_replayed is 'Balances of all accounts, summed from the ledger; the cached balances must equal them.';
comment on column token_balances_replayed.account_id is 'Account.';
comment on column token_balances_replayed.token_type is 'Token.';
comment on column token_balances_replayed.balance is 'Received less given; negative for issuance.';

create or replace function app.balance_differences() returns table (account_id uuid, token_type text, cached numeric, replayed numeric)
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(b.account_id, r.account_id), coalesce(b.token_type, r.token_type),
      coalesce(b.balance, 0), coalesce(r.balance, 0)
    from public.token_balances b
    full join (
      select v.* from public.token_balances_replayed v
      join public.token_accounts a on a.id = v.account_id and a.kind in ('member', 'stake', 'treasury')
    ) r on r.account_id = b.account_id and r.token_type = b.token_type
    where coalesce(b.balance, 0) <> coalesce(r.balance, 0)
  $$;
comment on function app.balance_differences() is 'Cached balances that differ from the replay of the ledger; empty when all is well.';

create or replace function app.count_challenge_members() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if tg_op = 'INSERT' then
      update public.collaborative_challenges set current_participants = current_participants + 1 where id = new.challenge_id;
    else
      update public.collaborative_challenges set current_participants = current_participants - 1 where id = old.challenge_id;
    end if;
    return null;
  end $$;
comment on function app.count_challenge_members() is 'Keeps the number of participants; its check refuses the one too many.';
create or replace trigger challenge_members_count after insert or delete on challenge_members
  for each row execute function app.count_challenge_members();

create or replace function app.open_challenge_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select c.id from public.collaborative_challenges c
    where c.status in ('upcoming', 'active') and (c.end_date is null or c.end_date > now()) and app.has_platform(c.platform)
  $$;
comment on function app.open_challenge_ids() is 'Challenges that the caller can join now.';

revoke execute on function app.open_token_account(), app.post_ledger_entry(), app.count_challenge_members(), app.balance_differences() from public;
revoke execute on function app.open_challenge_ids() from public;
grant execute on function app.open_challenge_ids() to authenticated, service_role;
grant execute on function app.balance_differences() to service_role;

-- Not even the service writes what the ledger alone may keep.
revoke update, delete, truncate on gamification_events from service_role;
revoke insert, update, delete, truncate on token_balances from service_role;
revoke all on token_balances_replayed from anon, authenticated;
grant select on token_balances_replayed to service_role;

grant select on site_settings, action_weights, achievements, badges, token_sinks, collaborative_challenges, census_snapshots to authenticated;
drop policy if exists "members read the figures of the economy" on site_settings;
create policy "members read the figures of the economy" on site_settings for select to authenticated using (true);
drop policy if exists "members read action weights" on action_weights;
create policy "members read action weights" on action_weights for select to authenticated using (true);
drop policy if exists "members read achievements" on achievements;
create policy "members read achievements" on achievements for select to authenticated using (true);
drop policy if exists "members read badges" on badges;
create policy "members read badges" on badges for select to authenticated using (true);
drop policy if exists "members read offers" on token_sinks;
create policy "members read offers" on token_sinks for select to authenticated using (simulation_run_id is null);
drop policy if exists "members read challenges" on collaborative_challenges;
create policy "members read challenges" on collaborative_challenges for select to authenticated using (true);
drop policy if exists "members read the census" on census_snapshots;
create policy "members read the census" on census_snapshots for select to authenticated using (simulation_run_id is null);

grant select on token_accounts, token_balances, gamification_events, user_actions, member_streaks, fibonacci_token_rewards,
  collaboration_bonuses, referrals, referral_bonuses, participation, user_achievements, user_badges, badge_events,
  token_conversions, token_sink_purchases, award_holds to authenticated;
drop policy if exists "members read their own account" on token_accounts;
create policy "members read their own account" on token_accounts for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members read their own balances" on token_balances;
create policy "members read their own balances" on token_balances for select to authenticated using (account_id = (select auth.uid()));
drop policy if exists "members read entries of their own account" on gamification_events;
create policy "members read entries of their own account" on gamification_events for select to authenticated
  using (simulation_run_id is null and (credit_account = (select auth.uid()) or debit_account = (select auth.uid())));
drop policy if exists "members read their own actions" on user_actions;
create policy "members read their own actions" on user_actions for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members read their own streak" on member_streaks;
create policy "members read their own streak" on member_streaks for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members read their own streak rewards" on fibonacci_token_rewards;
create policy "members read their own streak rewards" on fibonacci_token_rewards for select to authenticated
  using (user_id = (select auth.uid()));
drop policy if exists "members read their own collaboration bonuses" on collaboration_bonuses;
create policy "members read their own collaboration bonuses" on collaboration_bonuses for select to authenticated
  using (user_id = (select auth.uid()));
drop policy if exists "both sides read a referral" on referrals;
create policy "both sides read a referral" on referrals for select to authenticated
  using (referrer_id = (select auth.uid()) or referred_id = (select auth.uid()));
drop policy if exists "both sides read a referral bonus" on referral_bonuses;
create policy "both sides read a referral bonus" on referral_bonuses for select to authenticated
  using (referrer_id = (select auth.uid()) or referred_id = (select auth.uid()));
drop policy if exists "members read their own participation" on participation;
create policy "members read their own participation" on participation for select to authenticated
  using (user_id = (select auth.uid()) or (select app.is_guardian()));
drop policy if exists "members read their own achievements" on user_achievements;
create policy "members read their own achievements" on user_achievements for select to authenticated
  using (user_id = (select auth.uid()));
drop policy if exists "members read badges that are held" on user_badges;
create policy "members read badges that are held" on user_badges for select to authenticated
  using (revoked_at is null or user_id = (select auth.uid()));
drop policy if exists "members read their own badge history" on badge_events;
create policy "members read their own badge history" on badge_events for select to authenticated
  using (user_id = (select auth.uid()) and simulation_run_id is null);
drop policy if exists "members read their own conversions" on token_conversions;
create policy "members read their own conversions" on token_conversions for select to authenticated
  using (user_id = (select auth.uid()));
drop policy if exists "members read their own purchases" on token_sink_purchases;
create policy "members read their own purchases" on token_sink_purchases for select to authenticated
  using (user_id = (select auth.uid()));
drop policy if exists "members read holds on their own awards" on award_holds;
create policy "members read holds on their own awards" on award_holds for select to authenticated
  using (user_id = (select auth.uid()));

grant select, delete on challenge_members to authenticated;
grant insert (challenge_id, user_id) on challenge_members to authenticated;
drop policy if exists "members read who takes part" on challenge_members;
create policy "members read who takes part" on challenge_members for select to authenticated using (true);
drop policy if exists "members join open challenges" on challenge_members;
create policy "members join open challenges" on challenge_members for insert to authenticated
  with check (user_id = (select auth.uid()) and challenge_id in (select app.open_challenge_ids()));
drop policy if exists "members leave challenges" on challenge_members;
create policy "members leave challenges" on challenge_members for delete to authenticated using (user_id = (select auth.uid()));
grant select on challenge_contributions to authenticated;
drop policy if exists "participants read contributions" on challenge_contributions;
create policy "participants read contributions" on challenge_contributions for select to authenticated
  using (user_id = (select auth.uid())
    or challenge_id in (select m.challenge_id from challenge_members m where m.user_id = (select auth.uid())));

grant select, delete on simulation_runs to authenticated;
grant insert (user_id, scenario_name, parameters, notes, status) on simulation_runs to authenticated;
grant update (scenario_name, notes) on simulation_runs to authenticated;
drop policy if exists "members read their own runs" on simulation_runs;
create policy "members read their own runs" on simulation_runs for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members queue their own runs" on simulation_runs;
create policy "members queue their own runs" on simulation_runs for insert to authenticated
  with check (user_id = (select auth.uid()) and status = 'pending');
drop policy if exists "members annotate their own runs" on simulation_runs;
create policy "members annotate their own runs" on simulation_runs for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "members delete their own runs" on simulation_runs;
create policy "members delete their own runs" on simulation_runs for delete to authenticated using (user_id = (select auth.uid()));

insert into entity_types (name, table_name, label) values
  ('user_action', 'user_actions', 'Rewarded action')

on conflict do nothing;
select app.register_reference('user_actions', 'entity_type', 'entity_id');

insert into site_settings (site, base_reward, collab_bonus, streak_bonus, diminishing_threshold, conversion_rates, default_token) values
  ('hub', 120, 30, 60, 900, '{"LUCK_LIVE": 1.2, "LOVE_LUCK": 0.8}', 'LUCK'),
  ('ascenders', 100, 40, 70, 1000, '{"LIFE_LUCK": 1.1, "LUCK_LIFE": 0.9}', 'LIVE'),
  ('neothinkers', 110, 35, 55, 950, '{"LOVE_LIVE": 1.0, "LIVE_LOVE": 1.0}', 'LOVE'),
  ('immortals', 130, 50, 80, 1100, '{"LIFE_LUCK": 1.3, "LUCK_LIFE": 0.7}', 'LIFE')
on conflict do nothing;

insert into action_weights (site, action_type, label, weight, points, event_type)
select s.site, a.action_type, a.label, a.weight, case when a.action_type = 'post' and s.site = 'hub' then 6 else a.points end, a.event_type
from site_settings s
cross join (values
  ('post', 'Post', 1, 3, 'reward'),
  ('comment', 'Comment', 0.2, 1, 'reward'),
  ('message', 'Message in a room', 0.05, 1, 'reward'),
  ('topic', 'Forum topic', 1, 1, 'reward'),
  ('reply', 'Forum answer', 0.2, 1, 'reward'),
  ('insight', 'Post found insightful', 0.1, 1, 'reward'),
  ('lesson', 'Lesson', 1, 1, 'progression_reward'),
  ('course', 'Course', 5, 1, 'mastery_reward'),
  ('meeting', 'Live meeting', 5, 1, 'reward'),
  ('assessment', 'Assessment', 0.5, 1, 'onboarding_reward'),
  ('onboarding', 'Onboarding completed', 1, 5, 'onboarding_reward'),
  ('referral', 'Invited member became active', 1, 100, 'referral'),
  ('login', 'Daily visit', 0.01, 1, 'reward')
) as a (action_type, label, weight, points, event_type)
on conflict do nothing;

insert into achievements (platform, name, title, description, points, requirements) values
  ('hub', 'profile_complete', 'Profile complete', 'Tell the others who you are.', 5, '{"onboarding_step": "profile"}'),
  ('hub', 'general_assessment_complete', 'General assessment', 'Answer the questions about where you stand.', 25, '{"assessment": "general"}'),
  ('ascenders', 'profile_complete', 'Profile complete', 'Tell the others who you are.', 5, '{"onboarding_step": "profile"}'),
  ('ascenders', 'business_potential_assessment_complete', 'Business potential', 'Find out where your business can grow.', 25, '{"assessment": "business_potential"}'),
  ('neothinkers', 'profile_complete', 'Profile complete', 'Tell the others who you are.', 5, '{"onboarding_step": "profile"}'),
  ('neothinkers', 'thinking_style_assessment_complete', 'Thinking style', 'Find out how you think.', 25, '{"assessment": "thinking_style"}'),
  ('immortals', 'profile_complete', 'Profile complete', 'Tell the others who you are.', 5, '{"onboarding_step": "profile"}'),
  ('immortals', 'vitality_assessment_complete', 'Vitality', 'Find out how well you are.', 25, '{"assessment": "vitality"}')
on conflict do nothing;

insert into badges (name, description, role, criteria) values
  ('First Words', 'Wrote a first post.', null, '{"action_type": "post", "count": 1}'),
  ('Steady Voice', 'Wrote on seven days in a row.', null, '{"action_type": "post", "min_streak": 7}'),
  ('Conversationalist', 'Wrote fifty comments.', null, '{"action_type": "comment", "count": 50}'),
  ('Learner', 'Finished ten lessons.', null, '{"action_type": "lesson", "count": 10}'),
  ('Regular', 'Came to four live meetings.', null, '{"action_type": "meeting", "count": 4}'),
  ('Builder', 'Wrote twenty posts as an Ascender.', 'ascender', '{"action_type": "post", "count": 20}'),
  ('Thinker', 'Finished twenty lessons as a Neothinker.', 'neothinker', '{"action_type": "lesson", "count": 20}'),
  ('Evergreen', 'Was active on thirty days in a row as an Immortal.', 'immortal', '{"action_type": "login", "min_streak": 30}'),
  ('Better Together', 'Acted as part of a group.', null, '{"group_required": true}'),
  ('Superachiever', 'Is at home in all three communities.', 'superachiever', '{"action_type": "onboarding", "count": 3}')
on conflict do nothing;

insert into token_sinks (site, sink_type, token_type, name, description, price) values
  ('hub', 'donation', 'LUCK', 'Common fund', 'Give to the fund that the whole network decides about.', 10),
  ('hub', 'raffle', 'LUCK', 'Sunday raffle', 'A ticket for the draw after the Sunday meeting.', 25),
  ('ascenders', 'feature_unlock', 'LIVE', 'Extra flow template', 'Unlock one more template of your choice.', 200),
  ('neothinkers', 'feature_unlock', 'LOVE', 'Concept map export', 'Unlock the export of your concept map.', 200),
  ('immortals', 'feature_unlock', 'LIFE', 'Second protocol', 'Unlock a second protocol beside your main one.', 200)
on conflict do nothing;

insert into schema_version (version, name) values (10, '20261101000900_tokens') on conflict do nothing;
