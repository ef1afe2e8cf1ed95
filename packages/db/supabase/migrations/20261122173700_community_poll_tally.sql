-- A vote holds a key lock on its poll already: a full lock on top of it let two voters wait for each other.
set search_path = public, extensions;

create or replace function app.tally_poll() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    changed record := case when tg_op = 'DELETE' then old else new end;
  begin
    perform from public.polls where id = changed.poll_id for no key update;
    update public.polls p set tally = (
      select array_agg((select count(*) from public.poll_votes v where v.poll_id = p.id and n = any (v.choices))::integer order by n)
      from generate_series(1, cardinality(p.choices)) n
    ) where p.id = changed.poll_id;
    return null;
  end $$;

insert into schema_version (version, name)
select max(version) + 1, '20261122173700_community_poll_tally' from schema_version
on conflict do nothing;
