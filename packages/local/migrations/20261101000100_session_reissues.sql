-- How often an older refresh token was answered with the current one: some are lost answers and
-- racing tabs, many of them late are a sign of a copied token.
alter table auth_local.sessions add column if not exists reissues integer not null default 0;
comment on column auth_local.sessions.reissues is 'Times that an older refresh token was answered with the current one.';
