-- Searching costs the same whether the planner guesses right how frequent a word is or not.
set search_path = public, extensions;

create or replace function app.search_candidates(
  terms tsquery, authors uuid[], tags text[], platforms text[], sections text[], types text[],
  since timestamptz, before timestamptz, as_of timestamptz, most integer
) returns setof public.search_vectors
language plpgsql stable security definer set search_path = ''
-- Each row that is looked at costs the unpacking of its words: a plan that reads fewer is worth more.
set random_page_cost = 1.1
set cpu_operator_cost = 0.02 as $$
declare
  fits text := ' s.published_at <= least($9, now())'
    || case when numnode(terms) > 0 then ' and s.search_vector @@ $1' else '' end
    || case when authors is not null then ' and s.author_id = any ($2)' else '' end
    || case when tags is not null then ' and s.tags @> $3' else '' end
    || case when platforms is not null then ' and s.platform = any ($4)' else '' end
    || case when sections is not null then ' and s.metadata ->> ''section'' = any ($5)' else '' end
    || case when types is not null then ' and s.content_type = any ($6)' else '' end
    || case when since is not null then ' and s.published_at >= $7' else '' end
    || case when before is not null then ' and s.published_at < $8' else '' end
    || ' and (s.audience = ''everyone'' or (s.audience = any ($10) and (s.platform is null or s.platform = any ($11))))
         and (s.author_id is null or s.author_id <> all ($12))';
  audiences text[] := app.my_audiences();
  open_to text[] := app.my_platforms();
  hidden uuid[] := array(select app.hidden_member_ids());
  dense boolean := true;
begin
  -- Below row level security a text index cannot be used; hence a function that asks for the rights
  -- itself. How frequent the words are is looked up among the newest thousand: frequent ones are then
  -- read from the newest on until there are enough, rare ones come from the text index alone. Left to
  -- its estimate, the planner would read the whole table for words that are rarer than it believes.
  if numnode(terms) > 0 then
    execute 'select count(*) >= 25 from (
        select n.* from public.search_vectors n where n.published_at <= least($9, now())
        order by n.published_at desc, n.id desc limit 1000) s where' || fits
      into dense
      using terms, authors, tags, platforms, sections, types, since, before, as_of, audiences, open_to, hidden;
  end if;
  return query execute case when dense
    then 'select s.* from public.search_vectors s where' || fits
      || ' order by s.published_at desc, s.id desc limit $13'
    else 'select v.* from (
        select f.id from (select s.id, s.published_at from public.search_vectors s where' || fits || ' offset 0) f
        order by f.published_at desc, f.id desc limit $13) n
      join public.search_vectors v on v.id = n.id order by v.published_at desc, v.id desc' end
  using terms, authors, tags, platforms, sections, types, since, before, as_of,
    audiences, open_to, hidden, least(most, 1000);
end
$$;

insert into public.schema_version (version, name)
select max(version) + 1, '20261122174500_search_bounded' from public.schema_version
on conflict do nothing;
