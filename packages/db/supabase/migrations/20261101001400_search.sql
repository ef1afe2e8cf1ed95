-- Finding things: the full-text index, what was asked, what is offered while typing.
set search_path = public, extensions;

create or replace function app.search_document(title text, description text, content text, tags text[]) returns tsvector
language sql immutable parallel safe set search_path = '' as $$
  -- Words as written find names, stems find meanings: the index holds both.
  select
    pg_catalog.setweight(pg_catalog.to_tsvector('pg_catalog.simple'::pg_catalog.regconfig, coalesce($1, '')), 'A')
    || pg_catalog.setweight(pg_catalog.to_tsvector('pg_catalog.english'::pg_catalog.regconfig, coalesce($1, '')), 'A')
    || pg_catalog.setweight(pg_catalog.to_tsvector('pg_catalog.simple'::pg_catalog.regconfig,
         coalesce(pg_catalog.array_to_string($4, ' '), '')), 'B')
    || pg_catalog.setweight(pg_catalog.to_tsvector('pg_catalog.english'::pg_catalog.regconfig, coalesce($2, '')), 'C')
    || pg_catalog.setweight(pg_catalog.to_tsvector('pg_catalog.english'::pg_catalog.regconfig, left(coalesce($3, ''), 200000)), 'D')
$$;
comment on function app.search_document(text, text, text, text[]) is 'Weighted search document of one thing: title A, tags B, description C, text D (first 200,000 characters).';

create table if not exists public.search_vectors (
  id uuid not null default gen_random_uuid(),
  content_type text not null,
  content_id uuid not null,
  title text,
  description text,
  content text,
  tags text[] not null default '{}',
  metadata jsonb not null default '{}',
  platform text,
  audience text not null default 'members',
  search_vector tsvector generated always as (app.search_document(title, description, content, tags)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint search_vectors_pkey primary key (id),
  constraint search_vectors_content_type_content_id_key unique (content_type, content_id),
  constraint search_vectors_content_type_fkey foreign key (content_type) references public.entity_types (name),
  constraint search_vectors_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint search_vectors_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever'))
);
comment on table public.search_vectors is 'Full-text index of what is published; kept by triggers of the tables that hold the things. Nothing private is in it.';
comment on column public.search_vectors.id is 'Key.';
comment on column public.search_vectors.content_type is 'Kind of thing.';
comment on column public.search_vectors.content_id is 'The thing.';
comment on column public.search_vectors.title is 'Its title.';
comment on column public.search_vectors.description is 'Its summary.';
comment on column public.search_vectors.content is 'Its text, without markup of JSON.';
comment on column public.search_vectors.tags is 'Its labels.';
comment on column public.search_vectors.metadata is 'Facts for the list of hits, such as slug or route.';
comment on column public.search_vectors.platform is 'Ours: app that it belongs to; null for all.';
comment on column public.search_vectors.audience is 'Ours: who may find it: everyone, members, premium or superachiever.';
comment on column public.search_vectors.search_vector is 'Words of title, tags, summary and text, by weight.';
comment on column public.search_vectors.created_at is 'When it was first indexed.';
comment on column public.search_vectors.updated_at is 'When it was last indexed.';
create index if not exists search_vectors_search_vector_idx on public.search_vectors using gin (search_vector);
create index if not exists search_vectors_title_idx on public.search_vectors using gin (title extensions.gin_trgm_ops);
create index if not exists search_vectors_platform_audience_idx on public.search_vectors (platform, audience);
select app.register_reference('search_vectors', 'content_type', 'content_id');

create table if not exists public.search_analytics (
  id uuid not null default gen_random_uuid(),
  user_id uuid,
  query text not null,
  filters jsonb not null default '{}',
  results_count integer,
  selected_result jsonb,
  session_id uuid,
  platform text,
  created_at timestamptz not null default now(),
  constraint search_analytics_pkey primary key (id),
  constraint search_analytics_user_id_fkey foreign key (user_id) references public.users (id) on delete set null,
  constraint search_analytics_query_check check (length(query) between 1 and 500),
  constraint search_analytics_results_count_check check (results_count >= 0),
  constraint search_analytics_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.search_analytics is 'Every search that was made, and which hit was opened.';
comment on column public.search_analytics.id is 'Key.';
comment on column public.search_analytics.user_id is 'Who searched; null for visitors and closed accounts.';
comment on column public.search_analytics.query is 'What was typed.';
comment on column public.search_analytics.filters is 'Chosen filters.';
comment on column public.search_analytics.results_count is 'Number of hits.';
comment on column public.search_analytics.selected_result is 'Hit that was opened: kind, id, place in the list.';
comment on column public.search_analytics.session_id is 'Searches of one visit share it.';
comment on column public.search_analytics.platform is 'App in which it was made.';
comment on column public.search_analytics.created_at is 'When it was made.';
create index if not exists search_analytics_query_idx on public.search_analytics (query text_pattern_ops);
create index if not exists search_analytics_user_id_created_at_idx on public.search_analytics (user_id, created_at desc);
create index if not exists search_analytics_created_at_idx on public.search_analytics (created_at);

create table if not exists public.search_suggestions (
  id uuid not null default gen_random_uuid(),
  trigger_term text not null,
  suggestion text not null,
  weight numeric not null default 1.0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint search_suggestions_pkey primary key (id),
  constraint search_suggestions_trigger_term_suggestion_key unique (trigger_term, suggestion),
  constraint search_suggestions_weight_check check (weight >= 0)
);
comment on table public.search_suggestions is 'What is offered while somebody types: chosen by editors and learned from searches.';
comment on column public.search_suggestions.id is 'Key.';
comment on column public.search_suggestions.trigger_term is 'Beginning of what is typed, in lower case.';
comment on column public.search_suggestions.suggestion is 'What is offered.';
comment on column public.search_suggestions.weight is 'Order; higher comes first.';
comment on column public.search_suggestions.created_at is 'When it was added.';
comment on column public.search_suggestions.updated_at is 'When it last changed.';
create index if not exists search_suggestions_trigger_term_idx on public.search_suggestions (trigger_term text_pattern_ops, weight desc);

create table if not exists public.popular_searches (
  id uuid not null default gen_random_uuid(),
  query text not null,
  total_searches integer not null default 1,
  successful_searches integer not null default 0,
  last_used_at timestamptz not null default now(),
  platform text,
  constraint popular_searches_pkey primary key (id),
  constraint popular_searches_query_platform_key unique nulls not distinct (query, platform),
  constraint popular_searches_total_searches_check check (total_searches >= 0),
  constraint popular_searches_successful_searches_check check (successful_searches between 0 and total_searches),
  constraint popular_searches_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table public.popular_searches is 'What is asked often, by app; rolled up nightly from single searches.';
comment on column public.popular_searches.id is 'Key.';
comment on column public.popular_searches.query is 'What is asked, in lower case.';
comment on column public.popular_searches.total_searches is 'How often.';
comment on column public.popular_searches.successful_searches is 'How often a hit was opened.';
comment on column public.popular_searches.last_used_at is 'When it was last asked.';
comment on column public.popular_searches.platform is 'App; null for all together.';
create index if not exists popular_searches_total_searches_last_used_at_idx on public.popular_searches (total_searches desc, last_used_at desc);

-- Keeping the index ------------------------------------------------------------------------------

create or replace function app.plain_text(value jsonb) returns text
language sql immutable set search_path = '' as $$
  select case jsonb_typeof($1)
    when 'string' then $1 #>> '{}'
    when 'object' then (select string_agg(v #>> '{}', ' ') from jsonb_path_query($1, 'strict $.**') v where jsonb_typeof(v) = 'string')
    when 'array' then (select string_agg(v #>> '{}', ' ') from jsonb_path_query($1, 'strict $.**') v where jsonb_typeof(v) = 'string')
  end
$$;
comment on function app.plain_text(jsonb) is 'All texts within a JSON value, joined by spaces.';

create or replace function app.index_for_search(
  entity text, thing jsonb, title_column text, description_column text, content_column text, parent jsonb default null
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  shown boolean;
  reach text;
begin
  select bool_and(coalesce((r ->> 'is_published')::boolean, true)
      and (r ->> 'deleted_at') is null and (r ->> 'removed_at') is null and (r ->> 'hidden_at') is null
      and coalesce(r ->> 'status', '') not in ('draft', 'hidden', 'removed', 'archived'))
    into shown
  from unnest(array[thing, coalesce(parent, '{}')]) as r;
  reach := coalesce(thing ->> 'audience', parent ->> 'audience', case thing ->> 'visibility'
    when 'public' then 'members' when 'private' then 'nobody' else thing ->> 'visibility' end, 'members');

  if not shown or reach = 'nobody' then
    delete from public.search_vectors s where s.content_type = entity and s.content_id = (thing ->> 'id')::uuid;
    return;
  end if;
  insert into public.search_vectors as s (content_type, content_id, title, description, content, tags, metadata, platform, audience)
  values (
    entity, (thing ->> 'id')::uuid, thing ->> title_column, thing ->> description_column,
    app.plain_text(thing -> content_column),
    case when jsonb_typeof(thing -> 'tags') = 'array'
      then array(select jsonb_array_elements_text(thing -> 'tags')) else '{}' end,
    jsonb_strip_nulls(jsonb_build_object('slug', thing -> 'slug', 'route', thing -> 'route')),
    coalesce(thing ->> 'platform', thing ->> 'tenant_slug', parent ->> 'platform'), reach
  )
  on conflict on constraint search_vectors_content_type_content_id_key do update set
    title = excluded.title, description = excluded.description, content = excluded.content,
    tags = excluded.tags, metadata = excluded.metadata, platform = excluded.platform,
    audience = excluded.audience, updated_at = now();
end
$$;
comment on function app.index_for_search(text, jsonb, text, text, text, jsonb) is 'Writes one thing into the index, or takes it out when it is not published. A parent''s audience and state count too.';

create or replace function app.follow_for_search() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    delete from public.search_vectors s where s.content_type = tg_argv[0] and s.content_id = old.id;
  else
    perform app.index_for_search(tg_argv[0], to_jsonb(new), tg_argv[1], tg_argv[2], tg_argv[3]);
  end if;
  return null;
end
$$;
comment on function app.follow_for_search() is 'After a change: keeps the index. Arguments: kind, title column, summary column, text column.';

create or replace function app.follow_lesson_for_search() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'content_modules' then
    perform app.index_for_search('lesson', to_jsonb(l), 'title', '', 'content', to_jsonb(new))
    from public.lessons l where l.module_id = new.id;
  elsif tg_op = 'DELETE' then
    delete from public.search_vectors s where s.content_type = 'lesson' and s.content_id = old.id;
  else
    perform app.index_for_search('lesson', to_jsonb(new), 'title', '', 'content', to_jsonb(m))
    from public.content_modules m where m.id = new.module_id;
  end if;
  return null;
end
$$;
comment on function app.follow_lesson_for_search() is 'After a change of a lesson or of its unit: keeps the lesson in the index only while both are published.';

do $$
declare
  kept record;
  watched text;
begin
  for kept in select * from (values
    ('posts', 'post', '', '', 'content'),
    ('discussion_topics', 'discussion_topic', 'title', 'description', ''),
    ('content', 'content', 'title', 'summary', 'content'),
    ('shared_content', 'shared_content', 'title', 'description', 'content'),
    ('mark_hamilton_content', 'mark_hamilton_content', 'title', '', 'content_data'),
    ('resources', 'resource', 'title', 'description', 'content'),
    ('courses', 'course', 'title', 'description', ''),
    ('content_modules', 'content_module', 'title', 'description', ''),
    ('learning_paths', 'learning_path', 'path_name', 'description', ''),
    ('concepts', 'concept', 'title', 'description', ''),
    ('thought_exercises', 'thought_exercise', 'title', 'description', 'instructions'),
    ('events', 'event', 'title', 'description', '')
  ) as k (relation, entity, title_column, description_column, content_column)
  loop
    -- Only changes of what is indexed count: likes and counters must not rewrite the index.
    select string_agg(quote_ident(a.attname), ', ') into watched
    from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.' || kept.relation) and a.attnum > 0 and not a.attisdropped
      and a.attname in (kept.title_column, kept.description_column, kept.content_column, 'tags', 'slug', 'route',
        'platform', 'tenant_slug', 'audience', 'visibility', 'is_published', 'deleted_at', 'removed_at', 'hidden_at', 'status');
    execute format(
      'create or replace trigger %I after insert or delete or update of %s on public.%I
       for each row execute function app.follow_for_search(%L, %L, %L, %L)',
      kept.relation || '_search', watched, kept.relation,
      kept.entity, kept.title_column, kept.description_column, kept.content_column);
    execute format(
      'select app.index_for_search(%L, to_jsonb(t), %L, %L, %L) from public.%I t',
      kept.entity, kept.title_column, kept.description_column, kept.content_column, kept.relation);
  end loop;
end
$$;
create or replace trigger lessons_search after insert or delete or update of title, content, module_id, is_published, deleted_at
  on public.lessons for each row execute function app.follow_lesson_for_search();
create or replace trigger content_modules_lessons_search after update of platform, audience, is_published, deleted_at
  on public.content_modules for each row execute function app.follow_lesson_for_search();
create or replace trigger search_suggestions_touch before update on public.search_suggestions
  for each row execute function public.touch_updated_at();

revoke execute on function app.index_for_search(text, jsonb, text, text, text, jsonb) from public;
grant execute on function app.index_for_search(text, jsonb, text, text, text, jsonb) to service_role;

-- Searching --------------------------------------------------------------------------------------

create or replace function app.search_content(
  query text, platforms text[] default null, types text[] default null, hits integer default 20,
  after_rank real default null, after_id uuid default null
) returns table (
  id uuid, content_type text, content_id uuid, title text, description text, excerpt text,
  metadata jsonb, platform text, rank real
)
language sql stable security definer set search_path = '' as $$
  -- Below row level security a text index cannot be used; hence a function that asks for the rights itself.
  with asked as (
    select websearch_to_tsquery('pg_catalog.english'::regconfig, $1)
        || websearch_to_tsquery('pg_catalog.simple'::regconfig, $1) as words
  ), found as (
    select s.id, s.content_type, s.content_id, s.title, s.description, s.content, s.metadata, s.platform,
      ts_rank_cd(s.search_vector, a.words, 32) as rank, a.words
    from public.search_vectors s, asked a
    where s.search_vector @@ a.words
      and (s.audience = 'everyone' or (s.audience = any ((select app.my_audiences())::text[])
        and (s.platform is null or s.platform = any ((select app.my_platforms())::text[]))))
      and ($2 is null or s.platform is null or s.platform = any ($2))
      and ($3 is null or s.content_type = any ($3))
  ), page as (
    select f.* from found f
    where $5 is null or (f.rank, f.id) < ($5, $6)
    order by f.rank desc, f.id desc
    limit least(greatest($4, 1), 100)
  )
  select p.id, p.content_type, p.content_id, p.title, p.description,
    ts_headline('pg_catalog.english'::regconfig, left(coalesce(p.content, p.description, p.title, ''), 20000), p.words,
      'StartSel="", StopSel="", MaxWords=30, MinWords=12, MaxFragments=1'),
    p.metadata, p.platform, p.rank
  from page p order by p.rank desc, p.id desc
$$;
comment on function app.search_content(text, text[], text[], integer, real, uuid) is 'Hits that the caller may see, best first, at most 100. Next page: rank and id of the last hit. The query takes quotes, or and minus as search engines do.';
revoke execute on function app.search_content(text, text[], text[], integer, real, uuid) from public;
grant execute on function app.search_content(text, text[], text[], integer, real, uuid) to anon, authenticated, service_role;

do $$
declare
  name text;
begin
  foreach name in array array['search_vectors', 'search_analytics', 'search_suggestions', 'popular_searches']
  loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
  end loop;
end
$$;

grant select on public.search_vectors, public.search_suggestions, public.popular_searches to anon, authenticated;
create policy "visitors find what is for everyone" on public.search_vectors for select to anon
  using (audience = 'everyone');
create policy "members find what is for everyone" on public.search_vectors for select to authenticated
  using (audience = 'everyone');
create policy "members find what is for them" on public.search_vectors for select to authenticated
  using (audience = any ((select app.my_audiences())::text[])
    and (platform is null or platform = any ((select app.my_platforms())::text[])));
create policy "visitors read suggestions" on public.search_suggestions for select to anon using (true);
create policy "members read suggestions" on public.search_suggestions for select to authenticated using (true);
-- A rare query may hold a name: only what several people asked is shown.
create policy "visitors read frequent searches" on public.popular_searches for select to anon using (total_searches >= 5);
create policy "members read frequent searches" on public.popular_searches for select to authenticated using (total_searches >= 5);
create policy "staff read all searches" on public.popular_searches for select to authenticated
  using ((select app.has_permission('analytics:view')));

grant select, insert (user_id, query, filters, results_count, session_id, platform), update (selected_result)
  on public.search_analytics to authenticated;
create policy "members read their own searches" on public.search_analytics for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "staff read searches" on public.search_analytics for select to authenticated
  using ((select app.has_permission('analytics:view')));
create policy "members log their own searches" on public.search_analytics for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy "members log the hit they opened" on public.search_analytics for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);

insert into public.schema_version (version, name) values (15, '20261101001400_search')
on conflict do nothing;
