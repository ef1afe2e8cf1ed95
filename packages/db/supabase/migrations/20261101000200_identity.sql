-- People: accounts, profiles, access, roles, onboarding, invitations, and who may see whom.
set search_path = public, extensions;

-- Accounts ---------------------------------------------------------------------------------------

create table if not exists public.users (
  id uuid not null default gen_random_uuid(),
  email text not null,
  password_hash text,
  timezone varchar(255) not null default 'UTC',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_pkey primary key (id),
  constraint users_email_key unique (email),
  constraint users_email_check check (email = lower(email) and email like '%_@_%' and length(email) <= 320)
);
comment on table public.users is 'Sign-in accounts; the target of every reference to a person. The id equals the subject of the session token.';
comment on column public.users.id is 'The person''s id everywhere: account, profile and token subject.';
comment on column public.users.email is 'Address to sign in with, in lower case, so that uniqueness ignores case.';
comment on column public.users.password_hash is 'Argon2id hash kept by the embedded sign-in service; null where another service keeps it. No role of the API may read it.';
comment on column public.users.timezone is 'IANA time zone that dates are shown in.';
comment on column public.users.created_at is 'When the account was made.';
comment on column public.users.updated_at is 'When the row last changed.';

create table if not exists public.profiles (
  id uuid not null,
  email text not null,
  full_name text,
  first_name text,
  avatar_url text,
  bio text,
  is_ascender boolean not null default false,
  is_neothinker boolean not null default false,
  is_immortal boolean not null default false,
  is_guardian boolean not null default false,
  guardian_since timestamptz,
  subscription_status text,
  subscription_tier text,
  subscription_period_start timestamptz,
  subscription_period_end timestamptz,
  platforms text[] not null default '{}',
  subscribed_platforms text[] not null default '{}',
  role text not null default 'user',
  value_paths text[] not null default '{}',
  has_scheduled_session boolean not null default false,
  onboarding_progress text[] not null default '{}',
  onboarding_current_step text default 'profile',
  onboarding_completed boolean not null default false,
  onboarding_completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint profiles_pkey primary key (id),
  constraint profiles_email_key unique (email),
  constraint profiles_id_fkey foreign key (id) references public.users (id) on delete cascade,
  constraint profiles_full_name_check check (length(full_name) <= 200),
  constraint profiles_first_name_check check (length(first_name) <= 100),
  constraint profiles_bio_check check (length(bio) <= 2000),
  constraint profiles_subscription_status_check check (subscription_status in
    ('active', 'past_due', 'canceled', 'incomplete', 'incomplete_expired', 'trialing', 'unpaid', 'paused')),
  constraint profiles_subscription_tier_check check (subscription_tier in ('premium', 'superachiever')),
  constraint profiles_subscription_period_check check (subscription_period_end > subscription_period_start),
  constraint profiles_role_check check (role in ('user', 'admin', 'family_admin', 'system')),
  constraint profiles_value_paths_check check (value_paths <@ array['prosperity', 'happiness', 'longevity']),
  constraint profiles_platforms_check check (platforms <@ array['hub', 'ascenders', 'neothinkers', 'immortals']),
  constraint profiles_subscribed_platforms_check check
    (subscribed_platforms <@ array['hub', 'ascenders', 'neothinkers', 'immortals'])
);
comment on table public.profiles is 'The person behind an account: name, picture, membership and subscription. One row per account, made with it.';
comment on column public.profiles.id is 'The account''s id.';
comment on column public.profiles.email is 'Copy of the account''s address, kept equal by trigger; readable by the service alone.';
comment on column public.profiles.full_name is 'Name shown to other members.';
comment on column public.profiles.first_name is 'Name that the product greets with.';
comment on column public.profiles.avatar_url is 'Address of the picture.';
comment on column public.profiles.bio is 'A few sentences about the member.';
comment on column public.profiles.is_ascender is 'Belongs to Ascenders; follows from platform_access.';
comment on column public.profiles.is_neothinker is 'Belongs to Neothinkers; follows from platform_access.';
comment on column public.profiles.is_immortal is 'Belongs to Immortals; follows from platform_access.';
comment on column public.profiles.is_guardian is 'Administrator of the whole network: passes every check of role and access.';
comment on column public.profiles.guardian_since is 'When guardianship began; null for everyone else.';
comment on column public.profiles.subscription_status is 'State of the paid subscription; null without one.';
comment on column public.profiles.subscription_tier is 'premium = one community, superachiever = all three; null without a subscription.';
comment on column public.profiles.subscription_period_start is 'Start of the paid period.';
comment on column public.profiles.subscription_period_end is 'End of the paid period; null while open-ended.';
comment on column public.profiles.platforms is 'Cache of platform_access: platforms that the member may enter.';
comment on column public.profiles.subscribed_platforms is 'Cache of platform_access: platforms that a subscription opened.';
comment on column public.profiles.role is 'Coarse label of the account; permissions come from tenant roles.';
comment on column public.profiles.value_paths is 'Chosen aims: prosperity, happiness, longevity.';
comment on column public.profiles.has_scheduled_session is 'True once a first talk with a strategist was requested.';
comment on column public.profiles.onboarding_progress is 'Steps of the first entry that are done, over all apps.';
comment on column public.profiles.onboarding_current_step is 'Step where the first entry goes on.';
comment on column public.profiles.onboarding_completed is 'True once one app''s onboarding is complete.';
comment on column public.profiles.onboarding_completed_at is 'When that was.';
comment on column public.profiles.created_at is 'When the profile was made.';
comment on column public.profiles.updated_at is 'When the row last changed.';

create index if not exists profiles_is_guardian_is_ascender_is_neothinker_is_immortal_idx
  on public.profiles (is_guardian, is_ascender, is_neothinker, is_immortal);
create index if not exists profiles_subscription_status_subscription_tier_idx
  on public.profiles (subscription_status, subscription_tier);
create index if not exists profiles_platforms_idx on public.profiles using gin (platforms);

create table if not exists public.privacy_settings (
  user_id uuid not null,
  public_profile boolean not null default false,
  show_pathway boolean not null default true,
  show_achievements boolean not null default true,
  show_activity boolean not null default true,
  allow_mentions boolean not null default true,
  allow_messages boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint privacy_settings_pkey primary key (user_id),
  constraint privacy_settings_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade
);
comment on table public.privacy_settings is 'Ours: what a member lets others see and do.';
comment on column public.privacy_settings.user_id is 'The member.';
comment on column public.privacy_settings.public_profile is 'Card visible outside the shared platforms, to visitors too.';
comment on column public.privacy_settings.show_pathway is 'Others may see the chosen value paths.';
comment on column public.privacy_settings.show_achievements is 'Others may see achievements.';
comment on column public.privacy_settings.show_activity is 'Others may see the activity trace.';
comment on column public.privacy_settings.allow_mentions is 'Others may mention the member.';
comment on column public.privacy_settings.allow_messages is 'Others may start a conversation.';
comment on column public.privacy_settings.created_at is 'When the row was made.';
comment on column public.privacy_settings.updated_at is 'When the member last changed a setting.';

create table if not exists public.member_cards (
  id uuid not null,
  full_name text,
  avatar_url text,
  bio text,
  is_ascender boolean not null default false,
  is_neothinker boolean not null default false,
  is_immortal boolean not null default false,
  is_guardian boolean not null default false,
  platforms text[] not null default '{}',
  public_profile boolean not null default false,
  joined_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint member_cards_pkey primary key (id),
  constraint member_cards_id_fkey foreign key (id) references public.profiles (id) on delete cascade
);
comment on table public.member_cards is 'Ours: the part of a profile that others may see, kept by trigger. Profiles themselves are private, so that no column of theirs leaks.';
comment on column public.member_cards.id is 'The member.';
comment on column public.member_cards.full_name is 'Shown name.';
comment on column public.member_cards.avatar_url is 'Address of the picture.';
comment on column public.member_cards.bio is 'A few sentences about the member.';
comment on column public.member_cards.is_ascender is 'Belongs to Ascenders.';
comment on column public.member_cards.is_neothinker is 'Belongs to Neothinkers.';
comment on column public.member_cards.is_immortal is 'Belongs to Immortals.';
comment on column public.member_cards.is_guardian is 'Administrator of the network.';
comment on column public.member_cards.platforms is 'Platforms that the member may enter; decides who sees the card.';
comment on column public.member_cards.public_profile is 'The member lets everybody see the card.';
comment on column public.member_cards.joined_at is 'When the member joined.';
comment on column public.member_cards.updated_at is 'When the card last changed.';

create index if not exists member_cards_platforms_idx on public.member_cards using gin (platforms);
create index if not exists member_cards_full_name_idx
  on public.member_cards using gin (full_name extensions.gin_trgm_ops);
create index if not exists member_cards_public_profile_idx on public.member_cards (id) where public_profile;

create table if not exists public.contextual_identities (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  context varchar(255) not null,
  display_name varchar(255) not null,
  avatar_url text,
  bio text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint contextual_identities_pkey primary key (id),
  constraint contextual_identities_user_id_context_key unique (user_id, context),
  constraint contextual_identities_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint contextual_identities_display_name_check check (length(trim(display_name)) > 0),
  constraint contextual_identities_bio_check check (length(bio) <= 2000)
);
comment on table public.contextual_identities is 'Another name, picture and text of a member for one place, such as a team or a room.';
comment on column public.contextual_identities.id is 'Key.';
comment on column public.contextual_identities.user_id is 'The member.';
comment on column public.contextual_identities.context is 'The place, as kind and id: team:<id>, room:<id>, platform:<slug>.';
comment on column public.contextual_identities.display_name is 'Name shown there.';
comment on column public.contextual_identities.avatar_url is 'Picture shown there.';
comment on column public.contextual_identities.bio is 'Text shown there.';
comment on column public.contextual_identities.created_at is 'When it was made.';
comment on column public.contextual_identities.updated_at is 'When it last changed.';
create index if not exists contextual_identities_context_idx on public.contextual_identities (context);

create table if not exists public.hub_profiles (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint hub_profiles_pkey primary key (id),
  constraint hub_profiles_user_id_key unique (user_id),
  constraint hub_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint hub_profiles_preferences_check check (jsonb_typeof(preferences) = 'object')
);
comment on table public.hub_profiles is 'A member''s own state inside Hub.';
comment on column public.hub_profiles.id is 'Key.';
comment on column public.hub_profiles.user_id is 'The member.';
comment on column public.hub_profiles.preferences is 'Choices that hold in this app: theme, layout of the home page, accessibility.';
comment on column public.hub_profiles.created_at is 'When the row was made.';
comment on column public.hub_profiles.updated_at is 'When it last changed.';

create table if not exists public.ascenders_profiles (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  level integer not null default 1,
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ascenders_profiles_pkey primary key (id),
  constraint ascenders_profiles_user_id_key unique (user_id),
  constraint ascenders_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint ascenders_profiles_level_check check (level between 1 and 6),
  constraint ascenders_profiles_preferences_check check (jsonb_typeof(preferences) = 'object')
);
comment on table public.ascenders_profiles is 'A member''s own state inside Ascenders.';
comment on column public.ascenders_profiles.id is 'Key.';
comment on column public.ascenders_profiles.user_id is 'The member.';
comment on column public.ascenders_profiles.level is 'Ascension level, 1 to 6; raised by the service.';
comment on column public.ascenders_profiles.preferences is 'Choices that hold in this app.';
comment on column public.ascenders_profiles.created_at is 'When the row was made.';
comment on column public.ascenders_profiles.updated_at is 'When it last changed.';

create table if not exists public.neothinkers_profiles (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  level integer not null default 1,
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint neothinkers_profiles_pkey primary key (id),
  constraint neothinkers_profiles_user_id_key unique (user_id),
  constraint neothinkers_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint neothinkers_profiles_level_check check (level between 1 and 12),
  constraint neothinkers_profiles_preferences_check check (jsonb_typeof(preferences) = 'object')
);
comment on table public.neothinkers_profiles is 'A member''s own state inside Neothinkers.';
comment on column public.neothinkers_profiles.id is 'Key.';
comment on column public.neothinkers_profiles.user_id is 'The member.';
comment on column public.neothinkers_profiles.level is 'Mastery level, 1 to 12; raised by the service.';
comment on column public.neothinkers_profiles.preferences is 'Choices that hold in this app.';
comment on column public.neothinkers_profiles.created_at is 'When the row was made.';
comment on column public.neothinkers_profiles.updated_at is 'When it last changed.';

create table if not exists public.immortals_profiles (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  level integer not null default 1,
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint immortals_profiles_pkey primary key (id),
  constraint immortals_profiles_user_id_key unique (user_id),
  constraint immortals_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint immortals_profiles_level_check check (level >= 1),
  constraint immortals_profiles_preferences_check check (jsonb_typeof(preferences) = 'object')
);
comment on table public.immortals_profiles is 'A member''s own state inside Immortals.';
comment on column public.immortals_profiles.id is 'Key.';
comment on column public.immortals_profiles.user_id is 'The member.';
comment on column public.immortals_profiles.level is 'Level of practice, from 1; raised by the service.';
comment on column public.immortals_profiles.preferences is 'Choices that hold in this app.';
comment on column public.immortals_profiles.created_at is 'When the row was made.';
comment on column public.immortals_profiles.updated_at is 'When it last changed.';

create table if not exists public.user_profiles (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  platform text not null,
  display_name text,
  bio text,
  avatar_url text,
  interests text[] not null default '{}',
  expertise text[] not null default '{}',
  social_links jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_profiles_pkey primary key (id),
  constraint user_profiles_user_id_platform_key unique (user_id, platform),
  constraint user_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_profiles_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint user_profiles_display_name_check check (length(display_name) <= 200),
  constraint user_profiles_bio_check check (length(bio) <= 2000),
  constraint user_profiles_interests_check check (cardinality(interests) <= 30),
  constraint user_profiles_expertise_check check (cardinality(expertise) <= 30),
  constraint user_profiles_social_links_check check (jsonb_typeof(social_links) = 'object')
);
comment on table public.user_profiles is 'Ours: what a member tells the others of one app about themself.';
comment on column public.user_profiles.id is 'Key.';
comment on column public.user_profiles.user_id is 'The member.';
comment on column public.user_profiles.platform is 'The app.';
comment on column public.user_profiles.display_name is 'Name shown in this app; the profile''s name where empty.';
comment on column public.user_profiles.bio is 'Text shown in this app.';
comment on column public.user_profiles.avatar_url is 'Picture shown in this app.';
comment on column public.user_profiles.interests is 'Topics of interest, at most 30.';
comment on column public.user_profiles.expertise is 'What the member can help with, at most 30.';
comment on column public.user_profiles.social_links is 'Names of networks and the addresses there.';
comment on column public.user_profiles.created_at is 'When the row was made.';
comment on column public.user_profiles.updated_at is 'When it last changed.';
create index if not exists user_profiles_platform_idx on public.user_profiles (platform);

-- Access -----------------------------------------------------------------------------------------

create table if not exists public.platform_access (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  platform_slug text not null,
  access_level text not null default 'full',
  source text not null default 'comp',
  granted_by uuid,
  granted_at timestamptz not null default now(),
  expires_at timestamptz,
  constraint platform_access_pkey primary key (id),
  constraint platform_access_user_id_platform_slug_key unique (user_id, platform_slug),
  constraint platform_access_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint platform_access_granted_by_fkey foreign key (granted_by) references public.users (id) on delete set null,
  constraint platform_access_platform_slug_check check (platform_slug in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint platform_access_access_level_check check (access_level in ('full', 'limited', 'trial', 'none')),
  constraint platform_access_source_check check
    (source in ('subscription', 'trial', 'comp', 'legacy', 'onboarding', 'invite', 'request'))
);
comment on table public.platform_access is 'Who may enter which platform: the one truth, of which all other signs of access are caches.';
comment on column public.platform_access.id is 'Key.';
comment on column public.platform_access.user_id is 'The member.';
comment on column public.platform_access.platform_slug is 'The platform.';
comment on column public.platform_access.access_level is 'full, limited, trial, or none for access that was taken back.';
comment on column public.platform_access.source is 'What opened the door: a subscription, a trial, a gift, an old account, onboarding, an invitation or a request.';
comment on column public.platform_access.granted_by is 'Operator who granted it; null when a rule did.';
comment on column public.platform_access.granted_at is 'When it was granted.';
comment on column public.platform_access.expires_at is 'When it ends; null for no end.';
create index if not exists platform_access_platform_slug_idx on public.platform_access (platform_slug);
create index if not exists platform_access_granted_by_idx on public.platform_access (granted_by);
create index if not exists platform_access_expires_at_idx on public.platform_access (expires_at) where expires_at is not null;

create table if not exists public.access_requests (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  platform_slug text not null,
  message text,
  status text not null default 'pending',
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint access_requests_pkey primary key (id),
  constraint access_requests_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint access_requests_decided_by_fkey foreign key (decided_by) references public.users (id) on delete set null,
  constraint access_requests_platform_slug_check check (platform_slug in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint access_requests_message_check check (length(message) <= 2000),
  constraint access_requests_status_check check (status in ('pending', 'approved', 'declined', 'withdrawn')),
  constraint access_requests_decided_at_check check ((status in ('approved', 'declined')) = (decided_at is not null))
);
comment on table public.access_requests is 'Ours: a member asks to be let into a platform; an operator decides.';
comment on column public.access_requests.id is 'Key.';
comment on column public.access_requests.user_id is 'Who asks.';
comment on column public.access_requests.platform_slug is 'Platform asked for.';
comment on column public.access_requests.message is 'The member''s reason.';
comment on column public.access_requests.status is 'pending, approved, declined, or withdrawn by the member.';
comment on column public.access_requests.decided_by is 'Operator who decided.';
comment on column public.access_requests.decided_at is 'When it was decided.';
comment on column public.access_requests.decision_note is 'What the operator answered.';
comment on column public.access_requests.created_at is 'When it was asked.';
comment on column public.access_requests.updated_at is 'When the row last changed.';
create unique index if not exists access_requests_user_id_platform_slug_pending_key
  on public.access_requests (user_id, platform_slug) where status = 'pending';
create index if not exists access_requests_user_id_idx on public.access_requests (user_id, created_at desc);
create index if not exists access_requests_status_idx on public.access_requests (status, created_at);
create index if not exists access_requests_decided_by_idx on public.access_requests (decided_by);

create table if not exists public.platform_state (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  platform text not null,
  key text not null,
  value jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint platform_state_pkey primary key (id),
  constraint platform_state_user_id_platform_key_key unique (user_id, platform, key),
  constraint platform_state_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint platform_state_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint platform_state_key_check check (length(key) between 1 and 200),
  constraint platform_state_value_check check (pg_column_size(value) <= 65536)
);
comment on table public.platform_state is 'Small things that an app remembers for a member, such as the last page or a closed hint.';
comment on column public.platform_state.id is 'Key.';
comment on column public.platform_state.user_id is 'The member.';
comment on column public.platform_state.platform is 'The app.';
comment on column public.platform_state.key is 'What is remembered.';
comment on column public.platform_state.value is 'Its value, at most 64 kB.';
comment on column public.platform_state.created_at is 'When it was first kept.';
comment on column public.platform_state.updated_at is 'When it last changed.';

-- Tenants, roles, permissions --------------------------------------------------------------------

create table if not exists public.tenants (
  id uuid not null default gen_random_uuid(),
  name text not null,
  slug text not null,
  description text,
  settings jsonb not null default '{}',
  branding jsonb not null default '{}',
  status text not null default 'active',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenants_pkey primary key (id),
  constraint tenants_name_key unique (name),
  constraint tenants_slug_key unique (slug),
  constraint tenants_slug_check check (slug ~ '^[a-z][a-z0-9-]*$'),
  constraint tenants_status_check check (status in ('active', 'inactive'))
);
comment on table public.tenants is 'Ours: communities in which members hold roles; one for each app.';
comment on column public.tenants.id is 'Key.';
comment on column public.tenants.name is 'Shown name.';
comment on column public.tenants.slug is 'Slug of the app.';
comment on column public.tenants.description is 'What the community is about.';
comment on column public.tenants.settings is 'Features, limits and security rules of the community.';
comment on column public.tenants.branding is 'Logo and colours that an operator changed.';
comment on column public.tenants.status is 'active or inactive.';
comment on column public.tenants.created_at is 'When it was made.';
comment on column public.tenants.updated_at is 'When it last changed.';

create table if not exists public.tenant_roles (
  id uuid not null default gen_random_uuid(),
  tenant_id uuid not null,
  name text not null,
  slug text not null,
  description text,
  is_system_role boolean not null default false,
  priority integer not null default 0,
  role_category text not null default 'member',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_roles_pkey primary key (id),
  constraint tenant_roles_tenant_id_slug_key unique (tenant_id, slug),
  constraint tenant_roles_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_roles_slug_check check (slug ~ '^[a-z][a-z0-9_-]*$'),
  constraint tenant_roles_priority_check check (priority >= 0),
  constraint tenant_roles_role_category_check check (role_category in ('member', 'admin'))
);
comment on table public.tenant_roles is 'Ours: roles that a member can hold in a community. What a role may do stands in role_permissions.';
comment on column public.tenant_roles.id is 'Key.';
comment on column public.tenant_roles.tenant_id is 'The community.';
comment on column public.tenant_roles.name is 'Shown name.';
comment on column public.tenant_roles.slug is 'Name in code, the same in every community.';
comment on column public.tenant_roles.description is 'What the role is for.';
comment on column public.tenant_roles.is_system_role is 'True for roles that come with the product.';
comment on column public.tenant_roles.priority is 'Order on the ladder, higher stands above.';
comment on column public.tenant_roles.role_category is 'member or admin ladder.';
comment on column public.tenant_roles.created_at is 'When it was made.';
comment on column public.tenant_roles.updated_at is 'When it last changed.';

create table if not exists public.tenant_users (
  id uuid not null default gen_random_uuid(),
  tenant_id uuid not null,
  user_id uuid not null,
  tenant_role_id uuid,
  role text not null default 'member',
  status text not null default 'active',
  joined_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_users_pkey primary key (id),
  constraint tenant_users_tenant_id_user_id_key unique (tenant_id, user_id),
  constraint tenant_users_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint tenant_users_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint tenant_users_tenant_role_id_fkey foreign key (tenant_role_id) references public.tenant_roles (id) on delete set null,
  constraint tenant_users_role_check check (role in ('member', 'admin', 'owner', 'editor', 'moderator', 'analyst')),
  constraint tenant_users_status_check check (status in ('active', 'inactive', 'suspended'))
);
comment on table public.tenant_users is 'Ours: which role a member holds in which community.';
comment on column public.tenant_users.id is 'Key.';
comment on column public.tenant_users.tenant_id is 'The community.';
comment on column public.tenant_users.user_id is 'The member.';
comment on column public.tenant_users.tenant_role_id is 'The role that decides about permissions.';
comment on column public.tenant_users.role is 'Coarse label for lists.';
comment on column public.tenant_users.status is 'Only an active row gives permissions.';
comment on column public.tenant_users.joined_at is 'When the member joined the community.';
comment on column public.tenant_users.created_at is 'When the row was made.';
comment on column public.tenant_users.updated_at is 'When it last changed.';
create index if not exists tenant_users_user_id_idx on public.tenant_users (user_id);
create index if not exists tenant_users_tenant_role_id_idx on public.tenant_users (tenant_role_id);

create table if not exists public.permissions (
  id uuid not null default gen_random_uuid(),
  name text not null,
  slug text not null,
  description text,
  category text,
  scope text not null default 'tenant',
  created_at timestamptz not null default now(),
  constraint permissions_pkey primary key (id),
  constraint permissions_slug_key unique (slug),
  constraint permissions_slug_check check (slug ~ '^[a-z_]+(:[a-z_]+){1,2}$'),
  constraint permissions_category_check check (category in
    ('Content Management', 'User Management', 'Platform Administration', 'Community Management')),
  constraint permissions_scope_check check (scope in ('tenant', 'global'))
);
comment on table public.permissions is 'Things that the server lets a role do.';
comment on column public.permissions.id is 'Key.';
comment on column public.permissions.name is 'Shown name.';
comment on column public.permissions.slug is 'Name in code: resource:action.';
comment on column public.permissions.description is 'What it allows.';
comment on column public.permissions.category is 'Heading under which the role editor lists it.';
comment on column public.permissions.scope is 'tenant = about one community, global = about the whole network.';
comment on column public.permissions.created_at is 'When it was made.';

create table if not exists public.role_permissions (
  role_id uuid not null,
  permission_id uuid not null,
  created_at timestamptz not null default now(),
  constraint role_permissions_pkey primary key (role_id, permission_id),
  constraint role_permissions_role_id_fkey foreign key (role_id) references public.tenant_roles (id) on delete cascade,
  constraint role_permissions_permission_id_fkey foreign key (permission_id) references public.permissions (id) on delete cascade
);
comment on table public.role_permissions is 'Which permissions a role has.';
comment on column public.role_permissions.role_id is 'The role.';
comment on column public.role_permissions.permission_id is 'The permission.';
comment on column public.role_permissions.created_at is 'When it was given.';
create index if not exists role_permissions_permission_id_idx on public.role_permissions (permission_id);

create table if not exists public.feature_permissions (
  feature_name text not null,
  action text not null,
  permission_slug text not null,
  constraint feature_permissions_pkey primary key (feature_name, action),
  constraint feature_permissions_permission_slug_fkey foreign key (permission_slug)
    references public.permissions (slug) on update cascade on delete cascade,
  constraint feature_permissions_action_check check (action in ('view', 'create', 'edit', 'delete', 'approve'))
);
comment on table public.feature_permissions is 'Ours: the permission that stands behind each capability, so that no screen can offer more than the server allows. A pair without a row can be granted to nobody.';
comment on column public.feature_permissions.feature_name is 'Feature of the screens.';
comment on column public.feature_permissions.action is 'view, create, edit, delete or approve.';
comment on column public.feature_permissions.permission_slug is 'Permission that the role must have.';
create index if not exists feature_permissions_permission_slug_idx on public.feature_permissions (permission_slug);

create table if not exists public.role_capabilities (
  id uuid not null default gen_random_uuid(),
  tenant_id uuid not null,
  role_slug text not null,
  feature_name text not null,
  can_view boolean not null default false,
  can_create boolean not null default false,
  can_edit boolean not null default false,
  can_delete boolean not null default false,
  can_approve boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint role_capabilities_pkey primary key (id),
  constraint role_capabilities_tenant_id_role_slug_feature_name_key unique (tenant_id, role_slug, feature_name),
  constraint role_capabilities_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade,
  constraint role_capabilities_role_fkey foreign key (tenant_id, role_slug)
    references public.tenant_roles (tenant_id, slug) on update cascade on delete cascade,
  constraint role_capabilities_feature_name_check check (feature_name ~ '^[a-z][a-z_]*$')
);
comment on table public.role_capabilities is 'What the screens of a community offer to a role, by feature. Never wider than the role''s permissions.';
comment on column public.role_capabilities.id is 'Key.';
comment on column public.role_capabilities.tenant_id is 'The community.';
comment on column public.role_capabilities.role_slug is 'The role.';
comment on column public.role_capabilities.feature_name is 'The feature.';
comment on column public.role_capabilities.can_view is 'May see it.';
comment on column public.role_capabilities.can_create is 'May make new things.';
comment on column public.role_capabilities.can_edit is 'May change things.';
comment on column public.role_capabilities.can_delete is 'May remove things.';
comment on column public.role_capabilities.can_approve is 'May approve the things of others.';
comment on column public.role_capabilities.created_at is 'When the row was made.';
comment on column public.role_capabilities.updated_at is 'When it last changed.';

-- Onboarding -------------------------------------------------------------------------------------

create table if not exists public.user_onboarding (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  platform text not null,
  current_step text not null default 'welcome',
  completed_steps text[] not null default '{}',
  skipped_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_onboarding_pkey primary key (id),
  constraint user_onboarding_user_id_platform_key unique (user_id, platform),
  constraint user_onboarding_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_onboarding_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint user_onboarding_current_step_check check (current_step in
    ('welcome', 'profile', 'assessment', 'platforms', 'exercises', 'goals', 'protocol', 'community')),
  constraint user_onboarding_completed_steps_check check (completed_steps <@ array
    ['welcome', 'profile', 'assessment', 'platforms', 'exercises', 'goals', 'protocol', 'community'])
);
comment on table public.user_onboarding is 'Ours: how far a member is in the onboarding of one app.';
comment on column public.user_onboarding.id is 'Key.';
comment on column public.user_onboarding.user_id is 'The member.';
comment on column public.user_onboarding.platform is 'The app.';
comment on column public.user_onboarding.current_step is 'Step where it goes on.';
comment on column public.user_onboarding.completed_steps is 'Steps that are done.';
comment on column public.user_onboarding.skipped_at is 'When the member put it off; null while not put off.';
comment on column public.user_onboarding.completed_at is 'When the last step was done; set by the service, which also rewards it.';
comment on column public.user_onboarding.created_at is 'When it began.';
comment on column public.user_onboarding.updated_at is 'When it last changed.';

create table if not exists public.user_assessments (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  platform text not null,
  assessment_type text not null,
  answers jsonb not null,
  results jsonb,
  completed_at timestamptz not null default now(),
  constraint user_assessments_pkey primary key (id),
  constraint user_assessments_user_id_platform_assessment_type_key unique (user_id, platform, assessment_type),
  constraint user_assessments_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_assessments_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint user_assessments_assessment_type_check check (assessment_type in
    ('general', 'thinking_style', 'business_potential', 'vitality'))
);
comment on table public.user_assessments is 'Ours: answers to an app''s assessment and what was worked out from them. Private.';
comment on column public.user_assessments.id is 'Key.';
comment on column public.user_assessments.user_id is 'The member.';
comment on column public.user_assessments.platform is 'The app.';
comment on column public.user_assessments.assessment_type is 'Which assessment.';
comment on column public.user_assessments.answers is 'Answers by question.';
comment on column public.user_assessments.results is 'Scores and reading.';
comment on column public.user_assessments.completed_at is 'When it was last finished.';

create table if not exists public.user_community (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  platform text not null,
  joined_features text[] not null default '{}',
  joined_at timestamptz not null default now(),
  constraint user_community_pkey primary key (id),
  constraint user_community_user_id_platform_key unique (user_id, platform),
  constraint user_community_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint user_community_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint user_community_joined_features_check check (cardinality(joined_features) <= 30)
);
comment on table public.user_community is 'Ours: the community tools of an app that a member chose to take part in.';
comment on column public.user_community.id is 'Key.';
comment on column public.user_community.user_id is 'The member.';
comment on column public.user_community.platform is 'The app.';
comment on column public.user_community.joined_features is 'Names of the chosen tools.';
comment on column public.user_community.joined_at is 'When the member first chose.';

-- Invitations, hand-off, sign-in protection ------------------------------------------------------

create table if not exists public.invite_codes (
  id uuid not null default gen_random_uuid(),
  code text not null,
  created_by uuid,
  platform_slug text,
  max_uses integer not null default 1,
  uses integer not null default 0,
  expires_at timestamptz,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  constraint invite_codes_pkey primary key (id),
  constraint invite_codes_code_key unique (code),
  constraint invite_codes_created_by_fkey foreign key (created_by) references public.users (id) on delete set null,
  constraint invite_codes_code_check check (length(code) between 4 and 64),
  constraint invite_codes_platform_slug_check check (platform_slug in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint invite_codes_max_uses_check check (max_uses > 0),
  constraint invite_codes_uses_check check (uses between 0 and max_uses)
);
comment on table public.invite_codes is 'Codes that let somebody in, with a limit of uses and an end.';
comment on column public.invite_codes.id is 'Key.';
comment on column public.invite_codes.code is 'What the guest types or the link carries.';
comment on column public.invite_codes.created_by is 'Who made it.';
comment on column public.invite_codes.platform_slug is 'Ours: platform that it opens; null for none in particular.';
comment on column public.invite_codes.max_uses is 'How many guests it lets in.';
comment on column public.invite_codes.uses is 'How many it has let in; counted by trigger under the row''s lock.';
comment on column public.invite_codes.expires_at is 'When it ends; null for no end.';
comment on column public.invite_codes.active is 'False once it was called back.';
comment on column public.invite_codes.created_at is 'When it was made.';
create index if not exists invite_codes_created_by_idx on public.invite_codes (created_by);

create table if not exists public.invite_redemptions (
  id uuid not null default gen_random_uuid(),
  invite_code_id uuid not null,
  user_id uuid not null,
  redeemed_at timestamptz not null default now(),
  constraint invite_redemptions_pkey primary key (id),
  constraint invite_redemptions_user_id_key unique (user_id),
  constraint invite_redemptions_invite_code_id_fkey foreign key (invite_code_id) references public.invite_codes (id) on delete cascade,
  constraint invite_redemptions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade
);
comment on table public.invite_redemptions is 'Ours: who came in with which code. Inserting a row takes one use of the code or fails.';
comment on column public.invite_redemptions.id is 'Key.';
comment on column public.invite_redemptions.invite_code_id is 'The code.';
comment on column public.invite_redemptions.user_id is 'The guest; one code per person.';
comment on column public.invite_redemptions.redeemed_at is 'When it was used.';
create index if not exists invite_redemptions_invite_code_id_idx on public.invite_redemptions (invite_code_id);

create table if not exists public.sso_tickets (
  ticket_hash text not null,
  user_id uuid not null,
  platform_slug text not null,
  code_challenge text not null,
  return_to text not null,
  expires_at timestamptz not null default now() + interval '60 seconds',
  used_at timestamptz,
  created_at timestamptz not null default now(),
  constraint sso_tickets_pkey primary key (ticket_hash),
  constraint sso_tickets_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint sso_tickets_platform_slug_check check (platform_slug in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint sso_tickets_ticket_hash_check check (ticket_hash ~ '^[0-9a-f]{64}$'),
  constraint sso_tickets_code_challenge_check check (length(code_challenge) between 43 and 128)
);
comment on table public.sso_tickets is 'Ours: short-lived tickets that carry a signed-in member to an app on another domain.';
comment on column public.sso_tickets.ticket_hash is 'SHA-256 of the ticket, in hex; the ticket itself is never kept.';
comment on column public.sso_tickets.user_id is 'The member.';
comment on column public.sso_tickets.platform_slug is 'App that may redeem it.';
comment on column public.sso_tickets.code_challenge is 'Challenge whose verifier that app holds.';
comment on column public.sso_tickets.return_to is 'Address that the member goes back to, from the list of allowed ones.';
comment on column public.sso_tickets.expires_at is 'End, a minute after its making.';
comment on column public.sso_tickets.used_at is 'When it was redeemed; a second time is refused.';
comment on column public.sso_tickets.created_at is 'When it was made.';
create index if not exists sso_tickets_user_id_idx on public.sso_tickets (user_id);
create index if not exists sso_tickets_expires_at_idx on public.sso_tickets (expires_at);

create table if not exists public.auth_logs (
  id uuid not null default gen_random_uuid(),
  user_id uuid,
  action text not null,
  platform text,
  path text,
  ip_address text,
  user_agent text,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint auth_logs_pkey primary key (id),
  constraint auth_logs_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint auth_logs_action_check check (action ~ '^[a-z][a-z0-9_]*$'),
  constraint auth_logs_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.auth_logs is 'What happened to an account: sign-ins, password changes, access given and taken. The member can read it.';
comment on column public.auth_logs.id is 'Key.';
comment on column public.auth_logs.user_id is 'The account; null when none was found.';
comment on column public.auth_logs.action is 'What happened, such as login_success or password_changed.';
comment on column public.auth_logs.platform is 'App in which it happened.';
comment on column public.auth_logs.path is 'Address within the app.';
comment on column public.auth_logs.ip_address is 'Address that the request came from.';
comment on column public.auth_logs.user_agent is 'Browser that the request named.';
comment on column public.auth_logs.details is 'More about it; never a password or a token.';
comment on column public.auth_logs.created_at is 'When it happened.';
create index if not exists auth_logs_user_id_created_at_idx on public.auth_logs (user_id, created_at desc);
create index if not exists auth_logs_created_at_idx on public.auth_logs (created_at);

create table if not exists public.csrf_tokens (
  id uuid not null default gen_random_uuid(),
  token_hash text not null,
  user_id uuid,
  session_id text,
  purpose text,
  user_agent text,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  constraint csrf_tokens_pkey primary key (id),
  constraint csrf_tokens_token_hash_key unique (token_hash),
  constraint csrf_tokens_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint csrf_tokens_expires_at_check check (expires_at > created_at)
);
comment on table public.csrf_tokens is 'One-time tokens of forms that need one: mail confirmation, hand-off, step-up.';
comment on column public.csrf_tokens.id is 'Key.';
comment on column public.csrf_tokens.token_hash is 'SHA-256 of the token.';
comment on column public.csrf_tokens.user_id is 'The member; null before sign-in.';
comment on column public.csrf_tokens.session_id is 'Ours: session that the token belongs to.';
comment on column public.csrf_tokens.purpose is 'Ours: the one thing that it may be used for.';
comment on column public.csrf_tokens.user_agent is 'Browser that asked for it.';
comment on column public.csrf_tokens.expires_at is 'When it ends.';
comment on column public.csrf_tokens.used_at is 'Ours: when it was used; a second time is refused.';
comment on column public.csrf_tokens.created_at is 'When it was made.';
create index if not exists csrf_tokens_expires_at_idx on public.csrf_tokens (expires_at);
create index if not exists csrf_tokens_user_id_idx on public.csrf_tokens (user_id);

create table if not exists public.login_attempts (
  id uuid not null default gen_random_uuid(),
  email text not null,
  ip_address text not null,
  attempt_count integer not null default 1,
  last_attempt_at timestamptz not null default now(),
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  constraint login_attempts_pkey primary key (id),
  constraint login_attempts_email_ip_address_key unique (email, ip_address),
  constraint login_attempts_attempt_count_check check (attempt_count >= 0)
);
comment on table public.login_attempts is 'Failed sign-ins by address and origin; locks the pair for a while when there are too many.';
comment on column public.login_attempts.id is 'Key.';
comment on column public.login_attempts.email is 'Address that was tried, known or not.';
comment on column public.login_attempts.ip_address is 'Where the tries came from.';
comment on column public.login_attempts.attempt_count is 'Failures since the last success.';
comment on column public.login_attempts.last_attempt_at is 'When the last one was.';
comment on column public.login_attempts.locked_until is 'Until when the pair is locked; null when it is not.';
comment on column public.login_attempts.created_at is 'When the first one was.';
create index if not exists login_attempts_ip_address_idx on public.login_attempts (ip_address);
create index if not exists login_attempts_last_attempt_at_idx on public.login_attempts (last_attempt_at);

-- Who is asking: helpers for policies -------------------------------------------------------------
-- They read past row level security, so each answers one narrow question about the caller alone.

create or replace function app.is_guardian() returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select p.is_guardian from public.profiles p where p.id = (select auth.uid())), false)
$$;
comment on function app.is_guardian() is 'True when the caller administers the whole network.';

create or replace function app.has_permission(slug text) returns boolean
language sql stable security definer set search_path = '' as $$
  select app.is_guardian() or exists (
    select from public.tenant_users m
    join public.tenants t on t.id = m.tenant_id and t.status = 'active'
    join public.role_permissions rp on rp.role_id = m.tenant_role_id
    join public.permissions p on p.id = rp.permission_id
    where m.user_id = (select auth.uid()) and m.status = 'active' and p.slug = has_permission.slug
  )
$$;
comment on function app.has_permission(text) is 'True when a role of the caller, in any community, has the permission; guardians have all.';

create or replace function app.has_permission(slug text, tenant_slug text) returns boolean
language sql stable security definer set search_path = '' as $$
  select app.is_guardian() or exists (
    select from public.tenant_users m
    join public.tenants t on t.id = m.tenant_id and t.status = 'active'
    join public.role_permissions rp on rp.role_id = m.tenant_role_id
    join public.permissions p on p.id = rp.permission_id
    where m.user_id = (select auth.uid()) and m.status = 'active'
      and p.slug = has_permission.slug and t.slug = has_permission.tenant_slug
  )
$$;
comment on function app.has_permission(text, text) is 'True when the caller''s role in the named community has the permission; guardians have all.';

create or replace function app.is_editor() returns boolean
language sql stable security definer set search_path = '' as $$ select app.has_permission('content:edit') $$;
comment on function app.is_editor() is 'True when the caller may edit content.';

create or replace function app.is_moderator() returns boolean
language sql stable security definer set search_path = '' as $$ select app.has_permission('community:moderate') $$;
comment on function app.is_moderator() is 'True when the caller may moderate what members write.';

create or replace function app.is_operator() returns boolean
language sql stable security definer set search_path = '' as $$ select app.has_permission('settings:manage') $$;
comment on function app.is_operator() is 'True when the caller may change how the product runs.';

create or replace function app.my_platforms() returns text[]
language sql stable security definer set search_path = '' as $$
  select case when app.is_guardian() then array['hub', 'ascenders', 'neothinkers', 'immortals'] else coalesce((
    select array_agg(a.platform_slug) from public.platform_access a
    where a.user_id = (select auth.uid()) and a.access_level <> 'none'
      and (a.expires_at is null or a.expires_at > now())
  ), '{}') end
$$;
comment on function app.my_platforms() is 'Slugs of the platforms that the caller may enter now; guardians all four. In policies: platform = any ((select app.my_platforms())::text[]).';

create or replace function app.has_platform(slug text) returns boolean
language sql stable security definer set search_path = '' as $$
  select app.is_guardian() or exists (
    select from public.platform_access a
    where a.user_id = (select auth.uid()) and a.platform_slug = has_platform.slug
      and a.access_level <> 'none' and (a.expires_at is null or a.expires_at > now())
  )
$$;
comment on function app.has_platform(text) is 'True when the caller has unexpired access to the platform; guardians always.';

create or replace function app.my_tier() returns text
language sql stable security definer set search_path = '' as $$
  select p.subscription_tier from public.profiles p
  where p.id = (select auth.uid()) and p.subscription_status in ('active', 'trialing')
    and (p.subscription_period_end is null or p.subscription_period_end > now())
$$;
comment on function app.my_tier() is 'Tier of the caller''s running subscription (premium or superachiever); null without one.';

create or replace function app.my_visibilities() returns text[]
language sql stable security definer set search_path = '' as $$
  select case
    when app.is_guardian() then array['public', 'premium', 'superachiever', 'private']
    when app.my_tier() = 'superachiever' then array['public', 'premium', 'superachiever']
    when app.my_tier() = 'premium' then array['public', 'premium']
    else array['public']
  end
$$;
comment on function app.my_visibilities() is 'Rungs of the visibility ladder that the caller''s tier reaches, own private things aside. In policies: visibility = any ((select app.my_visibilities())::text[]).';

create or replace function app.sees(visibility text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(sees.visibility = 'public' or sees.visibility = any (app.my_visibilities()), false)
$$;
comment on function app.sees(text) is 'True when the caller''s tier reaches this rung of the visibility ladder; private is for guardians alone, owners need their own rule.';

create or replace function app.shares_platform(other uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.platform_access a
    where a.user_id = shares_platform.other and a.access_level <> 'none'
      and (a.expires_at is null or a.expires_at > now())
      and a.platform_slug = any (app.my_platforms())
  )
$$;
comment on function app.shares_platform(uuid) is 'True when the caller and the other person may enter a common platform.';

-- Rows that belong together -----------------------------------------------------------------------

create or replace function app.welcome_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, email, created_at) values (new.id, new.email, new.created_at)
  on conflict (id) do nothing;
  insert into public.privacy_settings (user_id) values (new.id) on conflict (user_id) do nothing;
  insert into public.hub_profiles (user_id) values (new.id) on conflict (user_id) do nothing;
  insert into public.ascenders_profiles (user_id) values (new.id) on conflict (user_id) do nothing;
  insert into public.neothinkers_profiles (user_id) values (new.id) on conflict (user_id) do nothing;
  insert into public.immortals_profiles (user_id) values (new.id) on conflict (user_id) do nothing;
  insert into public.tenant_users (tenant_id, user_id, tenant_role_id)
  select t.id, new.id, r.id
  from public.tenants t join public.tenant_roles r on r.tenant_id = t.id and r.slug = 'subscriber'
  on conflict (tenant_id, user_id) do nothing;
  return null;
end
$$;
comment on function app.welcome_user() is 'After insert on users: makes the profile, its companions, and the role of subscriber in every community.';

create or replace function app.copy_email() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.profiles set email = new.email where id = new.id;
  return null;
end
$$;
comment on function app.copy_email() is 'After a change of users.email: keeps profiles.email equal.';

create or replace function app.stamp_guardian() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not new.is_guardian then
    new.guardian_since := null;
  elsif new.guardian_since is null then
    new.guardian_since := now();
  end if;
  return new;
end
$$;
comment on function app.stamp_guardian() is 'Before insert or update on profiles: guardian_since goes with is_guardian.';

create or replace function app.write_member_card() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  member uuid := case when tg_table_name = 'profiles' then (to_jsonb(new) ->> 'id')::uuid
    else (to_jsonb(new) ->> 'user_id')::uuid end;
begin
  insert into public.member_cards as c (id, full_name, avatar_url, bio, is_ascender, is_neothinker,
    is_immortal, is_guardian, platforms, public_profile, joined_at)
  select p.id, p.full_name, p.avatar_url, p.bio, p.is_ascender, p.is_neothinker,
    p.is_immortal, p.is_guardian, p.platforms, coalesce(s.public_profile, false), p.created_at
  from public.profiles p left join public.privacy_settings s on s.user_id = p.id
  where p.id = member
  on conflict (id) do update set full_name = excluded.full_name, avatar_url = excluded.avatar_url,
    bio = excluded.bio, is_ascender = excluded.is_ascender, is_neothinker = excluded.is_neothinker,
    is_immortal = excluded.is_immortal, is_guardian = excluded.is_guardian, platforms = excluded.platforms,
    public_profile = excluded.public_profile, updated_at = now();
  return null;
end
$$;
comment on function app.write_member_card() is 'After a change of profiles or privacy_settings: rewrites the card that others see.';

create or replace function app.refresh_access(member uuid) returns void
language sql security definer set search_path = '' as $$
  with open as (
    select a.platform_slug, a.source from public.platform_access a
    where a.user_id = refresh_access.member and a.access_level <> 'none'
      and (a.expires_at is null or a.expires_at > now())
  ), cache as (
    select coalesce(array_agg(platform_slug order by platform_slug), '{}') as platforms,
      coalesce(array_agg(platform_slug order by platform_slug) filter (where source = 'subscription'), '{}') as subscribed,
      coalesce(bool_or(platform_slug = 'ascenders'), false) as ascender,
      coalesce(bool_or(platform_slug = 'neothinkers'), false) as neothinker,
      coalesce(bool_or(platform_slug = 'immortals'), false) as immortal
    from open
  )
  update public.profiles p set platforms = c.platforms, subscribed_platforms = c.subscribed,
    is_ascender = c.ascender, is_neothinker = c.neothinker, is_immortal = c.immortal
  from cache c
  where p.id = refresh_access.member
    and (p.platforms, p.subscribed_platforms, p.is_ascender, p.is_neothinker, p.is_immortal)
      is distinct from (c.platforms, c.subscribed, c.ascender, c.neothinker, c.immortal)
$$;
comment on function app.refresh_access(uuid) is 'Writes what platform_access says about a member into the caches of the profile. The nightly job calls it for access that has run out.';

create or replace function app.follow_access() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    perform app.refresh_access(old.user_id);
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.user_id <> old.user_id) then
    perform app.refresh_access(new.user_id);
  end if;
  return null;
end
$$;
comment on function app.follow_access() is 'After a change of platform_access: refreshes the caches.';

create or replace function app.take_invite() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.invite_codes c set uses = c.uses + 1
  where c.id = new.invite_code_id and c.active and c.uses < c.max_uses
    and (c.expires_at is null or c.expires_at > now());
  if not found then
    raise exception 'the invitation code is used up, expired or called back'
      using errcode = 'check_violation', table = 'invite_redemptions',
        constraint = 'invite_redemptions_open_check';
  end if;
  return new;
end
$$;
comment on function app.take_invite() is 'Before insert on invite_redemptions: takes one use under the code''s row lock, or fails with 23514 and the constraint invite_redemptions_open_check.';

create or replace function app.narrow_capabilities() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  allowed text[];
begin
  select coalesce(array_agg(f.action), '{}') into allowed
  from public.feature_permissions f
  join public.permissions p on p.slug = f.permission_slug
  join public.role_permissions rp on rp.permission_id = p.id
  join public.tenant_roles r on r.id = rp.role_id
  where f.feature_name = new.feature_name and r.tenant_id = new.tenant_id and r.slug = new.role_slug;

  if (new.can_view and not 'view' = any (allowed)) or (new.can_create and not 'create' = any (allowed))
    or (new.can_edit and not 'edit' = any (allowed)) or (new.can_delete and not 'delete' = any (allowed))
    or (new.can_approve and not 'approve' = any (allowed)) then
    raise exception 'the capability % of % is wider than its permissions', new.feature_name, new.role_slug
      using errcode = 'check_violation', table = 'role_capabilities',
        constraint = 'role_capabilities_permitted_check';
  end if;
  return new;
end
$$;
comment on function app.narrow_capabilities() is 'Before insert or update on role_capabilities: refuses what the role has no permission for (23514, role_capabilities_permitted_check).';

create or replace function app.withdraw_capabilities() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.role_capabilities c set
    can_view = c.can_view and not 'view' = any (lost.actions),
    can_create = c.can_create and not 'create' = any (lost.actions),
    can_edit = c.can_edit and not 'edit' = any (lost.actions),
    can_delete = c.can_delete and not 'delete' = any (lost.actions),
    can_approve = c.can_approve and not 'approve' = any (lost.actions)
  from public.tenant_roles r, (
    select f.feature_name, array_agg(f.action) as actions
    from public.feature_permissions f join public.permissions p on p.slug = f.permission_slug
    where p.id = old.permission_id group by f.feature_name
  ) lost
  where r.id = old.role_id and c.tenant_id = r.tenant_id and c.role_slug = r.slug
    and c.feature_name = lost.feature_name;
  return null;
end
$$;
comment on function app.withdraw_capabilities() is 'After delete on role_permissions: switches off the capabilities that stood on the permission.';

create or replace trigger users_touch before update on public.users for each row execute function public.touch_updated_at();
create or replace trigger users_welcome after insert on public.users for each row execute function app.welcome_user();
create or replace trigger users_copy_email after update of email on public.users
  for each row when (new.email is distinct from old.email) execute function app.copy_email();
create or replace trigger profiles_touch before update on public.profiles for each row execute function public.touch_updated_at();
create or replace trigger profiles_stamp_guardian before insert or update of is_guardian, guardian_since on public.profiles
  for each row execute function app.stamp_guardian();
create or replace trigger profiles_write_card
  after insert or update of full_name, avatar_url, bio, is_ascender, is_neothinker, is_immortal, is_guardian, platforms
  on public.profiles for each row execute function app.write_member_card();
create or replace trigger privacy_settings_touch before update on public.privacy_settings for each row execute function public.touch_updated_at();
create or replace trigger privacy_settings_write_card after insert or update of public_profile on public.privacy_settings
  for each row execute function app.write_member_card();
create or replace trigger contextual_identities_touch before update on public.contextual_identities for each row execute function public.touch_updated_at();
create or replace trigger hub_profiles_touch before update on public.hub_profiles for each row execute function public.touch_updated_at();
create or replace trigger ascenders_profiles_touch before update on public.ascenders_profiles for each row execute function public.touch_updated_at();
create or replace trigger neothinkers_profiles_touch before update on public.neothinkers_profiles for each row execute function public.touch_updated_at();
create or replace trigger immortals_profiles_touch before update on public.immortals_profiles for each row execute function public.touch_updated_at();
create or replace trigger user_profiles_touch before update on public.user_profiles for each row execute function public.touch_updated_at();
create or replace trigger platform_access_follow after insert or update or delete on public.platform_access
  for each row execute function app.follow_access();
create or replace trigger access_requests_touch before update on public.access_requests for each row execute function public.touch_updated_at();
create or replace trigger platform_state_touch before update on public.platform_state for each row execute function public.touch_updated_at();
create or replace trigger tenants_touch before update on public.tenants for each row execute function public.touch_updated_at();
create or replace trigger tenant_roles_touch before update on public.tenant_roles for each row execute function public.touch_updated_at();
create or replace trigger tenant_users_touch before update on public.tenant_users for each row execute function public.touch_updated_at();
create or replace trigger role_capabilities_touch before update on public.role_capabilities for each row execute function public.touch_updated_at();
create or replace trigger role_capabilities_narrow before insert or update on public.role_capabilities
  for each row execute function app.narrow_capabilities();
create or replace trigger role_permissions_withdraw after delete on public.role_permissions
  for each row execute function app.withdraw_capabilities();
create or replace trigger user_onboarding_touch before update on public.user_onboarding for each row execute function public.touch_updated_at();
create or replace trigger invite_redemptions_take before insert on public.invite_redemptions
  for each row execute function app.take_invite();

-- A hosted project keeps its accounts in auth.users: public.users follows them.
create or replace function app.follow_auth_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    delete from public.users where id = old.id;
    return old;
  end if;
  if new.email is not null and new.email <> '' then
    insert into public.users as u (id, email) values (new.id, lower(new.email))
    on conflict (id) do update set email = excluded.email where u.email <> excluded.email;
  end if;
  return new;
end
$$;
comment on function app.follow_auth_user() is 'After a change of auth.users on a hosted project: keeps public.users in step. An account without an address is no member.';

do $$
begin
  if to_regclass('auth.users') is not null then
    create or replace trigger follow_auth_user_change after insert or update of email on auth.users
      for each row execute function app.follow_auth_user();
    create or replace trigger follow_auth_user_removal after delete on auth.users
      for each row execute function app.follow_auth_user();
    insert into public.users (id, email, created_at)
    select a.id, lower(a.email), coalesce(a.created_at, now()) from auth.users a
    where a.email is not null and a.email <> '' on conflict do nothing;
  end if;
end
$$;

-- Trigger functions need no right of execution; of the helpers, everyone may ask about themself.
revoke execute on function app.is_guardian(), app.has_permission(text), app.has_permission(text, text), app.is_editor(),
  app.is_moderator(), app.is_operator(), app.my_platforms(), app.has_platform(text), app.my_tier(),
  app.my_visibilities(), app.sees(text), app.shares_platform(uuid) from public;
grant execute on function app.is_guardian(), app.has_permission(text), app.has_permission(text, text), app.is_editor(),
  app.is_moderator(), app.is_operator(), app.my_platforms(), app.has_platform(text), app.my_tier(),
  app.my_visibilities(), app.sees(text), app.shares_platform(uuid) to anon, authenticated, service_role;
revoke execute on function app.refresh_access(uuid) from public;
grant execute on function app.refresh_access(uuid) to service_role;

-- Row level security -------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['users', 'profiles', 'privacy_settings', 'member_cards', 'contextual_identities',
    'hub_profiles', 'ascenders_profiles', 'neothinkers_profiles', 'immortals_profiles', 'user_profiles',
    'platform_access', 'access_requests', 'platform_state', 'tenants', 'tenant_roles', 'tenant_users',
    'permissions', 'role_permissions', 'feature_permissions', 'role_capabilities', 'user_onboarding',
    'user_assessments', 'user_community', 'invite_codes', 'invite_redemptions', 'sso_tickets', 'auth_logs',
    'csrf_tokens', 'login_attempts']
  loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
  end loop;
end
$$;

-- Not even the service reads the hash; it belongs to the sign-in service's own role.
revoke all on public.users from service_role;
grant select (id, email, timezone, created_at, updated_at), insert (id, email, timezone, created_at, updated_at),
  update (email, timezone, updated_at), delete on public.users to service_role;
grant select (id, email, timezone, created_at, updated_at), update (timezone) on public.users to authenticated;
create policy "members read their own account" on public.users for select to authenticated
  using ((select auth.uid()) = id);
create policy "operators read accounts" on public.users for select to authenticated
  using ((select app.has_permission('users:manage')));
create policy "members change their own account" on public.users for update to authenticated
  using ((select auth.uid()) = id) with check ((select auth.uid()) = id);

-- profiles.email stays out: who may see a row may see all granted columns, and addresses are private.
grant select (id, full_name, first_name, avatar_url, bio, is_ascender, is_neothinker, is_immortal, is_guardian,
  guardian_since, subscription_status, subscription_tier, subscription_period_start, subscription_period_end,
  platforms, subscribed_platforms, role, value_paths, has_scheduled_session, onboarding_progress,
  onboarding_current_step, onboarding_completed, onboarding_completed_at, created_at, updated_at)
  on public.profiles to authenticated;
grant update (full_name, first_name, avatar_url, bio, value_paths, onboarding_progress, onboarding_current_step)
  on public.profiles to authenticated;
create policy "members read their own profile" on public.profiles for select to authenticated
  using ((select auth.uid()) = id);
create policy "staff read profiles" on public.profiles for select to authenticated
  using ((select app.has_permission('users:profiles:view')));
create policy "members change their own profile" on public.profiles for update to authenticated
  using ((select auth.uid()) = id) with check ((select auth.uid()) = id);

grant select, update (public_profile, show_pathway, show_achievements, show_activity, allow_mentions, allow_messages)
  on public.privacy_settings to authenticated;
create policy "members read their own privacy settings" on public.privacy_settings for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members change their own privacy settings" on public.privacy_settings for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);

grant select on public.member_cards to anon, authenticated;
create policy "visitors see cards that are public" on public.member_cards for select to anon
  using (public_profile);
create policy "members see their own card" on public.member_cards for select to authenticated
  using ((select auth.uid()) = id);
create policy "members see cards that are public" on public.member_cards for select to authenticated
  using (public_profile);
create policy "members see cards of their platforms" on public.member_cards for select to authenticated
  using (platforms && (select app.my_platforms()));
create policy "staff see all cards" on public.member_cards for select to authenticated
  using ((select app.has_permission('users:profiles:view')));

grant select, delete, insert (user_id, context, display_name, avatar_url, bio),
  update (display_name, avatar_url, bio) on public.contextual_identities to authenticated;
create policy "members see pen names of people they see" on public.contextual_identities for select to authenticated
  using (exists (select from public.member_cards c where c.id = user_id));
create policy "members add their own pen names" on public.contextual_identities for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy "members change their own pen names" on public.contextual_identities for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "members remove their own pen names" on public.contextual_identities for delete to authenticated
  using ((select auth.uid()) = user_id);

grant select, update (preferences) on public.hub_profiles, public.ascenders_profiles,
  public.neothinkers_profiles, public.immortals_profiles to authenticated;
create policy "members read their own state in Hub" on public.hub_profiles for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members change their own state in Hub" on public.hub_profiles for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "members read their own state in Ascenders" on public.ascenders_profiles for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members change their own state in Ascenders" on public.ascenders_profiles for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "members read their own state in Neothinkers" on public.neothinkers_profiles for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members change their own state in Neothinkers" on public.neothinkers_profiles for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "members read their own state in Immortals" on public.immortals_profiles for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members change their own state in Immortals" on public.immortals_profiles for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);

grant select, delete, insert (user_id, platform, display_name, bio, avatar_url, interests, expertise, social_links),
  update (display_name, bio, avatar_url, interests, expertise, social_links) on public.user_profiles to authenticated;
create policy "members read their own app profiles" on public.user_profiles for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members read app profiles of their platforms" on public.user_profiles for select to authenticated
  using (platform = any ((select app.my_platforms())::text[]));
create policy "members add their own app profiles" on public.user_profiles for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy "members change their own app profiles" on public.user_profiles for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "members remove their own app profiles" on public.user_profiles for delete to authenticated
  using ((select auth.uid()) = user_id);

grant select on public.platform_access to authenticated;
create policy "members read their own access" on public.platform_access for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "operators read access" on public.platform_access for select to authenticated
  using ((select app.has_permission('users:manage')));

grant select, insert (user_id, platform_slug, message), update (status) on public.access_requests to authenticated;
create policy "members read their own requests" on public.access_requests for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "operators read requests" on public.access_requests for select to authenticated
  using ((select app.has_permission('users:manage')));
create policy "members ask for access" on public.access_requests for insert to authenticated
  with check ((select auth.uid()) = user_id and status = 'pending');
create policy "members withdraw their own pending requests" on public.access_requests for update to authenticated
  using ((select auth.uid()) = user_id and status = 'pending')
  with check ((select auth.uid()) = user_id and status = 'withdrawn');

grant select, delete, insert (user_id, platform, key, value), update (value) on public.platform_state to authenticated;
create policy "members read their own app state" on public.platform_state for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members add their own app state" on public.platform_state for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy "members change their own app state" on public.platform_state for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "members remove their own app state" on public.platform_state for delete to authenticated
  using ((select auth.uid()) = user_id);

grant select (id, name, slug, description, branding, status, created_at, updated_at) on public.tenants to anon;
grant select on public.tenants, public.tenant_roles, public.tenant_users, public.permissions,
  public.role_permissions, public.feature_permissions, public.role_capabilities to authenticated;
create policy "visitors read active communities" on public.tenants for select to anon using (status = 'active');
create policy "members read active communities" on public.tenants for select to authenticated using (status = 'active');
create policy "operators read all communities" on public.tenants for select to authenticated
  using ((select app.is_operator()));
create policy "members read roles" on public.tenant_roles for select to authenticated using (true);
create policy "members read their own roles" on public.tenant_users for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "staff read who holds which role" on public.tenant_users for select to authenticated
  using ((select app.has_permission('tenant:users:view')));
create policy "members read permissions" on public.permissions for select to authenticated using (true);
create policy "members read what roles may do" on public.role_permissions for select to authenticated using (true);
create policy "members read what stands behind features" on public.feature_permissions for select to authenticated using (true);
create policy "members read capabilities" on public.role_capabilities for select to authenticated using (true);

grant select, insert (user_id, platform, current_step, completed_steps, skipped_at),
  update (current_step, completed_steps, skipped_at) on public.user_onboarding to authenticated;
create policy "members read their own onboarding" on public.user_onboarding for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "staff read onboarding" on public.user_onboarding for select to authenticated
  using ((select app.has_permission('users:progress:view')));
create policy "members begin their own onboarding" on public.user_onboarding for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy "members go on with their own onboarding" on public.user_onboarding for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);

grant select, insert (user_id, platform, assessment_type, answers, results),
  update (answers, results, completed_at) on public.user_assessments to authenticated;
create policy "members read their own assessments" on public.user_assessments for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members hand in their own assessments" on public.user_assessments for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy "members retake their own assessments" on public.user_assessments for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);

grant select, delete, insert (user_id, platform, joined_features), update (joined_features)
  on public.user_community to authenticated;
create policy "members read their own community tools" on public.user_community for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members choose their own community tools" on public.user_community for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy "members change their own community tools" on public.user_community for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "members leave their own community tools" on public.user_community for delete to authenticated
  using ((select auth.uid()) = user_id);

grant select on public.invite_codes, public.invite_redemptions, public.auth_logs, public.login_attempts to authenticated;
create policy "members read codes they made" on public.invite_codes for select to authenticated
  using ((select auth.uid()) = created_by);
create policy "operators read codes" on public.invite_codes for select to authenticated
  using ((select app.has_permission('users:manage')));
create policy "members read how they came in" on public.invite_redemptions for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "members read who used their codes" on public.invite_redemptions for select to authenticated
  using (exists (select from public.invite_codes c where c.id = invite_code_id));
create policy "members read their own sign-in history" on public.auth_logs for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "security staff read sign-in history" on public.auth_logs for select to authenticated
  using ((select app.has_permission('security:view')));
create policy "security staff read failed sign-ins" on public.login_attempts for select to authenticated
  using ((select app.has_permission('security:view')));
create policy "only the service reads hand-off tickets" on public.sso_tickets for select to service_role using (true);
create policy "only the service reads form tokens" on public.csrf_tokens for select to service_role using (true);

-- Reference data -----------------------------------------------------------------------------------

insert into public.tenants (name, slug, description) values
  ('Hub', 'hub', 'The common house of the three communities'),
  ('Ascenders', 'ascenders', 'Value creators on the path of prosperity'),
  ('Neothinkers', 'neothinkers', 'Integrated thinkers on the path of happiness'),
  ('Immortals', 'immortals', 'Self-leaders on the path of longevity')
on conflict (slug) do nothing;

insert into public.tenant_roles (tenant_id, name, slug, description, is_system_role, priority, role_category)
select t.id, r.name, r.slug, r.description, true, r.priority, r.category
from public.tenants t, (values
  ('Subscriber', 'subscriber', 'Reads, learns and keeps a journal', 10, 'member'),
  ('Participant', 'participant', 'Takes part in discussions', 20, 'member'),
  ('Contributor', 'contributor', 'Creates exercises and concepts and leads discussions', 30, 'member'),
  ('Associate', 'associate', 'Helps members, moderates, looks after content', 40, 'admin'),
  ('Builder', 'builder', 'Builds and configures the community', 50, 'admin'),
  ('Partner', 'partner', 'Carries the community, with every right', 60, 'admin'),
  ('Viewer', 'viewer', 'Looks at settings and people without changing them', 35, 'admin'),
  ('Editor', 'editor', 'Writes and publishes content', 45, 'admin'),
  ('Admin', 'admin', 'Runs the community, with every right', 70, 'admin')
) as r (name, slug, description, priority, category)
on conflict (tenant_id, slug) do nothing;

insert into public.permissions (slug, name, description, category, scope) values
  ('content:view', 'View content', 'Read what is published for members', 'Content Management', 'tenant'),
  ('content:create', 'Create content', 'Write new pages, articles and resources', 'Content Management', 'tenant'),
  ('content:edit', 'Edit content', 'Change pages, articles and resources', 'Content Management', 'tenant'),
  ('content:delete', 'Delete content', 'Remove pages, articles and resources', 'Content Management', 'tenant'),
  ('content:publish', 'Publish content', 'Put content live, schedule it and take it off', 'Content Management', 'tenant'),
  ('content:review', 'Review content', 'Accept or return what others wrote', 'Content Management', 'tenant'),
  ('modules:create', 'Create units', 'Make new courses, units and lessons', 'Content Management', 'tenant'),
  ('modules:edit', 'Edit units', 'Change courses, units and lessons', 'Content Management', 'tenant'),
  ('modules:publish', 'Publish units', 'Put courses, units and lessons live', 'Content Management', 'tenant'),
  ('exercises:view', 'View exercises', 'Read and do thought exercises', 'Content Management', 'tenant'),
  ('exercises:create', 'Create exercises', 'Write thought exercises', 'Content Management', 'tenant'),
  ('exercises:edit', 'Edit exercises', 'Change thought exercises', 'Content Management', 'tenant'),
  ('exercises:delete', 'Delete exercises', 'Remove thought exercises', 'Content Management', 'tenant'),
  ('exercises:approve', 'Approve exercises', 'Put the exercises of others live', 'Content Management', 'tenant'),
  ('concepts:view', 'View concepts', 'Read the concept map', 'Content Management', 'tenant'),
  ('concepts:create', 'Create concepts', 'Add concepts to the map', 'Content Management', 'tenant'),
  ('concepts:edit', 'Edit concepts', 'Change concepts and how they are linked', 'Content Management', 'tenant'),
  ('concepts:delete', 'Delete concepts', 'Remove concepts', 'Content Management', 'tenant'),
  ('concepts:approve', 'Approve concepts', 'Accept the concepts of others', 'Content Management', 'tenant'),
  ('journal:view', 'Read own journal', 'Read one''s own journal', 'Community Management', 'tenant'),
  ('journal:create', 'Write own journal', 'Write entries in one''s own journal', 'Community Management', 'tenant'),
  ('journal:edit', 'Edit own journal', 'Change entries of one''s own journal', 'Community Management', 'tenant'),
  ('journal:delete', 'Delete own journal', 'Remove entries of one''s own journal', 'Community Management', 'tenant'),
  ('discussions:view', 'View discussions', 'Read discussions', 'Community Management', 'tenant'),
  ('discussions:create', 'Start discussions', 'Start discussions and answer in them', 'Community Management', 'tenant'),
  ('discussions:edit', 'Edit discussions', 'Change one''s own questions and answers', 'Community Management', 'tenant'),
  ('discussions:delete', 'Delete discussions', 'Remove one''s own questions and answers', 'Community Management', 'tenant'),
  ('discussions:approve', 'Approve discussions', 'Pin, close and release discussions', 'Community Management', 'tenant'),
  ('comments:view', 'View comments', 'Read comments', 'Community Management', 'tenant'),
  ('comments:create', 'Write comments', 'Comment on posts and activities', 'Community Management', 'tenant'),
  ('comments:edit', 'Edit comments', 'Change one''s own comments', 'Community Management', 'tenant'),
  ('comments:delete', 'Delete comments', 'Remove one''s own comments', 'Community Management', 'tenant'),
  ('comments:approve', 'Approve comments', 'Release comments that were held back', 'Community Management', 'tenant'),
  ('community:moderate', 'Moderate', 'Hide, pin and remove what members write; see what is hidden', 'Community Management', 'tenant'),
  ('events:manage', 'Manage events', 'Make events and record attendance', 'Community Management', 'tenant'),
  ('governance:decide', 'Decide on proposals', 'Open, close and settle proposals of the network', 'Community Management', 'global'),
  ('feedback:view', 'View feedback', 'Read what members report', 'Community Management', 'tenant'),
  ('feedback:manage', 'Manage feedback', 'Answer feedback and set its status', 'Community Management', 'tenant'),
  ('users:view', 'View members', 'List members', 'User Management', 'tenant'),
  ('users:create', 'Add members', 'Invite members', 'User Management', 'tenant'),
  ('users:edit', 'Edit members', 'Help members with their profiles', 'User Management', 'tenant'),
  ('users:delete', 'Remove members', 'Close accounts', 'User Management', 'tenant'),
  ('users:approve', 'Approve members', 'Decide on requests for access', 'User Management', 'tenant'),
  ('users:manage', 'Manage members', 'Grant and take access, make invitation codes, see addresses', 'User Management', 'tenant'),
  ('users:profiles:view', 'View profiles', 'Read full profiles', 'User Management', 'tenant'),
  ('users:progress:view', 'View progress', 'Read the learning progress of members', 'User Management', 'tenant'),
  ('roles:manage', 'Manage roles', 'Give roles and change what they may do', 'User Management', 'tenant'),
  ('tenant:users:view', 'View roles of members', 'See who holds which role', 'User Management', 'tenant'),
  ('tenant:settings:view', 'View community settings', 'See how a community is set up', 'Platform Administration', 'tenant'),
  ('settings:view', 'View settings', 'See how the product is configured', 'Platform Administration', 'global'),
  ('settings:manage', 'Manage settings', 'Change settings, switches and reward figures', 'Platform Administration', 'global'),
  ('analytics:view', 'View analytics', 'See figures and reports', 'Platform Administration', 'tenant'),
  ('analytics:manage', 'Manage analytics', 'Make, change and remove reports', 'Platform Administration', 'tenant'),
  ('billing:view', 'View billing', 'See subscriptions and payments', 'Platform Administration', 'global'),
  ('billing:manage', 'Manage billing', 'Change plans and subscriptions', 'Platform Administration', 'global'),
  ('organization:manage', 'Manage the organisation', 'Change communities themselves', 'Platform Administration', 'global'),
  ('security:view', 'View security', 'Read audit trail, sign-ins and security events', 'Platform Administration', 'global'),
  ('security:manage', 'Manage security', 'Settle security cases', 'Platform Administration', 'global'),
  ('data:export', 'Export data', 'Take data out', 'Platform Administration', 'global'),
  ('data:import', 'Import data', 'Bring data in', 'Platform Administration', 'global'),
  ('integrations:manage', 'Manage integrations', 'Connect other services', 'Platform Administration', 'global')
on conflict (slug) do nothing;

insert into public.feature_permissions (feature_name, action, permission_slug)
select f.feature, a.action, coalesce(f.special ->> a.action, f.resource || ':' || a.action)
from (values
  ('thought_exercises', 'exercises', '{}'::jsonb),
  ('concepts', 'concepts', '{}'),
  ('discussions', 'discussions', '{}'),
  ('comments', 'comments', '{}'),
  ('user_management', 'users', '{}'),
  ('content_management', 'content', '{"approve": "content:publish"}'),
  ('platform_analytics', 'analytics', '{"create": "analytics:manage", "edit": "analytics:manage", "delete": "analytics:manage", "approve": "analytics:manage"}'),
  ('platform_configuration', 'settings', '{"create": "settings:manage", "edit": "settings:manage", "delete": "settings:manage", "approve": "settings:manage"}'),
  ('billing_management', 'billing', '{"create": "billing:manage", "edit": "billing:manage", "delete": "billing:manage", "approve": "billing:manage"}'),
  ('organization_management', 'organization', '{"view": "tenant:settings:view", "create": "organization:manage", "edit": "organization:manage", "delete": "organization:manage", "approve": "organization:manage"}')
) as f (feature, resource, special)
cross join (values ('view'), ('create'), ('edit'), ('delete'), ('approve')) as a (action)
on conflict (feature_name, action) do nothing;
-- A journal is its writer's own: nobody can be given the right to approve it.
insert into public.feature_permissions (feature_name, action, permission_slug)
select 'personal_journal', a.action, 'journal:' || a.action
from (values ('view'), ('create'), ('edit'), ('delete')) as a (action)
on conflict (feature_name, action) do nothing;

with recursive grants (role_slug, includes, slugs) as (values
  ('subscriber', null, array['content:view', 'exercises:view', 'concepts:view', 'discussions:view', 'comments:view',
    'journal:view', 'journal:create', 'journal:edit', 'journal:delete']),
  ('participant', 'subscriber', array['discussions:create', 'discussions:edit',
    'comments:create', 'comments:edit', 'comments:delete']),
  ('contributor', 'participant', array['exercises:create', 'exercises:edit', 'concepts:create', 'concepts:edit',
    'discussions:delete']),
  ('associate', 'contributor', array['exercises:approve', 'concepts:approve', 'discussions:approve', 'comments:approve',
    'content:create', 'content:edit', 'content:delete', 'content:publish', 'content:review',
    'modules:create', 'modules:edit', 'modules:publish', 'community:moderate', 'events:manage',
    'users:view', 'users:create', 'users:edit', 'users:profiles:view', 'users:progress:view',
    'tenant:users:view', 'feedback:view', 'feedback:manage']),
  ('builder', 'associate', array['exercises:delete', 'concepts:delete', 'users:delete', 'users:approve', 'users:manage',
    'analytics:view', 'analytics:manage', 'settings:view', 'settings:manage', 'tenant:settings:view', 'security:view',
    'integrations:manage', 'data:export', 'data:import', 'governance:decide']),
  ('viewer', 'subscriber', array['tenant:settings:view', 'tenant:users:view', 'users:profiles:view']),
  ('editor', 'contributor', array['content:create', 'content:edit', 'content:publish', 'content:review',
    'modules:create', 'modules:edit', 'modules:publish', 'users:profiles:view', 'users:progress:view', 'analytics:view'])
), effective (role_slug, includes, slugs) as (
  select role_slug, includes, slugs from grants
  union all
  select e.role_slug, g.includes, g.slugs from effective e join grants g on g.role_slug = e.includes
), wanted as (
  select e.role_slug, unnest(e.slugs) as slug from effective e
  union
  select r.role_slug, p.slug from public.permissions p, (values ('partner'), ('admin')) as r (role_slug)
)
insert into public.role_permissions (role_id, permission_id)
select r.id, p.id from wanted w
join public.tenant_roles r on r.slug = w.role_slug and r.is_system_role
join public.permissions p on p.slug = w.slug
on conflict do nothing;

-- Screens offer what the permissions behind a feature allow, until somebody narrows it.
insert into public.role_capabilities (tenant_id, role_slug, feature_name, can_view, can_create, can_edit, can_delete, can_approve)
select r.tenant_id, r.slug, f.feature_name,
  bool_or(f.action = 'view'), bool_or(f.action = 'create'), bool_or(f.action = 'edit'),
  bool_or(f.action = 'delete'), bool_or(f.action = 'approve')
from public.tenant_roles r
join public.role_permissions rp on rp.role_id = r.id
join public.permissions p on p.id = rp.permission_id
join public.feature_permissions f on f.permission_slug = p.slug
where r.is_system_role
group by r.tenant_id, r.slug, f.feature_name
on conflict (tenant_id, role_slug, feature_name) do nothing;

insert into public.schema_version (version, name) values (3, '20261101000200_identity')
on conflict do nothing;
