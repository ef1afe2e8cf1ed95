-- Mutes that hold everywhere, a directory that members may leave, privacy that others' reads honour.
set search_path = public, extensions;

create or replace function app.hidden_member_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select blocked_user_id from public.member_blocks where user_id = (select auth.uid())
    union
    select user_id from public.member_blocks where blocked_user_id = (select auth.uid()) and kind = 'block'
  $$;
comment on function app.hidden_member_ids() is 'Members whom the caller has blocked or muted, or who have blocked the caller: the caller reads nothing of them.';

create or replace function app.blocked_member_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select blocked_user_id from public.member_blocks where user_id = (select auth.uid()) and kind = 'block'
    union
    select user_id from public.member_blocks where blocked_user_id = (select auth.uid()) and kind = 'block'
  $$;
comment on function app.blocked_member_ids() is 'Members between whom and the caller a block stands, whoever set it.';
revoke execute on function app.blocked_member_ids() from public;
grant execute on function app.blocked_member_ids() to authenticated, service_role;

-- Who mutes a member may still follow and write to them; only a block forbids it.
drop policy if exists "members follow those who have not blocked them" on user_connections;
create policy "members follow those who have not blocked them" on user_connections for insert to authenticated
  with check (user_id = (select auth.uid()) and connected_user_id not in (select app.blocked_member_ids()));
drop policy if exists "members write to those who have not blocked them" on communications;
create policy "members write to those who have not blocked them" on communications for insert to authenticated
  with check (sender_id = (select auth.uid()) and receiver_id not in (select app.blocked_member_ids())
    and app.shares_platform(receiver_id));

create or replace function app.end_follows_of_block() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    delete from public.user_connections
    where (user_id = new.user_id and connected_user_id = new.blocked_user_id)
      or (user_id = new.blocked_user_id and connected_user_id = new.user_id);
    return null;
  end $$;
comment on function app.end_follows_of_block() is 'A block ends following in both directions.';
create or replace trigger member_blocks_end_follows after insert or update of kind on member_blocks
  for each row when (new.kind = 'block') execute function app.end_follows_of_block();

-- Privacy, as far as others have to know it -----------------------------------------------------------

alter table privacy_settings add column if not exists show_in_directory boolean not null default true;
comment on column privacy_settings.show_in_directory is 'Listed in the directory of members of shared platforms.';
grant update (show_in_directory) on privacy_settings to authenticated;

alter table member_cards
  add column if not exists listed boolean not null default true,
  add column if not exists show_achievements boolean not null default true,
  add column if not exists show_activity boolean not null default true;
comment on column member_cards.listed is 'Stands in the directory of members.';
comment on column member_cards.show_achievements is 'Others may see badges and achievements.';
comment on column member_cards.show_activity is 'Others may see what the member did and wrote, gathered in one place.';

create or replace function app.write_member_card() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  member uuid := case when tg_table_name = 'profiles' then (to_jsonb(new) ->> 'id')::uuid
    else (to_jsonb(new) ->> 'user_id')::uuid end;
begin
  insert into public.member_cards as c (id, full_name, avatar_url, bio, is_ascender, is_neothinker,
    is_immortal, is_guardian, platforms, public_profile, joined_at, listed, show_achievements, show_activity)
  select p.id, p.full_name, p.avatar_url, p.bio, p.is_ascender, p.is_neothinker,
    p.is_immortal, p.is_guardian, p.platforms, coalesce(s.public_profile, false), p.created_at,
    coalesce(s.show_in_directory, true), coalesce(s.show_achievements, true), coalesce(s.show_activity, true)
  from public.profiles p left join public.privacy_settings s on s.user_id = p.id
  where p.id = member
  on conflict (id) do update set full_name = excluded.full_name, avatar_url = excluded.avatar_url,
    bio = excluded.bio, is_ascender = excluded.is_ascender, is_neothinker = excluded.is_neothinker,
    is_immortal = excluded.is_immortal, is_guardian = excluded.is_guardian, platforms = excluded.platforms,
    public_profile = excluded.public_profile, listed = excluded.listed,
    show_achievements = excluded.show_achievements, show_activity = excluded.show_activity, updated_at = now();
  return null;
end
$$;
create or replace trigger privacy_settings_write_card
  after insert or update of public_profile, show_in_directory, show_achievements, show_activity on privacy_settings
  for each row execute function app.write_member_card();
update member_cards c set listed = s.show_in_directory, show_achievements = s.show_achievements, show_activity = s.show_activity
  from privacy_settings s
  where s.user_id = c.id and (not s.show_in_directory or not s.show_achievements or not s.show_activity);
create index if not exists member_cards_directory_idx on member_cards (joined_at desc, id desc) where listed;

-- Badges of members who keep them to themselves are read by their holders alone.
drop policy if exists "members read badges that are held" on user_badges;
create policy "members read badges that are held" on user_badges for select to authenticated
  using (user_id = (select auth.uid()) or (revoked_at is null and not exists (
    select from member_cards c where c.id = user_id and not c.show_achievements)));

create or replace function app.member_merits(member uuid)
  returns table (kind text, id uuid, name text, description text, earned_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select m.kind, m.id, m.name, m.description, m.earned_at from (
      select 'badge' as kind, b.id, b.name, b.description, u.earned_at
      from public.user_badges u join public.badges b on b.id = u.badge_id
      where u.user_id = member_merits.member and u.revoked_at is null
      union all
      select 'achievement', a.id, a.title, a.description, u.achieved_at
      from public.user_achievements u join public.achievements a on a.id = u.achievement_id
      where u.user_id = member_merits.member
    ) m
    where member_merits.member = (select auth.uid()) or exists (
      select from public.member_cards c
      where c.id = member_merits.member and c.show_achievements
        and (c.public_profile or c.platforms && app.my_platforms())
        and c.id not in (select app.blocked_member_ids()))
    order by m.earned_at desc, m.id
    limit 60
  $$;
comment on function app.member_merits(uuid) is 'Badges and achievements of a member, as far as the caller may see them; at most 60, newest first.';
revoke execute on function app.member_merits(uuid) from public;
grant execute on function app.member_merits(uuid) to authenticated, service_role;

create or replace function app.mentionable_members(name text, audience text, hits integer default 8)
  returns table (id uuid, full_name text, avatar_url text)
  language sql stable security definer set search_path = ''
  as $$
    select m.id, m.full_name, m.avatar_url
    from app.search_members(mentionable_members.name, 51, false) m
    join public.profiles p on p.id = m.id
    where m.id <> (select auth.uid()) and m.full_name ~ '\S'
      and not exists (select from public.privacy_settings s where s.user_id = m.id and not s.allow_mentions)
      and (mentionable_members.audience = 'public'
        or (mentionable_members.audience in ('premium', 'superachiever') and (p.is_guardian
          or (p.subscription_status in ('active', 'trialing')
            and (p.subscription_period_end is null or p.subscription_period_end > now())
            and (p.subscription_tier = 'superachiever' or p.subscription_tier = mentionable_members.audience)))))
    order by m.score desc, m.full_name, m.id
    limit least(greatest(mentionable_members.hits, 1), 20)
  $$;
comment on function app.mentionable_members(text, text, integer) is 'Members with such a name who may be named, whom the caller may see and who may read what is written for this audience; at most 20.';

create or replace function app.refuse_unwanted_mention() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if exists (select from public.privacy_settings s where s.user_id = new.mentioned_user_id and not s.allow_mentions) then
      return null;
    end if;
    return new;
  end $$;
comment on function app.refuse_unwanted_mention() is 'Drops mentions of members who do not want to be named.';
create or replace trigger user_mentions_wanted before insert on user_mentions
  for each row execute function app.refuse_unwanted_mention();

insert into schema_version (version, name)
select max(version) + 1, '20261122171500_community_members' from schema_version
on conflict do nothing;
