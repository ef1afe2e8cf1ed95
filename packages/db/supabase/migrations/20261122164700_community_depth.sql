-- Threads of comments, reactions by kind, previews of links, pictures in posts and comments, mentions.
set search_path = public, extensions;

-- Comments as threads -------------------------------------------------------------------------------

alter table post_comments
  add column if not exists thread_key text collate "C" not null default '',
  add column if not exists depth smallint not null default 0;
comment on column post_comments.thread_key is 'Ours: place in the threads of its post: one part of 22 characters for each level, time and beginning of the key; sorted by it, answers stand under what they answer.';
comment on column post_comments.depth is 'Ours: level in its thread, 0 at the top; what would stand deeper than 8 stands at 8.';

create or replace function app.thread_part(at timestamptz, id uuid) returns text
  language sql immutable set search_path = ''
  as $$
    select lpad(to_hex((extract(epoch from thread_part.at) * 1000000)::bigint), 14, '0')
      || left(replace(thread_part.id::text, '-', ''), 8)
  $$;
comment on function app.thread_part(timestamptz, uuid) is 'One level of a thread key: microseconds as 14 hexadecimal digits, then 8 of the key.';

create or replace function app.guard_comment() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    caller uuid := auth.uid();
    answered record;
  begin
    if tg_op = 'INSERT' then
      new.depth := 0;
      new.thread_key := app.thread_part(new.created_at, new.id);
      if new.parent_id is not null then
        select p.thread_key, p.depth into answered from public.post_comments p
          where p.id = new.parent_id and p.post_id = new.post_id;
        if answered is null then
          raise exception 'the answered comment belongs to another post' using errcode = 'foreign_key_violation';
        end if;
        new.depth := least(answered.depth + 1, 8);
        new.thread_key := left(answered.thread_key, new.depth * 22) || new.thread_key;
      end if;
      return new;
    end if;
    if current_user = 'authenticated' then
      if old.author_id is distinct from caller and new.content is distinct from old.content then
        raise exception 'only the author edits a comment' using errcode = 'insufficient_privilege';
      end if;
      if new.deleted_at is distinct from old.deleted_at or new.deleted_by is distinct from old.deleted_by then
        if old.deleted_at is not null and old.deleted_by is distinct from caller and not app.is_moderator() then
          raise exception 'only a moderator restores what another removed' using errcode = 'insufficient_privilege';
        end if;
        new.deleted_by := case when new.deleted_at is null then null else caller end;
      end if;
    end if;
    if new.content is distinct from old.content then
      new.edited_at := now();
    end if;
    new.updated_at := now();
    return new;
  end $$;

alter table post_comments disable trigger post_comments_guard;
with recursive placed as (
  select c.id, app.thread_part(c.created_at, c.id) as thread_key, 0 as depth
  from post_comments c where c.parent_id is null
  union all
  select c.id, left(p.thread_key, least(p.depth + 1, 8) * 22) || app.thread_part(c.created_at, c.id), least(p.depth + 1, 8)
  from post_comments c join placed p on p.id = c.parent_id
)
update post_comments c set thread_key = p.thread_key, depth = p.depth from placed p where p.id = c.id;
alter table post_comments enable trigger post_comments_guard;
alter table post_comments alter column thread_key drop default;
create index if not exists post_comments_thread_idx on post_comments (post_id, thread_key);

-- Posts: reactions by kind, the first link, when a scheduled one was let out ------------------------

alter table posts
  add column if not exists reaction_counts jsonb not null default '{}',
  add column if not exists link_url text,
  add column if not exists released_at timestamptz;
comment on column posts.reaction_counts is 'Ours: number of reactions of each kind, kept by a trigger.';
comment on column posts.link_url is 'Ours: first web address in the text, kept by a trigger; its preview is shown.';
comment on column posts.released_at is 'Ours: when a scheduled post was rewarded and told of after it had appeared.';
create index if not exists posts_link_url_idx on posts (link_url) where link_url is not null;
create index if not exists posts_to_release_idx on posts (publish_at) where publish_at is not null and released_at is null;

create or replace function app.find_post_link() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    found_url text := rtrim(substring(new.content from 'https?://[^\s<>()\[\]"''`\\]+'), '.,;:!?*_~|');
  begin
    new.link_url := case when octet_length(found_url) <= 1000 then found_url end;
    return new;
  end $$;
comment on function app.find_post_link() is 'Notes the first web address of a post.';
create or replace trigger posts_find_link before insert or update of content on posts
  for each row execute function app.find_post_link();

create or replace function app.count_engagement() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    changed record := case when tg_op = 'DELETE' then old else new end;
    kind text := to_jsonb(changed) ->> 'reaction_type';
    step integer := 0;
  begin
    if tg_table_name = 'post_comments' then
      if tg_op <> 'DELETE' and new.deleted_at is null then step := step + 1; end if;
      if tg_op <> 'INSERT' and old.deleted_at is null then step := step - 1; end if;
    else
      step := case when tg_op = 'INSERT' then 1 else -1 end;
    end if;
    if step <> 0 then
      update public.posts set
        like_count = like_count + case when tg_table_name = 'post_likes' then step else 0 end,
        reaction_count = reaction_count + case when kind is not null then step else 0 end,
        reaction_counts = case when kind is null then reaction_counts
          else reaction_counts || jsonb_build_object(kind, coalesce((reaction_counts ->> kind)::integer, 0) + step) end,
        comment_count = comment_count + case when tg_table_name = 'post_comments' then step else 0 end,
        engagement_count = engagement_count + step
      where id = changed.post_id;
    end if;
    return null;
  end $$;

update posts p set reaction_counts = r.counts from (
  select post_id, jsonb_object_agg(reaction_type, n) as counts
  from (select post_id, reaction_type, count(*) as n from post_reactions group by 1, 2) g group by 1
) r where r.post_id = p.id;

alter table post_drafts add column if not exists poll jsonb;
comment on column post_drafts.poll is 'Ours: question, choices and rules of a poll so far.';
alter table post_drafts drop constraint if exists post_drafts_poll_check;
alter table post_drafts add constraint post_drafts_poll_check check (pg_column_size(poll) <= 8192);
grant insert (poll), update (poll) on post_drafts to authenticated;

-- Previews of links ---------------------------------------------------------------------------------

create table if not exists link_previews (
  id uuid primary key default gen_random_uuid(),
  url text not null,
  title text,
  description text,
  site_name text,
  fetched_at timestamptz not null default now(),
  constraint link_previews_url_key unique (url),
  constraint link_previews_url_check check (octet_length(url) <= 1000 and url ~ '^https?://'),
  constraint link_previews_title_check check (char_length(title) <= 300),
  constraint link_previews_description_check check (char_length(description) <= 500),
  constraint link_previews_site_name_check check (char_length(site_name) <= 120)
);
comment on table link_previews is 'Ours: what pages behind links in posts say of themselves, fetched by the server and kept for a while.';
comment on column link_previews.id is 'Key of the preview.';
comment on column link_previews.url is 'Address as it stands in the post.';
comment on column link_previews.title is 'Title of the page; empty when it gave none or could not be fetched.';
comment on column link_previews.description is 'Description of the page, if it has one.';
comment on column link_previews.site_name is 'Name of the site, if it says one.';
comment on column link_previews.fetched_at is 'When the page was asked.';
alter table link_previews enable row level security;
alter table link_previews force row level security;
revoke all on link_previews from anon, authenticated;
grant all on link_previews to service_role;
grant select on link_previews to authenticated;
drop policy if exists "members read previews of links in posts they see" on link_previews;
create policy "members read previews of links in posts they see" on link_previews for select to authenticated
  using (exists (select 1 from posts p where p.link_url = url));

-- Pictures: seen by whoever sees the post or comment of the same author -----------------------------

create or replace function app.as_uuid(value text) returns uuid
  language sql immutable set search_path = ''
  as $$ select case when value ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then value::uuid end $$;
comment on function app.as_uuid(text) is 'The text as a uuid; null when it is none.';
grant execute on function app.as_uuid(text) to anon, authenticated, service_role;

drop policy if exists "visitors read pictures in posts they see" on file_uploads;
create policy "visitors read pictures in posts they see" on file_uploads for select to anon
  using ((resource_type = 'post' and exists (
      select 1 from posts p where p.id = app.as_uuid(resource_id) and p.author_id = file_uploads.user_id))
    or (resource_type = 'post_comment' and exists (
      select 1 from post_comments c where c.id = app.as_uuid(resource_id) and c.author_id = file_uploads.user_id)));
drop policy if exists "members read pictures in posts and comments they see" on file_uploads;
create policy "members read pictures in posts and comments they see" on file_uploads for select to authenticated
  using ((resource_type = 'post' and exists (
      select 1 from posts p where p.id = app.as_uuid(resource_id) and p.author_id = file_uploads.user_id and p.deleted_at is null))
    or (resource_type = 'post_comment' and exists (
      select 1 from post_comments c where c.id = app.as_uuid(resource_id) and c.author_id = file_uploads.user_id and c.deleted_at is null)));

-- Mentions ------------------------------------------------------------------------------------------

create or replace function app.mentionable_members(name text, audience text, hits integer default 8)
  returns table (id uuid, full_name text, avatar_url text)
  language sql stable security definer set search_path = ''
  as $$
    select m.id, m.full_name, m.avatar_url
    from app.search_members(mentionable_members.name, 51, false) m
    join public.profiles p on p.id = m.id
    where m.id <> (select auth.uid()) and m.full_name ~ '\S'
      and (mentionable_members.audience = 'public'
        or (mentionable_members.audience in ('premium', 'superachiever') and (p.is_guardian
          or (p.subscription_status in ('active', 'trialing')
            and (p.subscription_period_end is null or p.subscription_period_end > now())
            and (p.subscription_tier = 'superachiever' or p.subscription_tier = mentionable_members.audience)))))
    order by m.score desc, m.full_name, m.id
    limit least(greatest(mentionable_members.hits, 1), 20)
  $$;
comment on function app.mentionable_members(text, text, integer) is 'Members with such a name whom the caller may see and who may read what is written for this audience; at most 20.';
revoke execute on function app.mentionable_members(text, text, integer) from public;
grant execute on function app.mentionable_members(text, text, integer) to authenticated, service_role;

insert into schema_version (version, name)
select max(version) + 1, '20261122164700_community_depth' from schema_version
on conflict do nothing;
