-- Searching as members type: accents, prefixes, typing slips, freshness, and what may be seen of it.
set search_path = public, extensions;

-- Words ------------------------------------------------------------------------------------------

-- Accents are folded by the dictionaries, so that the index, the query and the marked excerpt agree.
do $$
begin
  if not exists (select from pg_catalog.pg_ts_config c where c.cfgname = 'words' and c.cfgnamespace = 'app'::regnamespace) then
    create text search configuration app.words (copy = pg_catalog.simple);
    alter text search configuration app.words
      alter mapping for hword, hword_part, word with extensions.unaccent, pg_catalog.simple;
  end if;
  if not exists (select from pg_catalog.pg_ts_config c where c.cfgname = 'stems' and c.cfgnamespace = 'app'::regnamespace) then
    create text search configuration app.stems (copy = pg_catalog.english);
    alter text search configuration app.stems
      alter mapping for hword, hword_part, word with extensions.unaccent, pg_catalog.english_stem;
  end if;
end
$$;
comment on text search configuration app.words is 'Words as written, without accents and case.';
comment on text search configuration app.stems is 'Stems of English words, without accents and case.';

create or replace function app.search_document(title text, description text, content text, tags text[]) returns tsvector
language sql immutable parallel safe set search_path = '' as $$
  -- Words as written find names and beginnings, stems find meanings: the index holds both.
  select
    pg_catalog.setweight(pg_catalog.to_tsvector('app.words'::pg_catalog.regconfig, coalesce($1, '')), 'A')
    || pg_catalog.setweight(pg_catalog.to_tsvector('app.stems'::pg_catalog.regconfig, coalesce($1, '')), 'A')
    || pg_catalog.setweight(pg_catalog.to_tsvector('app.words'::pg_catalog.regconfig,
         coalesce(pg_catalog.array_to_string($4, ' '), '')), 'B')
    || pg_catalog.setweight(pg_catalog.to_tsvector('app.words'::pg_catalog.regconfig, coalesce($2, '')), 'C')
    || pg_catalog.setweight(pg_catalog.to_tsvector('app.stems'::pg_catalog.regconfig, coalesce($2, '')), 'C')
    || pg_catalog.setweight(pg_catalog.to_tsvector('app.words'::pg_catalog.regconfig, left(coalesce($3, ''), 50000)), 'D')
    || pg_catalog.setweight(pg_catalog.to_tsvector('app.stems'::pg_catalog.regconfig, left(coalesce($3, ''), 50000)), 'D')
$$;
comment on function app.search_document(text, text, text, text[]) is 'Weighted search document of one thing: title A, tags B, description C, text D (first 50,000 characters, so that no text is too large to index).';

create or replace function app.folded(value text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select pg_catalog.lower(extensions.unaccent('extensions.unaccent'::pg_catalog.regdictionary, $1))
$$;
comment on function app.folded(text) is 'The text in lower case and without accents. The dictionary is fixed, so an index may stand on it.';

create or replace function app.search_terms(words text[], phrases text[], without text[], typing boolean) returns tsquery
language plpgsql stable set search_path = ''
-- A filler word alone would be reported each time.
set client_min_messages = 'warning' as $$
declare
  terms tsquery := '';
  every_word tsquery := '';
  word text;
  stem tsquery;
  plain tsquery;
  place integer := 0;
begin
  foreach word in array coalesce(words, '{}') loop
    place := place + 1;
    stem := plainto_tsquery('app.stems', word);
    plain := plainto_tsquery('app.words', word);
    if typing and place = cardinality(words) then
      -- Quoted, so that nothing in the word is read as an operator.
      plain := plain || to_tsquery('app.words',
        '''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':*');
    elsif numnode(stem) = 0 then
      -- A filler such as "the" counts only when nothing else was asked.
      every_word := every_word && plain;
      continue;
    end if;
    -- The same twice would look twice as frequent to the planner.
    if stem = plain then
      plain := ''::tsquery;
    end if;
    every_word := every_word && (stem || plain);
    terms := terms && (stem || plain);
  end loop;
  foreach word in array coalesce(phrases, '{}') loop
    terms := terms && phraseto_tsquery('app.words', word);
  end loop;
  if numnode(terms) = 0 then
    terms := every_word;
  end if;
  foreach word in array coalesce(without, '{}') loop
    stem := plainto_tsquery('app.stems', word) || plainto_tsquery('app.words', word);
    if numnode(stem) > 0 then
      terms := terms && !!stem;
    end if;
  end loop;
  return terms;
end
$$;
comment on function app.search_terms(text[], text[], text[], boolean) is 'The query for words, exact phrases and excluded words. While typing, the last word may be the beginning of one.';

-- The index --------------------------------------------------------------------------------------

alter table public.search_vectors add column if not exists author_id uuid
  constraint search_vectors_author_id_fkey references public.users (id) on delete set null;
alter table public.search_vectors add column if not exists published_at timestamptz not null default now();
comment on column public.search_vectors.author_id is 'Ours: member who wrote it, where members write such things.';
comment on column public.search_vectors.published_at is 'Ours: when it appeared or will appear; nobody finds it before.';
comment on column public.search_vectors.metadata is 'Facts for the list of hits: slug, route, section, token.';
comment on column public.search_vectors.tags is 'Its labels in lower case: tags, the token, words after #.';

create or replace function app.search_labels(entity text, thing jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(distinct label order by label), '{}') from (
    select lower(value) as label from jsonb_array_elements_text(
      case when jsonb_typeof(thing -> 'tags') = 'array' then thing -> 'tags' else '[]' end) as t (value)
    union all
    select lower(thing ->> 'token_tag') where thing ->> 'token_tag' is not null
    union all
    select lower(m[1]) from regexp_matches(
      case when entity = 'post' then left(thing ->> 'content', 20000) end,
      '(?:^|\s)#([[:alpha:]][[:alnum:]_-]{1,39})', 'g') as m
  ) as l
$$;
comment on function app.search_labels(text, jsonb) is 'Labels of a thing: its tags, its token, and in posts the words after #.';

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
  insert into public.search_vectors as s
    (content_type, content_id, title, description, content, tags, metadata, platform, audience, author_id, published_at)
  values (
    entity, (thing ->> 'id')::uuid, thing ->> title_column, thing ->> description_column,
    app.plain_text(thing -> content_column), app.search_labels(entity, thing),
    jsonb_strip_nulls(jsonb_build_object('slug', thing -> 'slug', 'route', thing -> 'route',
      'section', thing -> 'section', 'token', thing -> 'token_tag')),
    coalesce(thing ->> 'platform', thing ->> 'tenant_slug', parent ->> 'platform'), reach,
    -- Only what members say to each other hides behind a block, not what the house publishes.
    case entity when 'post' then thing ->> 'author_id' when 'discussion_topic' then thing ->> 'created_by' end::uuid,
    coalesce(thing ->> 'publish_at', thing ->> 'published_at', thing ->> 'created_at', now()::text)::timestamptz
  )
  on conflict on constraint search_vectors_content_type_content_id_key do update set
    title = excluded.title, description = excluded.description, content = excluded.content,
    tags = excluded.tags, metadata = excluded.metadata, platform = excluded.platform,
    audience = excluded.audience, author_id = excluded.author_id, published_at = excluded.published_at,
    updated_at = now();
end
$$;

-- The vocabulary for mending typing slips. A word of it is never shown unless a search for it finds
-- something that the asker may see.
create table if not exists app.search_words (
  word text not null,
  constraint search_words_pkey primary key (word),
  constraint search_words_word_check check (char_length(word) between 3 and 40)
);
comment on table app.search_words is 'Ours: words that stand in what is indexed, without accents; no identity of the API reads it.';
comment on column app.search_words.word is 'The word.';
create index if not exists search_words_trigrams_idx on app.search_words using gin (word extensions.gin_trgm_ops);

create or replace function app.learn_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- In one order, so that two writers of the same new words wait instead of blocking each other.
  insert into app.search_words (word)
  select distinct w.word
  from changed c, unnest(tsvector_to_array(to_tsvector('app.words',
    concat_ws(' ', c.title, c.description, left(c.content, 20000), array_to_string(c.tags, ' '))))) as w (word)
  where char_length(w.word) between 3 and 40 and w.word ~ '^[[:alpha:]][[:alpha:]''’-]+$'
  order by w.word
  on conflict do nothing;
  return null;
end
$$;
comment on function app.learn_words() is 'After something was indexed: adds its words to the vocabulary.';
create or replace trigger search_vectors_learn_insert after insert on public.search_vectors
  referencing new table as changed for each statement execute function app.learn_words();
create or replace trigger search_vectors_learn_update after update on public.search_vectors
  referencing new table as changed for each statement execute function app.learn_words();

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
        'platform', 'tenant_slug', 'audience', 'visibility', 'is_published', 'deleted_at', 'removed_at', 'hidden_at',
        'status', 'publish_at', 'published_at', 'created_at', 'author_id', 'created_by', 'section', 'token_tag');
    execute format(
      'create or replace trigger %I after insert or delete or update of %s on public.%I
       for each row execute function app.follow_for_search(%L, %L, %L, %L)',
      kept.relation || '_search', watched, kept.relation,
      kept.entity, kept.title_column, kept.description_column, kept.content_column);
    execute format(
      'select app.index_for_search(%L, to_jsonb(t), %L, %L, %L) from public.%I t',
      kept.entity, kept.title_column, kept.description_column, kept.content_column, kept.relation);
  end loop;
  -- Lessons are indexed through their unit; writing the title anew is enough for theirs.
  update public.search_vectors set title = title where content_type = 'lesson';
end
$$;

create index if not exists search_vectors_published_at_idx on public.search_vectors (published_at desc, id desc);
create index if not exists search_vectors_content_type_published_at_idx on public.search_vectors (content_type, published_at desc);
create index if not exists search_vectors_author_id_published_at_idx on public.search_vectors (author_id, published_at desc);
create index if not exists search_vectors_tags_idx on public.search_vectors using gin (tags);
create index if not exists member_cards_folded_name_idx
  on public.member_cards using gin ((' ' || app.folded(full_name)) extensions.gin_trgm_ops);

-- As before, and nothing before its time or across a block.
drop policy if exists "visitors find what is for everyone" on public.search_vectors;
create policy "visitors find what is for everyone" on public.search_vectors for select to anon
  using (audience = 'everyone' and published_at <= now());
drop policy if exists "members find what is for everyone" on public.search_vectors;
create policy "members find what is for everyone" on public.search_vectors for select to authenticated
  using (audience = 'everyone' and published_at <= now()
    and (author_id not in (select app.hidden_member_ids())) is not false);
drop policy if exists "members find what is for them" on public.search_vectors;
create policy "members find what is for them" on public.search_vectors for select to authenticated
  using (published_at <= now() and audience = any ((select app.my_audiences())::text[])
    and (platform is null or platform = any ((select app.my_platforms())::text[]))
    and (author_id not in (select app.hidden_member_ids())) is not false);

-- Searching --------------------------------------------------------------------------------------

create or replace function app.search_candidates(
  terms tsquery, authors uuid[], tags text[], platforms text[], sections text[], types text[],
  since timestamptz, before timestamptz, as_of timestamptz, most integer
) returns setof public.search_vectors
language plpgsql stable security definer set search_path = ''
-- Each row that is looked at costs the unpacking of its words: a plan that reads fewer is worth more.
set random_page_cost = 1.1
set cpu_operator_cost = 0.02 as $$
begin
  -- Below row level security a text index cannot be used; hence a function that asks for the rights
  -- itself. Run as text, so that the plan knows how rare the words are: rare ones come from the text
  -- index, frequent ones from the newest on, until there are enough.
  return query execute
    'select s.* from public.search_vectors s where s.published_at <= least($9, now())'
    || case when numnode(terms) > 0 then ' and s.search_vector @@ $1' else '' end
    || case when authors is not null then ' and s.author_id = any ($2)' else '' end
    || case when tags is not null then ' and s.tags @> $3' else '' end
    || case when platforms is not null then ' and s.platform = any ($4)' else '' end
    || case when sections is not null then ' and s.metadata ->> ''section'' = any ($5)' else '' end
    || case when types is not null then ' and s.content_type = any ($6)' else '' end
    || case when since is not null then ' and s.published_at >= $7' else '' end
    || case when before is not null then ' and s.published_at < $8' else '' end
    || ' and (s.audience = ''everyone'' or (s.audience = any ($10) and (s.platform is null or s.platform = any ($11))))
         and (s.author_id is null or s.author_id <> all ($12))
         order by s.published_at desc, s.id desc limit $13'
  using terms, authors, tags, platforms, sections, types, since, before, as_of,
    app.my_audiences(), app.my_platforms(), array(select app.hidden_member_ids()), least(most, 1000);
end
$$;
comment on function app.search_candidates(tsquery, uuid[], text[], text[], text[], text[], timestamptz, timestamptz, timestamptz, integer) is 'What the caller may see of what fits, newest first, at most 1,000. Internal to the functions below.';
revoke execute on function app.search_candidates(tsquery, uuid[], text[], text[], text[], text[], timestamptz, timestamptz, timestamptz, integer) from public;

create or replace function app.search_things(
  words text[], phrases text[] default '{}', without text[] default '{}', typing boolean default false,
  authors uuid[] default null, tags text[] default null, platforms text[] default null,
  sections text[] default null, types text[] default null,
  since timestamptz default null, before timestamptz default null,
  as_of timestamptz default null, hits integer default 20,
  after_rank double precision default null, after_id uuid default null
) returns table (
  id uuid, content_type text, content_id uuid, title text, excerpt text, author_id uuid, platform text,
  audience text, metadata jsonb, published_at timestamptz, rank double precision, ranked_at timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
declare
  terms tsquery := app.search_terms(words, phrases, without, typing);
  moment timestamptz := coalesce(as_of, now());
  marks text := format('StartSel="%s", StopSel="%s", MaxWords=36, MinWords=16, ShortWord=2, MaxFragments=1', chr(57344), chr(57345));
begin
  return query
  with found as (
    -- Half of a hit's worth fades within about six weeks; without words only the time counts.
    select c.*, case when numnode(terms) = 0 then extract(epoch from c.published_at)::double precision
      else ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', c.search_vector, terms, 1)::double precision
        * (0.4 + 0.6 * exp(-greatest(extract(epoch from moment - c.published_at), 0)::double precision / 3888000)) end as score
    from app.search_candidates(terms, authors, tags, platforms, sections, types, since, before, moment, 1000) c
  ), page as (
    select f.* from found f
    where after_rank is null or (f.score, f.id) < (after_rank, after_id)
    order by f.score desc, f.id desc
    limit least(greatest(hits, 1), 51)
  )
  -- Marks are private-use characters, taken out of the text before; only these rows are marked.
  select p.id, p.content_type, p.content_id,
    ts_headline('app.stems', translate(p.title, chr(57344) || chr(57345), ''), terms,
      marks || ', HighlightAll=true'),
    case when numnode(terms) = 0 then left(coalesce(p.content, p.description, ''), 240)
      else ts_headline('app.stems',
        translate(left(coalesce(nullif(p.content, ''), p.description, ''), 20000), chr(57344) || chr(57345), ''), terms, marks) end,
    p.author_id, p.platform, p.audience, p.metadata, p.published_at, p.score, moment
  from page p order by p.score desc, p.id desc;
end
$$;
comment on function app.search_things(text[], text[], text[], boolean, uuid[], text[], text[], text[], text[], timestamptz, timestamptz, timestamptz, integer, double precision, uuid) is 'Hits that the caller may see, best first, out of the newest 1,000 that fit; a page is at most 51. Matches are marked with U+E000 and U+E001. Next page: ranked_at of the page before as as_of, with rank and id of its last hit.';

create or replace function app.search_counts(
  words text[], phrases text[] default '{}', without text[] default '{}', typing boolean default false,
  authors uuid[] default null, tags text[] default null, platforms text[] default null,
  sections text[] default null, types text[] default null,
  since timestamptz default null, before timestamptz default null, most integer default 100
) returns table (content_type text, hits bigint)
language sql stable security definer set search_path = '' as $$
  select k.name, (select count(*) from app.search_candidates(app.search_terms(words, phrases, without, typing),
    authors, tags, platforms, sections, array[k.name], since, before, now(), most))
  from unnest(types) as k (name)
$$;
comment on function app.search_counts(text[], text[], text[], boolean, uuid[], text[], text[], text[], text[], timestamptz, timestamptz, integer) is 'How many hits of each kind the caller may see, counted up to "most".';

create or replace function app.search_members(name text, hits integer default 20, alike boolean default true) returns table (
  id uuid, full_name text, avatar_url text, bio text, platforms text[], score real
)
language plpgsql stable security definer set search_path = ''
set pg_trgm.word_similarity_threshold = '0.45' as $$
declare
  asked text := btrim(regexp_replace(app.folded(name), '\s+', ' ', 'g'));
  patterns text[] := array(select '% ' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%'
    from regexp_split_to_table(asked, ' ') as w where w <> '');
  open_to text[] := app.my_platforms();
  staff boolean := app.has_permission('users:profiles:view');
  caller uuid := auth.uid();
  hidden uuid[] := array(select app.hidden_member_ids());
begin
  if caller is null or cardinality(patterns) = 0 then
    return;
  end if;
  return query
    select c.id, c.full_name, c.avatar_url, c.bio, c.platforms,
      case when app.folded(c.full_name) like regexp_replace(asked, '([\\%_])', '\\\1', 'g') || '%' then 2::real else 1::real end
    from public.member_cards c
    where (' ' || app.folded(c.full_name)) like all (patterns)
      and (c.id = caller or c.public_profile or c.platforms && open_to or staff) and c.id <> all (hidden)
    order by 6 desc, c.full_name, c.id
    limit least(greatest(hits, 1), 51);
  -- A slip of three letters is no slip; four and more may be mended.
  if found or not alike or char_length(asked) < 4 then
    return;
  end if;
  return query
    select c.id, c.full_name, c.avatar_url, c.bio, c.platforms,
      extensions.word_similarity(asked, ' ' || app.folded(c.full_name))
    from public.member_cards c
    where asked operator(extensions.<%) (' ' || app.folded(c.full_name))
      and (c.id = caller or c.public_profile or c.platforms && open_to or staff) and c.id <> all (hidden)
    order by 6 desc, c.full_name, c.id
    limit least(greatest(hits, 1), 51);
end
$$;
comment on function app.search_members(text, integer, boolean) is 'Members whom the caller may see with a name that has these words or beginnings, else, if wanted, names that look alike; at most 51.';

create or replace function app.search_corrections(words text[]) returns table (asked text, word text, likeness real)
language sql stable security definer set search_path = ''
set pg_trgm.similarity_threshold = '0.2' as $$
  select a.asked, c.word, c.likeness
  from (select distinct w as asked, app.folded(w) as folded from unnest(words[1:12]) as w) a
  cross join lateral (
    (select v.word, extensions.similarity(v.word, a.folded) as likeness
      from app.search_words v
      where v.word operator(extensions.%) a.folded and v.word <> a.folded
        and abs(char_length(v.word) - char_length(a.folded)) <= 2
      order by 2 desc, 1 limit 24)
    union
    -- Two swapped letters leave a short word hardly a triple in common.
    select v.word, extensions.similarity(v.word, a.folded)
    from generate_series(1, char_length(a.folded) - 1) as i (place)
    join app.search_words v on v.word = left(a.folded, i.place - 1) || substr(a.folded, i.place + 1, 1)
      || substr(a.folded, i.place, 1) || substr(a.folded, i.place + 2)
    where v.word <> a.folded
  ) c
  where char_length(a.folded) between 3 and 40
$$;
comment on function app.search_corrections(text[]) is 'Words of the vocabulary that look like the given ones. For the service: what is shown of it must have been found by the asker.';

create or replace function app.suggest_searches(typed text, app_slug text, hits integer default 8)
returns table (query text, source text)
language plpgsql stable security definer set search_path = '' as $$
declare
  start_of text := regexp_replace(lower(btrim(typed)), '([\\%_])', '\\\1', 'g') || '%';
begin
  return query
  with offered as (
    select r.query, 'recent'::text as source, 0 as place, extract(epoch from r.last)::double precision as weight from (
      select lower(btrim(a.query)) as query, max(a.created_at) as last
      from public.search_analytics a
      where a.user_id = auth.uid() and lower(a.query) like start_of
      group by 1 order by 2 desc limit 4
    ) r
    union all
    (select s.suggestion, 'suggested', 1, s.weight::double precision from public.search_suggestions s
      where s.trigger_term like start_of order by s.weight desc, s.suggestion limit 8)
    union all
    (select p.query, 'popular', 2, p.total_searches::double precision from public.popular_searches p
      where p.query like start_of and (p.platform is null or p.platform = app_slug)
      order by p.total_searches desc, p.query limit 8)
  ), once as (
    select distinct on (lower(o.query)) o.* from offered o order by lower(o.query), o.place
  )
  -- What others asked is offered only where it leads to something that the caller may see.
  select o.query, o.source from once o
  where o.source = 'recent' or exists (select from app.search_candidates(
    app.search_terms(regexp_split_to_array(btrim(o.query), '\s+'), '{}', '{}', false),
    null, null, null, null, null, null, null, now(), 1))
  order by o.place, o.weight desc, o.query
  limit least(greatest(hits, 1), 20);
end
$$;
comment on function app.suggest_searches(text, text, integer) is 'What to offer while somebody types: own searches, chosen and learned suggestions, frequent searches of an app.';

create or replace function app.forget_my_searches(query text default null) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  forgotten integer;
begin
  -- The searches stay for the figures, without the member and without what was opened.
  update public.search_analytics a set user_id = null, session_id = null, selected_result = null
  where a.user_id = auth.uid() and (forget_my_searches.query is null or lower(btrim(a.query)) = lower(btrim(forget_my_searches.query)));
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;
comment on function app.forget_my_searches(text) is 'Cuts the caller''s searches, or those with these words, off from the caller. Gives their number.';

create or replace function app.search_content(
  query text, platforms text[] default null, types text[] default null, hits integer default 20,
  after_rank real default null, after_id uuid default null
) returns table (
  id uuid, content_type text, content_id uuid, title text, description text, excerpt text,
  metadata jsonb, platform text, rank real
)
language sql stable security definer set search_path = '' as $$
  with asked as (
    select websearch_to_tsquery('app.stems'::regconfig, $1)
        || websearch_to_tsquery('app.words'::regconfig, $1) as words
  ), found as (
    select s.id, s.content_type, s.content_id, s.title, s.description, s.content, s.metadata, s.platform,
      ts_rank_cd(s.search_vector, a.words, 32) as rank, a.words
    from public.search_vectors s, asked a
    where s.search_vector @@ a.words and s.published_at <= now()
      and (s.author_id not in (select app.hidden_member_ids())) is not false
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
    ts_headline('app.stems'::regconfig, left(coalesce(p.content, p.description, p.title, ''), 20000), p.words,
      'StartSel="", StopSel="", MaxWords=30, MinWords=12, MaxFragments=1'),
    p.metadata, p.platform, p.rank
  from page p order by p.rank desc, p.id desc
$$;

revoke execute on function
  app.search_terms(text[], text[], text[], boolean),
  app.search_labels(text, jsonb),
  app.learn_words(),
  app.search_things(text[], text[], text[], boolean, uuid[], text[], text[], text[], text[], timestamptz, timestamptz, timestamptz, integer, double precision, uuid),
  app.search_counts(text[], text[], text[], boolean, uuid[], text[], text[], text[], text[], timestamptz, timestamptz, integer),
  app.search_members(text, integer, boolean),
  app.search_corrections(text[]),
  app.suggest_searches(text, text, integer),
  app.forget_my_searches(text)
from public;
grant execute on function
  app.search_things(text[], text[], text[], boolean, uuid[], text[], text[], text[], text[], timestamptz, timestamptz, timestamptz, integer, double precision, uuid),
  app.search_counts(text[], text[], text[], boolean, uuid[], text[], text[], text[], text[], timestamptz, timestamptz, integer),
  app.search_members(text, integer, boolean),
  app.suggest_searches(text, text, integer),
  app.forget_my_searches(text)
to authenticated, service_role;
grant execute on function app.search_corrections(text[]) to service_role;

-- What is asked often ----------------------------------------------------------------------------

alter table public.search_suggestions add column if not exists source text not null default 'curated';
alter table public.search_suggestions drop constraint if exists search_suggestions_source_check;
alter table public.search_suggestions add constraint search_suggestions_source_check check (source in ('curated', 'learned'));
comment on column public.search_suggestions.source is 'Ours: curated by editors, or learned from searches of at least five members.';
comment on table public.popular_searches is 'What is asked often, by app; rolled up from single searches of the last month. Holds only what at least five members asked.';

create or replace function app.roll_up_searches() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  kept integer;
begin
  -- One at a time; who comes second has nothing to do.
  if not pg_try_advisory_xact_lock(hashtextextended('search:roll-up', 0)) then
    return 0;
  end if;
  -- A rare query may hold something private: fewer than five members never make one popular, and
  -- neither do addresses, long numbers and names of members.
  with asked as (
    select lower(regexp_replace(btrim(a.query), '\s+', ' ', 'g')) as query, a.platform,
      count(*)::integer as total, count(*) filter (where a.selected_result is not null)::integer as opened,
      count(distinct a.user_id) as members, max(a.created_at) as last
    from public.search_analytics a
    where a.created_at > now() - interval '30 days' and a.user_id is not null and a.platform is not null
      and a.results_count > 0
      and char_length(a.query) between 2 and 60 and a.query !~* '(from:|@|[0-9]{5})'
    group by grouping sets ((1, 2), (1))
    having count(distinct a.user_id) >= 5
  ), made_popular as (
    insert into public.popular_searches as p (query, total_searches, successful_searches, last_used_at, platform)
    select k.query, k.total, k.opened, k.last, k.platform from asked k
    on conflict on constraint popular_searches_query_platform_key do update set
      total_searches = excluded.total_searches, successful_searches = excluded.successful_searches,
      last_used_at = excluded.last_used_at
  ), not_popular as (
    delete from public.popular_searches p where not exists (
      select from asked k where k.query = p.query and k.platform is not distinct from p.platform)
  ), learned as (
    insert into public.search_suggestions as s (trigger_term, suggestion, weight, source)
    select k.query, k.query, round(ln(k.members)::numeric, 3), 'learned' from asked k
    where k.platform is null and k.opened > 0
    on conflict on constraint search_suggestions_trigger_term_suggestion_key do update set weight = excluded.weight
      where s.source = 'learned'
  ), unlearned as (
    delete from public.search_suggestions s where s.source = 'learned' and not exists (
      select from asked k where k.query = s.suggestion and k.platform is null and k.opened > 0)
  )
  select count(*) into kept from asked;
  return kept;
end
$$;
comment on function app.roll_up_searches() is 'Rewrites what is asked often and what was learned from it, from the searches of the last 30 days. Gives the number of rows. For a job.';
revoke execute on function app.roll_up_searches() from public;
grant execute on function app.roll_up_searches() to service_role;

insert into public.schema_version (version, name) values (18, '20261122160000_search_finding')
on conflict do nothing;
