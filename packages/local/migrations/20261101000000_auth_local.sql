-- Storage of the embedded sign-in service. Only that service works here: its login role owns the
-- schema, and no role of the API may enter it.
create schema if not exists auth_local;
comment on schema auth_local is 'State of the embedded sign-in service: accounts, sessions, one-time tokens, second factors.';
revoke all on schema auth_local from public;

create table if not exists auth_local.accounts (
  user_id uuid not null,
  email_confirmed_at timestamptz,
  invited_at timestamptz,
  last_sign_in_at timestamptz,
  confirmation_sent_at timestamptz,
  recovery_sent_at timestamptz,
  new_email text,
  email_change_sent_at timestamptz,
  email_change_confirmed text,
  reauthentication_sent_at timestamptz,
  app_metadata jsonb not null default '{}',
  user_metadata jsonb not null default '{}',
  banned_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accounts_pkey primary key (user_id),
  constraint accounts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint accounts_new_email_check check (new_email = lower(new_email) and length(new_email) <= 320),
  constraint accounts_email_change_confirmed_check check (email_change_confirmed in ('current', 'new')),
  constraint accounts_app_metadata_check check (jsonb_typeof(app_metadata) = 'object'),
  constraint accounts_user_metadata_check check (jsonb_typeof(user_metadata) = 'object')
);
comment on table auth_local.accounts is 'What the sign-in service knows about an account beside its address and password hash.';
comment on column auth_local.accounts.user_id is 'The account.';
comment on column auth_local.accounts.email_confirmed_at is 'When the address was proved; null before.';
comment on column auth_local.accounts.invited_at is 'When an operator invited the person.';
comment on column auth_local.accounts.last_sign_in_at is 'When a session last began.';
comment on column auth_local.accounts.confirmation_sent_at is 'When a confirmation mail was last queued.';
comment on column auth_local.accounts.recovery_sent_at is 'When a recovery mail was last queued.';
comment on column auth_local.accounts.new_email is 'Address that a running change leads to.';
comment on column auth_local.accounts.email_change_sent_at is 'When that change began.';
comment on column auth_local.accounts.email_change_confirmed is 'Which of the two addresses has agreed already.';
comment on column auth_local.accounts.reauthentication_sent_at is 'When a reauthentication code was last queued.';
comment on column auth_local.accounts.app_metadata is 'Facts that only operators write; part of the access token.';
comment on column auth_local.accounts.user_metadata is 'Facts that the owner writes; never a ground for any right.';
comment on column auth_local.accounts.banned_until is 'Until when signing in is refused.';
comment on column auth_local.accounts.created_at is 'When the account was made.';
comment on column auth_local.accounts.updated_at is 'When the row last changed.';
create index if not exists accounts_new_email_idx on auth_local.accounts (new_email) where new_email is not null;

create table if not exists auth_local.identities (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  provider text not null,
  provider_id text not null,
  identity_data jsonb not null default '{}',
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint identities_pkey primary key (id),
  constraint identities_provider_provider_id_key unique (provider, provider_id),
  constraint identities_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint identities_identity_data_check check (jsonb_typeof(identity_data) = 'object')
);
comment on table auth_local.identities is 'Ways in which an account proves who it is.';
comment on column auth_local.identities.id is 'Key.';
comment on column auth_local.identities.user_id is 'The account.';
comment on column auth_local.identities.provider is 'Who vouches: email.';
comment on column auth_local.identities.provider_id is 'The person''s id there; for email the account''s own id.';
comment on column auth_local.identities.identity_data is 'What that provider said.';
comment on column auth_local.identities.last_sign_in_at is 'When it was last used.';
comment on column auth_local.identities.created_at is 'When it was linked.';
comment on column auth_local.identities.updated_at is 'When the row last changed.';
create index if not exists identities_user_id_idx on auth_local.identities (user_id);

create table if not exists auth_local.sessions (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  aal text not null default 'aal1',
  amr jsonb not null default '[]',
  refresh_key text not null,
  refresh_counter bigint not null default 0,
  refreshed_at timestamptz not null default now(),
  not_after timestamptz not null,
  user_agent text,
  ip_address text,
  created_at timestamptz not null default now(),
  constraint sessions_pkey primary key (id),
  constraint sessions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint sessions_aal_check check (aal in ('aal1', 'aal2')),
  constraint sessions_amr_check check (jsonb_typeof(amr) = 'array'),
  constraint sessions_refresh_counter_check check (refresh_counter >= 0)
);
comment on table auth_local.sessions is 'Signed-in devices. No refresh token is kept: the current one follows from key and counter.';
comment on column auth_local.sessions.id is 'Key; the session_id of the access tokens.';
comment on column auth_local.sessions.user_id is 'The account.';
comment on column auth_local.sessions.aal is 'aal2 once a second factor was shown.';
comment on column auth_local.sessions.amr is 'How the person proved who they are: [{method, timestamp in Unix seconds}], newest first.';
comment on column auth_local.sessions.refresh_key is 'Key that signs this session''s refresh tokens, sealed with the service''s master key.';
comment on column auth_local.sessions.refresh_counter is 'Number of the refresh token that is valid now.';
comment on column auth_local.sessions.refreshed_at is 'When the token last rotated; the last use that is known.';
comment on column auth_local.sessions.not_after is 'When the session ends in any case.';
comment on column auth_local.sessions.user_agent is 'Browser that last used it.';
comment on column auth_local.sessions.ip_address is 'Address that it was last used from.';
comment on column auth_local.sessions.created_at is 'When the person signed in.';
create index if not exists sessions_user_id_created_at_idx on auth_local.sessions (user_id, created_at desc);
create index if not exists sessions_not_after_idx on auth_local.sessions (not_after);

create table if not exists auth_local.flow_state (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  code_challenge text not null,
  code_challenge_method text not null,
  method text not null,
  auth_code_hash text,
  auth_code_issued_at timestamptz,
  created_at timestamptz not null default now(),
  constraint flow_state_pkey primary key (id),
  constraint flow_state_auth_code_hash_key unique (auth_code_hash),
  constraint flow_state_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint flow_state_code_challenge_check check (length(code_challenge) between 43 and 128),
  constraint flow_state_code_challenge_method_check check (code_challenge_method in ('s256', 'plain'))
);
comment on table auth_local.flow_state is 'Sign-ins under way that end in a code which only the browser that began them can exchange.';
comment on column auth_local.flow_state.id is 'Key.';
comment on column auth_local.flow_state.user_id is 'The account.';
comment on column auth_local.flow_state.code_challenge is 'What the browser showed at the start.';
comment on column auth_local.flow_state.code_challenge_method is 's256 = the challenge is the SHA-256 of the verifier, plain = it is the verifier.';
comment on column auth_local.flow_state.method is 'Way of proof that the session will carry.';
comment on column auth_local.flow_state.auth_code_hash is 'SHA-256 of the code; null until the mail''s link was followed.';
comment on column auth_local.flow_state.auth_code_issued_at is 'When the code was handed out.';
comment on column auth_local.flow_state.created_at is 'When the sign-in began.';
create index if not exists flow_state_user_id_idx on auth_local.flow_state (user_id);
create index if not exists flow_state_created_at_idx on auth_local.flow_state (created_at);

create table if not exists auth_local.one_time_tokens (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  purpose text not null,
  email text not null,
  token_hash text not null,
  code_hash text,
  code_tries integer not null default 0,
  flow_state_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint one_time_tokens_pkey primary key (id),
  constraint one_time_tokens_user_id_purpose_key unique (user_id, purpose),
  constraint one_time_tokens_token_hash_key unique (token_hash),
  constraint one_time_tokens_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint one_time_tokens_flow_state_id_fkey foreign key (flow_state_id) references auth_local.flow_state (id) on delete set null,
  constraint one_time_tokens_purpose_check check (purpose in
    ('signup', 'invite', 'magiclink', 'recovery', 'email_change_current', 'email_change_new', 'reauthentication')),
  constraint one_time_tokens_code_tries_check check (code_tries >= 0)
);
comment on table auth_local.one_time_tokens is 'What a mail carries: a link''s token and a short code. One pending per account and purpose.';
comment on column auth_local.one_time_tokens.id is 'Key.';
comment on column auth_local.one_time_tokens.user_id is 'The account.';
comment on column auth_local.one_time_tokens.purpose is 'The one thing that it is good for.';
comment on column auth_local.one_time_tokens.email is 'Address that the mail went to.';
comment on column auth_local.one_time_tokens.token_hash is 'SHA-256 of the link''s token.';
comment on column auth_local.one_time_tokens.code_hash is 'Keyed hash of the six digits; null once there were too many wrong tries.';
comment on column auth_local.one_time_tokens.code_tries is 'Tries of the code.';
comment on column auth_local.one_time_tokens.flow_state_id is 'Sign-in under way that it belongs to.';
comment on column auth_local.one_time_tokens.expires_at is 'When it ends.';
comment on column auth_local.one_time_tokens.created_at is 'When it was made.';
create index if not exists one_time_tokens_email_idx on auth_local.one_time_tokens (email);
create index if not exists one_time_tokens_flow_state_id_idx on auth_local.one_time_tokens (flow_state_id);
create index if not exists one_time_tokens_expires_at_idx on auth_local.one_time_tokens (expires_at);

create table if not exists auth_local.mfa_factors (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  factor_type text not null,
  status text not null default 'unverified',
  friendly_name text not null default '',
  secret text,
  last_used_step bigint,
  last_challenged_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint mfa_factors_pkey primary key (id),
  constraint mfa_factors_user_id_friendly_name_key unique (user_id, friendly_name),
  constraint mfa_factors_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade,
  constraint mfa_factors_factor_type_check check (factor_type in ('totp', 'recovery_code')),
  constraint mfa_factors_status_check check (status in ('unverified', 'verified')),
  constraint mfa_factors_secret_check check ((factor_type = 'totp') = (secret is not null))
);
comment on table auth_local.mfa_factors is 'Second factors: authenticator apps, and the set of recovery codes.';
comment on column auth_local.mfa_factors.id is 'Key.';
comment on column auth_local.mfa_factors.user_id is 'The account.';
comment on column auth_local.mfa_factors.factor_type is 'totp = authenticator app, recovery_code = printed codes.';
comment on column auth_local.mfa_factors.status is 'verified once a first code was right.';
comment on column auth_local.mfa_factors.friendly_name is 'The owner''s name for it.';
comment on column auth_local.mfa_factors.secret is 'Shared secret, sealed with the service''s master key.';
comment on column auth_local.mfa_factors.last_used_step is 'Last time step that was accepted; it and earlier ones are refused.';
comment on column auth_local.mfa_factors.last_challenged_at is 'When a code was last asked for.';
comment on column auth_local.mfa_factors.created_at is 'When enrolment began.';
comment on column auth_local.mfa_factors.updated_at is 'When the row last changed.';
create unique index if not exists mfa_factors_recovery_code_idx on auth_local.mfa_factors (user_id)
  where factor_type = 'recovery_code';

create table if not exists auth_local.mfa_challenges (
  id uuid not null default gen_random_uuid(),
  factor_id uuid not null,
  session_id uuid not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint mfa_challenges_pkey primary key (id),
  constraint mfa_challenges_factor_id_fkey foreign key (factor_id) references auth_local.mfa_factors (id) on delete cascade,
  constraint mfa_challenges_session_id_fkey foreign key (session_id) references auth_local.sessions (id) on delete cascade,
  constraint mfa_challenges_tries_check check (tries >= 0)
);
comment on table auth_local.mfa_challenges is 'Open questions for a second factor''s code.';
comment on column auth_local.mfa_challenges.id is 'Key.';
comment on column auth_local.mfa_challenges.factor_id is 'The factor.';
comment on column auth_local.mfa_challenges.session_id is 'Session that asked; no other may answer.';
comment on column auth_local.mfa_challenges.tries is 'Codes tried.';
comment on column auth_local.mfa_challenges.expires_at is 'When it ends.';
comment on column auth_local.mfa_challenges.created_at is 'When it was asked.';
create index if not exists mfa_challenges_factor_id_idx on auth_local.mfa_challenges (factor_id);
create index if not exists mfa_challenges_session_id_idx on auth_local.mfa_challenges (session_id);
create index if not exists mfa_challenges_expires_at_idx on auth_local.mfa_challenges (expires_at);

create table if not exists auth_local.mfa_recovery_codes (
  factor_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  constraint mfa_recovery_codes_pkey primary key (factor_id, code_hash),
  constraint mfa_recovery_codes_factor_id_fkey foreign key (factor_id) references auth_local.mfa_factors (id) on delete cascade
);
comment on table auth_local.mfa_recovery_codes is 'Single-use codes for the day when the authenticator is lost.';
comment on column auth_local.mfa_recovery_codes.factor_id is 'The set that it belongs to.';
comment on column auth_local.mfa_recovery_codes.code_hash is 'Keyed hash of the code.';
comment on column auth_local.mfa_recovery_codes.used_at is 'When it was used; a second time is refused.';
comment on column auth_local.mfa_recovery_codes.created_at is 'When the set was made.';

create table if not exists auth_local.signing_keys (
  kid text not null,
  algorithm text not null,
  public_jwk jsonb not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  constraint signing_keys_pkey primary key (kid),
  constraint signing_keys_algorithm_check check (algorithm = 'ES256')
);
comment on table auth_local.signing_keys is 'Public halves of the keys that access tokens were signed with; the private halves are in a file.';
comment on column auth_local.signing_keys.kid is 'Key id in the token''s header.';
comment on column auth_local.signing_keys.algorithm is 'Always ES256.';
comment on column auth_local.signing_keys.public_jwk is 'The public key.';
comment on column auth_local.signing_keys.created_at is 'When it was first seen here.';
comment on column auth_local.signing_keys.last_seen_at is 'When the service last started with it.';

-- People who come into public.users by other means (an import, a loader) can sign in as well; their
-- address counts as proved, since only privileged roles can write there.
create or replace function auth_local.adopt_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into auth_local.accounts (user_id, email_confirmed_at, app_metadata, created_at)
  values (new.id, new.created_at, '{"provider": "email", "providers": ["email"]}', new.created_at)
  on conflict (user_id) do nothing;
  insert into auth_local.identities (user_id, provider, provider_id, identity_data)
  values (new.id, 'email', new.id::text, jsonb_build_object('sub', new.id, 'email', new.email,
    'email_verified', true, 'phone_verified', false))
  on conflict (provider, provider_id) do nothing;
  return null;
end
$$;
comment on function auth_local.adopt_user() is 'After insert on users: gives the account its row here, if the service has not.';
revoke execute on function auth_local.adopt_user() from public;
create or replace trigger users_adopt after insert on public.users
  for each row execute function auth_local.adopt_user();

insert into auth_local.accounts (user_id, email_confirmed_at, app_metadata, created_at)
select u.id, u.created_at, '{"provider": "email", "providers": ["email"]}', u.created_at
from public.users u
on conflict (user_id) do nothing;
insert into auth_local.identities (user_id, provider, provider_id, identity_data)
select u.id, 'email', u.id::text, jsonb_build_object('sub', u.id, 'email', u.email,
  'email_verified', true, 'phone_verified', false)
from public.users u
on conflict (provider, provider_id) do nothing;

revoke all on all tables in schema auth_local from public;
do $$
declare
  role_name text;
begin
  foreach role_name in array array['anon', 'authenticated', 'service_role', 'app_api'] loop
    if exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('revoke all on schema auth_local from %I', role_name);
      execute format('revoke all on all tables in schema auth_local from %I', role_name);
    end if;
  end loop;
end
$$;
