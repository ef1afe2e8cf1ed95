-- The forum in depth: threads of answers, standing by votes, topics that visitors may read, five
-- levels of watching, what counts as read, and what an answer earns by votes.
set search_path = public, extensions;

-- Topics --------------------------------------------------------------------------------------------

alter table discussion_topics
  add column if not exists vote_score integer not null default 0,
  add column if not exists is_public boolean not null default false,
  add column if not exists related_concepts text[] not null default '{}';
comment on column discussion_topics.vote_score is 'Ours: votes for less votes against the answers that stand, kept by a trigger.';
comment on column discussion_topics.is_public is 'Ours: visitors may read it and its answers; chosen when it is opened.';
comment on column discussion_topics.related_concepts is 'Ours: titles of concepts that the question touches.';
alter table discussion_topics drop constraint if exists discussion_topics_related_concepts_check;
alter table discussion_topics add constraint discussion_topics_related_concepts_check check (cardinality(related_concepts) <= 5);
grant insert (is_public, related_concepts), update (is_public, related_concepts) on discussion_topics to authenticated;

create index if not exists discussion_topics_standing_idx
  on discussion_topics (tenant_slug, (is_pinned::int) desc, last_post_at desc, id desc) where deleted_at is null;
create index if not exists discussion_topics_newest_idx
  on discussion_topics (tenant_slug, created_at desc, id desc) where deleted_at is null;
create index if not exists discussion_topics_top_idx
  on discussion_topics (tenant_slug, vote_score desc, created_at desc, id desc) where deleted_at is null;
create index if not exists discussion_topics_public_idx
  on discussion_topics (tenant_slug, created_at, id) where is_public and deleted_at is null;
-- What visitors read of the feed, for its feeds of news and its map.
create index if not exists posts_public_idx
  on posts (platform, created_at, id) where visibility = 'public' and deleted_at is null;

create or replace function app.guard_topic() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    caller uuid := auth.uid();
  begin
    if new.accepted_post_id is distinct from old.accepted_post_id and new.accepted_post_id is not null and not exists (
      select from public.discussion_posts p where p.id = new.accepted_post_id and p.topic_id = new.id and p.deleted_at is null
    ) then
      raise exception 'the accepted answer belongs to another topic' using errcode = 'foreign_key_violation';
    end if;
    if current_user = 'authenticated' then
      if old.created_by is distinct from caller
        and (new.title, new.description, new.tags, new.is_public, new.related_concepts)
          is distinct from (old.title, old.description, old.tags, old.is_public, old.related_concepts) then
        raise exception 'only the asker edits a topic' using errcode = 'insufficient_privilege';
      end if;
      -- Those who answered wrote for members: nobody makes their words public afterwards.
      if new.is_public and not old.is_public and old.post_count > 0 then
        raise exception 'a topic with answers is not opened to visitors' using errcode = 'insufficient_privilege';
      end if;
      if (new.is_pinned is distinct from old.is_pinned
        or (new.status is distinct from old.status and 'archived' in (new.status, old.status))) and not app.is_moderator() then
        raise exception 'only moderators pin and archive' using errcode = 'insufficient_privilege';
      end if;
      if new.deleted_at is distinct from old.deleted_at or new.deleted_by is distinct from old.deleted_by then
        if old.deleted_at is not null and old.deleted_by is distinct from caller and not app.is_moderator() then
          raise exception 'only a moderator restores what another removed' using errcode = 'insufficient_privilege';
        end if;
        new.deleted_by := case when new.deleted_at is null then null else caller end;
      end if;
    end if;
    new.updated_at := now();
    return new;
  end $$;
comment on function app.guard_topic() is 'Keeps the rights of askers and moderators apart, and accepted answers under their topic.';
create or replace trigger discussion_topics_guard
  before update of title, description, category, tags, status, route, is_pinned, accepted_post_id, is_public, related_concepts, deleted_at, deleted_by
  on discussion_topics for each row execute function app.guard_topic();

grant select on discussion_topics to anon;
drop policy if exists "visitors read public topics" on discussion_topics;
create policy "visitors read public topics" on discussion_topics for select to anon
  using (is_public and deleted_at is null);

-- Answers as threads --------------------------------------------------------------------------------

alter table discussion_posts
  add column if not exists thread_key text collate "C" not null default '',
  add column if not exists depth smallint not null default 0;
comment on column discussion_posts.thread_key is 'Ours: place in the threads of its topic: one part of 22 characters for each level, time and beginning of the key; sorted by it, replies stand under what they answer.';
comment on column discussion_posts.depth is 'Ours: level in its thread, 0 at the top; what would stand deeper than 8 stands at 8.';
alter table discussion_posts drop constraint if exists discussion_posts_related_concepts_check;
alter table discussion_posts add constraint discussion_posts_related_concepts_check check (cardinality(related_concepts) <= 5);

create or replace function app.guard_discussion_post() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    caller uuid := auth.uid();
    answered record;
  begin
    if tg_op = 'INSERT' then
      new.tenant_slug := (select t.tenant_slug from public.discussion_topics t where t.id = new.topic_id);
      if new.tenant_slug is null then
        raise exception 'there is no such topic' using errcode = 'foreign_key_violation';
      end if;
      new.depth := 0;
      new.thread_key := app.thread_part(new.created_at, new.id);
      if new.parent_post_id is not null then
        select p.thread_key, p.depth into answered from public.discussion_posts p
          where p.id = new.parent_post_id and p.topic_id = new.topic_id;
        if answered is null then
          raise exception 'the answered post belongs to another topic' using errcode = 'foreign_key_violation';
        end if;
        new.depth := least(answered.depth + 1, 8);
        new.thread_key := left(answered.thread_key, new.depth * 22) || new.thread_key;
      end if;
      return new;
    end if;
    if current_user = 'authenticated' then
      if old.user_id is distinct from caller
        and (new.content, new.related_concepts) is distinct from (old.content, old.related_concepts) then
        raise exception 'only the author edits an answer' using errcode = 'insufficient_privilege';
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

alter table discussion_posts disable trigger discussion_posts_guard;
with recursive placed as (
  select p.id, app.thread_part(p.created_at, p.id) as thread_key, 0 as depth
  from discussion_posts p where p.parent_post_id is null
  union all
  select p.id, left(q.thread_key, least(q.depth + 1, 8) * 22) || app.thread_part(p.created_at, p.id), least(q.depth + 1, 8)
  from discussion_posts p join placed q on q.id = p.parent_post_id
)
update discussion_posts p set thread_key = q.thread_key, depth = q.depth from placed q where q.id = p.id;
alter table discussion_posts enable trigger discussion_posts_guard;
create index if not exists discussion_posts_thread_idx on discussion_posts (topic_id, thread_key);

grant select on discussion_posts to anon;
drop policy if exists "visitors read answers in public topics" on discussion_posts;
create policy "visitors read answers in public topics" on discussion_posts for select to anon
  using (deleted_at is null and exists (select 1 from discussion_topics t where t.id = topic_id));

-- Votes ---------------------------------------------------------------------------------------------

create or replace function app.count_discussion_posts() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    changed record := case when tg_op = 'DELETE' then old else new end;
    step integer := 0;
  begin
    if tg_op <> 'DELETE' and new.deleted_at is null then step := step + 1; end if;
    if tg_op <> 'INSERT' and old.deleted_at is null then step := step - 1; end if;
    update public.discussion_topics set
      post_count = post_count + step,
      vote_score = vote_score + step * (changed.upvotes - changed.downvotes),
      last_post_at = case when tg_op = 'INSERT' then greatest(last_post_at, changed.created_at) else last_post_at end
    where id = changed.topic_id;
    if step < 0 then
      update public.discussion_topics set accepted_post_id = null,
        status = case when status = 'answered' then 'active' else status end
      where id = changed.topic_id and accepted_post_id = changed.id;
    end if;
    return null;
  end $$;
comment on function app.count_discussion_posts() is 'Keeps the number of answers of a topic, their votes and the time of the last; an answer that is removed is accepted no more.';

create or replace function app.count_discussion_votes() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    changed record := case when tg_op = 'DELETE' then old else new end;
    answered uuid;
    step integer := case when tg_op <> 'DELETE' then new.value else 0 end
      - case when tg_op <> 'INSERT' then old.value else 0 end;
  begin
    update public.discussion_posts set
      upvotes = upvotes + case when tg_op <> 'DELETE' and new.value = 1 then 1 else 0 end
        - case when tg_op <> 'INSERT' and old.value = 1 then 1 else 0 end,
      downvotes = downvotes + case when tg_op <> 'DELETE' and new.value = -1 then 1 else 0 end
        - case when tg_op <> 'INSERT' and old.value = -1 then 1 else 0 end
    where id = changed.discussion_post_id
    returning case when deleted_at is null then topic_id end into answered;
    update public.discussion_topics set vote_score = vote_score + step where id = answered and step <> 0;
    return null;
  end $$;
comment on function app.count_discussion_votes() is 'Keeps the votes of a forum answer and of its topic.';
update discussion_topics t set vote_score = s.score from (
  select topic_id, sum(upvotes - downvotes) as score from discussion_posts where deleted_at is null group by topic_id
) s where s.topic_id = t.id;

-- Nobody votes on what is gone, or goes on voting where they no longer may read.
drop policy if exists "members vote on answers of others" on discussion_votes;
create policy "members vote on answers of others" on discussion_votes for insert to authenticated
  with check (user_id = (select auth.uid())
    and exists (select 1 from discussion_posts p where p.id = discussion_post_id and p.deleted_at is null
      and p.user_id is distinct from (select auth.uid())));
drop policy if exists "voters change own forum votes" on discussion_votes;
create policy "voters change own forum votes" on discussion_votes for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid())
    and exists (select 1 from discussion_posts p where p.id = discussion_post_id and p.deleted_at is null));

-- Watching and reading ------------------------------------------------------------------------------

alter table topic_subscriptions drop constraint if exists topic_subscriptions_level_check;
alter table topic_subscriptions add constraint topic_subscriptions_level_check
  check (level in ('watch', 'watch_first', 'track', 'normal', 'mute'));
comment on column topic_subscriptions.level is 'How closely: watch (told of everything), watch_first (of new topics), track (counted), normal, mute (hidden).';

create table if not exists forum_marks (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  platform text not null,
  read_before timestamptz not null default now(),
  previous timestamptz,
  updated_at timestamptz not null default now(),
  constraint forum_marks_user_id_platform_key unique (user_id, platform),
  constraint forum_marks_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table forum_marks is 'Ours: since when a member counts forum news as new: everything before was marked as read.';
comment on column forum_marks.id is 'Key of the mark.';
comment on column forum_marks.user_id is 'Reader.';
comment on column forum_marks.platform is 'Platform whose forum it is.';
comment on column forum_marks.read_before is 'What came before this moment counts as read.';
comment on column forum_marks.previous is 'The moment before the last marking, for taking it back; empty when there was none.';
comment on column forum_marks.updated_at is 'When it was last moved.';
alter table forum_marks enable row level security;
alter table forum_marks force row level security;
revoke all on forum_marks from anon, authenticated;
grant all on forum_marks to service_role;
grant select, delete on forum_marks to authenticated;
grant insert (user_id, platform, read_before, previous), update (read_before, previous) on forum_marks to authenticated;
create or replace trigger forum_marks_touch before update on forum_marks for each row execute function touch_updated_at();
drop policy if exists "readers see own forum marks" on forum_marks;
create policy "readers see own forum marks" on forum_marks for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "readers set own forum marks" on forum_marks;
create policy "readers set own forum marks" on forum_marks for insert to authenticated
  with check (user_id = (select auth.uid()) and platform = any ((select app.my_platforms())::text[]));
drop policy if exists "readers move own forum marks" on forum_marks;
create policy "readers move own forum marks" on forum_marks for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "readers drop own forum marks" on forum_marks;
create policy "readers drop own forum marks" on forum_marks for delete to authenticated using (user_id = (select auth.uid()));

-- What the forum pays: by votes and acceptance, never by the line -------------------------------------

insert into action_weights (site, action_type, label, weight, points, event_type)
select s.site, a.action_type, a.label, a.weight, a.points, 'reward'
from site_settings s
cross join (values
  ('answer_accepted', 'Answer accepted', 1, 3),
  ('answer_votes', 'Answer voted up', 0.5, 2)
) as a (action_type, label, weight, points)
on conflict do nothing;

insert into schema_version (version, name)
select max(version) + 1, '20261122170600_community_forum' from schema_version
on conflict do nothing;
