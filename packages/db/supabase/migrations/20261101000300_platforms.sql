-- How each of the four apps behaves and looks, and which tools its community has.
set search_path = public, extensions;

create table if not exists public.platform_settings (
  id uuid not null default gen_random_uuid(),
  platform text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint platform_settings_pkey primary key (id),
  constraint platform_settings_platform_key unique (platform),
  constraint platform_settings_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint platform_settings_settings_check check (jsonb_typeof(settings) = 'object')
);
comment on table public.platform_settings is 'How an app behaves: redirects, weekly meeting, limits. One row per app.';
comment on column public.platform_settings.id is 'Key.';
comment on column public.platform_settings.platform is 'The app.';
comment on column public.platform_settings.settings is 'Settings by name; nothing secret, every member can read them.';
comment on column public.platform_settings.created_at is 'When the row was made.';
comment on column public.platform_settings.updated_at is 'When it last changed.';

create table if not exists public.platform_customization (
  id uuid not null default gen_random_uuid(),
  platform text not null,
  component_key text not null,
  customization jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint platform_customization_pkey primary key (id),
  constraint platform_customization_platform_component_key_key unique (platform, component_key),
  constraint platform_customization_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint platform_customization_customization_check check (jsonb_typeof(customization) = 'object')
);
comment on table public.platform_customization is 'Changes that an operator made to the look of one component of an app.';
comment on column public.platform_customization.id is 'Key.';
comment on column public.platform_customization.platform is 'The app.';
comment on column public.platform_customization.component_key is 'The component, such as home.banner.';
comment on column public.platform_customization.customization is 'Values that replace the built-in ones.';
comment on column public.platform_customization.created_at is 'When it was made.';
comment on column public.platform_customization.updated_at is 'When it last changed.';

create table if not exists public.feature_flags (
  id uuid not null default gen_random_uuid(),
  platform text not null,
  feature_key text not null,
  is_enabled boolean not null default false,
  config jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint feature_flags_pkey primary key (id),
  constraint feature_flags_platform_feature_key_key unique (platform, feature_key),
  constraint feature_flags_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint feature_flags_feature_key_check check (feature_key ~ '^[a-z][a-z0-9_]*$')
);
comment on table public.feature_flags is 'Switches by which a feature is on or off in an app.';
comment on column public.feature_flags.id is 'Key.';
comment on column public.feature_flags.platform is 'The app.';
comment on column public.feature_flags.feature_key is 'The feature.';
comment on column public.feature_flags.is_enabled is 'On or off.';
comment on column public.feature_flags.config is 'Fine settings of the feature, such as a share of members.';
comment on column public.feature_flags.created_at is 'When the switch was made.';
comment on column public.feature_flags.updated_at is 'When it was last turned.';

create table if not exists public.community_features (
  id uuid not null default gen_random_uuid(),
  name text not null,
  description text not null,
  platform text not null,
  type text not null,
  access_level text not null default 'public',
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  constraint community_features_pkey primary key (id),
  constraint community_features_name_platform_key unique (name, platform),
  constraint community_features_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint community_features_type_check check (type in ('discussion', 'group', 'connection', 'challenge')),
  constraint community_features_access_level_check check (access_level in ('public', 'premium', 'superachiever', 'private'))
);
comment on table public.community_features is 'Catalogue of the tools that an app''s community offers; onboarding lets a member choose among them.';
comment on column public.community_features.id is 'Key.';
comment on column public.community_features.name is 'Name in code, such as think_tanks.';
comment on column public.community_features.description is 'What members do there.';
comment on column public.community_features.platform is 'The app.';
comment on column public.community_features.type is 'discussion, group, connection or challenge.';
comment on column public.community_features.access_level is 'Rung of the visibility ladder needed to use it.';
comment on column public.community_features.enabled is 'False while it is not offered.';
comment on column public.community_features.created_at is 'When it was added.';
create index if not exists community_features_platform_idx on public.community_features (platform) where enabled;

create table if not exists public.monorepo_apps (
  id uuid not null default gen_random_uuid(),
  app_name varchar(255) not null,
  app_slug varchar(255) not null,
  description text,
  vercel_project_id varchar(255),
  vercel_project_url varchar(255),
  config jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint monorepo_apps_pkey primary key (id),
  constraint monorepo_apps_app_name_key unique (app_name),
  constraint monorepo_apps_app_slug_key unique (app_slug),
  constraint monorepo_apps_app_slug_check check (app_slug in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.monorepo_apps is 'The four apps as deployed; for the app switcher and the status page.';
comment on column public.monorepo_apps.id is 'Key.';
comment on column public.monorepo_apps.app_name is 'Shown name.';
comment on column public.monorepo_apps.app_slug is 'Slug.';
comment on column public.monorepo_apps.description is 'What the app is for.';
comment on column public.monorepo_apps.vercel_project_id is 'Deployment project, for operators.';
comment on column public.monorepo_apps.vercel_project_url is 'Address of that project, for operators.';
comment on column public.monorepo_apps.config is 'Facts about the deployment, for operators.';
comment on column public.monorepo_apps.created_at is 'When it was added.';
comment on column public.monorepo_apps.updated_at is 'When it last changed.';

create or replace trigger platform_settings_touch before update on public.platform_settings for each row execute function public.touch_updated_at();
create or replace trigger platform_customization_touch before update on public.platform_customization for each row execute function public.touch_updated_at();
create or replace trigger feature_flags_touch before update on public.feature_flags for each row execute function public.touch_updated_at();
create or replace trigger monorepo_apps_touch before update on public.monorepo_apps for each row execute function public.touch_updated_at();

do $$
declare
  name text;
begin
  foreach name in array array['platform_settings', 'platform_customization', 'feature_flags', 'community_features',
    'monorepo_apps']
  loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
  end loop;
end
$$;

grant select on public.platform_settings to authenticated;
create policy "members read app settings" on public.platform_settings for select to authenticated using (true);

grant select on public.platform_customization, public.feature_flags, public.community_features to anon, authenticated;
create policy "visitors read how apps look" on public.platform_customization for select to anon using (true);
create policy "members read how apps look" on public.platform_customization for select to authenticated using (true);
create policy "visitors read switches" on public.feature_flags for select to anon using (true);
create policy "members read switches" on public.feature_flags for select to authenticated using (true);
create policy "visitors read the offered tools" on public.community_features for select to anon using (enabled);
create policy "members read the offered tools" on public.community_features for select to authenticated using (enabled);
create policy "operators read all tools" on public.community_features for select to authenticated
  using ((select app.is_operator()));

grant select (id, app_name, app_slug, description, created_at, updated_at) on public.monorepo_apps to anon, authenticated;
create policy "visitors read which apps there are" on public.monorepo_apps for select to anon using (true);
create policy "members read which apps there are" on public.monorepo_apps for select to authenticated using (true);

insert into public.platform_settings (platform, settings) values
  ('hub', '{"redirects": {"after_login": "/home", "after_signup": "/onboarding", "after_reset": "/sign-in"}, "weekly_meeting": {"weekday": "sunday"}}'),
  ('ascenders', '{"redirects": {"after_login": "/home", "after_signup": "/onboarding", "after_reset": "/sign-in"}, "weekly_meeting": {"weekday": "monday"}}'),
  ('neothinkers', '{"redirects": {"after_login": "/home", "after_signup": "/onboarding", "after_reset": "/sign-in"}, "weekly_meeting": {"weekday": "wednesday"}}'),
  ('immortals', '{"redirects": {"after_login": "/home", "after_signup": "/onboarding", "after_reset": "/sign-in"}, "weekly_meeting": {"weekday": "friday"}}')
on conflict (platform) do nothing;

insert into public.feature_flags (platform, feature_key, is_enabled)
select p.slug, f.key, f.enabled and not (p.slug = 'hub' and f.key = 'public_profiles_enabled')
from (values ('hub'), ('ascenders'), ('neothinkers'), ('immortals')) as p (slug)
cross join (values ('events_enabled', true), ('advanced_gamification_enabled', false), ('community_forums_enabled', true),
  ('advanced_progress_tracking_enabled', true), ('public_profiles_enabled', true)) as f (key, enabled)
on conflict (platform, feature_key) do nothing;

insert into public.community_features (name, platform, type, description) values
  ('forums', 'hub', 'discussion', 'Lasting conversations across all three communities'),
  ('connections', 'hub', 'connection', 'Find and follow members of the other communities'),
  ('groups', 'hub', 'group', 'Meet in groups that reach over the communities'),
  ('networking', 'ascenders', 'connection', 'Meet other value creators'),
  ('masterminds', 'ascenders', 'group', 'Small circles that push one another''s business on'),
  ('partnerships', 'ascenders', 'connection', 'Find partners for a venture'),
  ('think_tanks', 'neothinkers', 'discussion', 'Work on one question together'),
  ('study_groups', 'neothinkers', 'group', 'Read and practise together'),
  ('mentorship', 'neothinkers', 'connection', 'Learn from, or guide, another member'),
  ('health_circles', 'immortals', 'group', 'Share practice and results in a small circle'),
  ('accountability', 'immortals', 'connection', 'A partner who keeps you to your protocol'),
  ('challenges', 'immortals', 'challenge', 'Reach a shared goal over some days')
on conflict (name, platform) do nothing;

insert into public.monorepo_apps (app_name, app_slug, description) values
  ('Hub', 'hub', 'The common house: discover, onboard, progress, endgame'),
  ('Ascenders', 'ascenders', 'Prosperity: build a business that creates value'),
  ('Neothinkers', 'neothinkers', 'Happiness: integrated thinking and learning'),
  ('Immortals', 'immortals', 'Longevity: health, practice and long life')
on conflict (app_slug) do nothing;

insert into public.schema_version (version, name) values (4, '20261101000300_platforms')
on conflict do nothing;
