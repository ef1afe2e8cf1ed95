-- What a profile says of followers and of blocks without showing whose they are.
set search_path = public, extensions;

create or replace function app.follower_count(member uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select count(*)::int from public.user_connections f
    where f.connected_user_id = follower_count.member and f.status = 'active'
  $$;
comment on function app.follower_count(uuid) is 'How many members follow this one; who they are stays between them.';

create or replace function app.blocked_by(member uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.member_blocks b
      where b.user_id = blocked_by.member and b.blocked_user_id = (select auth.uid()) and b.kind = 'block')
  $$;
comment on function app.blocked_by(uuid) is 'Whether this member has blocked the caller; for hiding the one from the other.';
revoke execute on function app.follower_count(uuid), app.blocked_by(uuid) from public;
grant execute on function app.follower_count(uuid), app.blocked_by(uuid) to authenticated, service_role;

insert into schema_version (version, name)
select max(version) + 1, '20261122171900_community_followers' from schema_version
on conflict do nothing;
