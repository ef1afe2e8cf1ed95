-- Members by name: through the index also when many words are asked, and bounded for what thousands share.
set search_path = public, extensions;
create or replace function app.search_members(name text, hits integer default 20, alike boolean default true) returns table (
  id uuid, full_name text, avatar_url text, bio text, platforms text[], score real
)
language plpgsql stable security definer set search_path = ''
set pg_trgm.word_similarity_threshold = '0.45' as $$
declare
  asked text := btrim(regexp_replace(app.folded(name), '\s+', ' ', 'g'));
  patterns text[] := array(select '% ' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%'
    from regexp_split_to_table(asked, ' ') as w where w <> '' order by char_length(w) desc);
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
    from (
      select m.id, m.full_name, m.avatar_url, m.bio, m.platforms from public.member_cards m
      -- The longest word comes through the index, which takes no list of patterns; the others are checked.
      where (' ' || app.folded(m.full_name)) like patterns[1] and (' ' || app.folded(m.full_name)) like all (patterns)
        and (m.id = caller or m.public_profile or m.platforms && open_to or staff) and m.id <> all (hidden)
      -- Of a beginning that thousands share no list is of use; sorting them all would only cost.
      limit 500
    ) c
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

insert into public.schema_version (version, name)
select max(version) + 1, '20261122171700_search_members' from public.schema_version
on conflict do nothing;
