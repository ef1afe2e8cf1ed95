-- What a hosted project brings along and a plain server lacks: roles, the auth schema, extensions.
-- Every step looks first, so that the file changes nothing where the parts already exist.
set search_path = public, extensions;

do $$
declare
  privileged boolean;
begin
  select r.rolsuper or r.rolbypassrls into privileged from pg_catalog.pg_roles r where r.rolname = current_user;
  if not privileged then
    raise exception 'The role % cannot own this schema: its functions must see past row level security.', current_user
      using hint = 'Run the migrations as a superuser, or grant the role BYPASSRLS.';
  end if;
end
$$;

-- Roles belong to the whole cluster: one waits for the other when two databases are set up at once.
do $$
declare
  missing boolean;
begin
  select count(*) < 3 into missing from pg_catalog.pg_roles
  where rolname in ('anon', 'authenticated', 'service_role');
  if current_setting('is_superuser') = 'on' then
    missing := missing or not exists (select from pg_catalog.pg_roles where rolname = 'app_api');
    if missing then
      lock table pg_catalog.pg_authid in share row exclusive mode;
    end if;
  end if;
  if missing then
    if not exists (select from pg_catalog.pg_roles where rolname = 'anon') then
      create role anon nologin noinherit;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'authenticated') then
      create role authenticated nologin noinherit;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'service_role') then
      create role service_role nologin noinherit bypassrls;
    end if;
    -- NOINHERIT: a query that forgot to take on an identity is refused instead of running as somebody.
    if current_setting('is_superuser') = 'on'
      and not exists (select from pg_catalog.pg_roles where rolname = 'app_api') then
      create role app_api login noinherit;
      grant anon, authenticated, service_role to app_api;
    end if;
  end if;
end
$$;

create schema if not exists auth;
create schema if not exists extensions;
create schema if not exists app;
comment on schema app is 'Helpers of this project that policies, triggers and the runner use. Not exposed over HTTP.';

do $$
declare
  grantee text;
  place text;
begin
  foreach grantee in array array['anon', 'authenticated', 'service_role'] loop
    foreach place in array array['public', 'auth', 'extensions', 'app'] loop
      -- A hosted project's auth schema is not ours to grant, and needs no grant.
      if not has_schema_privilege(grantee, place, 'usage') then
        execute format('grant usage on schema %I to %I', place, grantee);
      end if;
    end loop;
  end loop;
end
$$;
revoke create on schema public from public;

do $$
begin
  -- A claim that was set in an earlier transaction reads as an empty text afterwards, not as null.
  if to_regprocedure('auth.jwt()') is null then
    create function auth.jwt() returns jsonb language sql stable set search_path = '' as
    'select nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb';
  end if;
  if to_regprocedure('auth.uid()') is null then
    create function auth.uid() returns uuid language sql stable set search_path = '' as
    'select (nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb ->> ''sub'')::uuid';
  end if;
  if to_regprocedure('auth.role()') is null then
    create function auth.role() returns text language sql stable set search_path = '' as
    'select nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb ->> ''role''';
  end if;
end
$$;

create extension if not exists pg_trgm with schema extensions;
create extension if not exists citext with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists btree_gin with schema extensions;

do $$
begin
  if to_regtype('extensions.vector') is not null then
    return;
  end if;
  if exists (select from pg_catalog.pg_extension where extname = 'vector') then
    raise exception 'The extension vector is installed outside the schema "extensions".'
      using hint = 'Run: alter extension vector set schema extensions;';
  end if;
  if exists (select from pg_catalog.pg_available_extensions where name = 'vector') then
    create extension vector with schema extensions;
    return;
  end if;
  if current_setting('is_superuser') <> 'on' then
    raise exception 'This server has no extension "vector", and only a superuser can stand in for it.'
      using hint = 'Install pgvector, or run the first migration as a superuser.';
  end if;

  -- The stand-in keeps a vector as its text, so that the same DDL and the same literals work.
  -- It checks no dimension and has no index; search goes through functions that pick their own way.
  create type extensions.vector;
  create function extensions.vector_in(cstring) returns extensions.vector
    language internal immutable strict parallel safe as 'textin';
  create function extensions.vector_out(extensions.vector) returns cstring
    language internal immutable strict parallel safe as 'textout';
  create function extensions.vector_recv(internal) returns extensions.vector
    language internal stable strict parallel safe as 'textrecv';
  create function extensions.vector_send(extensions.vector) returns bytea
    language internal stable strict parallel safe as 'textsend';
  create function extensions.vector_typmod_in(cstring[]) returns integer
    language internal immutable strict parallel safe as 'varchartypmodin';
  create function extensions.vector_typmod_out(integer) returns cstring
    language internal immutable strict parallel safe as 'varchartypmodout';
  create type extensions.vector (
    input = extensions.vector_in, output = extensions.vector_out,
    receive = extensions.vector_recv, send = extensions.vector_send,
    typmod_in = extensions.vector_typmod_in, typmod_out = extensions.vector_typmod_out,
    like = text
  );
  create cast (extensions.vector as text) without function;
  create cast (text as extensions.vector) without function;

  create function extensions.vector_to_float4(extensions.vector) returns real[]
    language sql immutable strict parallel safe
    as 'select translate($1::text, ''[]'', ''{}'')::real[]';
  create function extensions.array_to_vector(real[]) returns extensions.vector
    language sql immutable strict parallel safe
    as 'select translate($1::text, ''{}'', ''[]'')::extensions.vector';
  create cast (extensions.vector as real[]) with function extensions.vector_to_float4(extensions.vector) as assignment;
  create cast (real[] as extensions.vector) with function extensions.array_to_vector(real[]) as assignment;

  create function extensions.vector_dims(extensions.vector) returns integer
    language sql immutable strict parallel safe
    as 'select cardinality(extensions.vector_to_float4($1))';
  create function extensions.l2_distance(extensions.vector, extensions.vector) returns double precision
    language sql immutable strict parallel safe
    as 'select sqrt(sum((x::double precision - y) ^ 2))
        from unnest(extensions.vector_to_float4($1), extensions.vector_to_float4($2)) as u(x, y)';
  create function extensions.inner_product(extensions.vector, extensions.vector) returns double precision
    language sql immutable strict parallel safe
    as 'select sum(x::double precision * y)
        from unnest(extensions.vector_to_float4($1), extensions.vector_to_float4($2)) as u(x, y)';
  create function extensions.vector_negative_inner_product(extensions.vector, extensions.vector) returns double precision
    language sql immutable strict parallel safe
    as 'select -extensions.inner_product($1, $2)';
  create function extensions.cosine_distance(extensions.vector, extensions.vector) returns double precision
    language sql immutable strict parallel safe
    as 'select 1 - sum(x::double precision * y)
              / nullif(sqrt(sum(x::double precision ^ 2)) * sqrt(sum(y::double precision ^ 2)), 0)
        from unnest(extensions.vector_to_float4($1), extensions.vector_to_float4($2)) as u(x, y)';
  create operator extensions.<-> (
    leftarg = extensions.vector, rightarg = extensions.vector,
    function = extensions.l2_distance, commutator = operator(extensions.<->)
  );
  create operator extensions.<#> (
    leftarg = extensions.vector, rightarg = extensions.vector,
    function = extensions.vector_negative_inner_product, commutator = operator(extensions.<#>)
  );
  create operator extensions.<=> (
    leftarg = extensions.vector, rightarg = extensions.vector,
    function = extensions.cosine_distance, commutator = operator(extensions.<=>)
  );
end
$$;
