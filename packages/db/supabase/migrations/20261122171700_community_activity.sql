-- The trace of what members did: written with the deed itself, read as far as both privacy and place allow.
set search_path = public, extensions;

create unique index if not exists activity_feed_content_key
  on activity_feed (user_id, activity_type, content_type, content_id) where content_id is not null;
create unique index if not exists activity_feed_joined_key
  on activity_feed (user_id, platform) where activity_type = 'joined';
create index if not exists activity_feed_latest_idx on activity_feed (created_at desc, id desc);

create or replace function app.note_activity(
  member uuid, place text, kind text, thing_type text, thing_id uuid, readers text, at timestamptz
) returns void
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if note_activity.member is null then
      return;
    end if;
    -- What is hidden keeps its reactions, for when it comes back.
    update public.activity_feed a set visibility = note_activity.readers
      where a.user_id = note_activity.member and a.activity_type = note_activity.kind
        and a.content_type = note_activity.thing_type and a.content_id = note_activity.thing_id
        and a.visibility is distinct from note_activity.readers;
    if note_activity.readers <> 'private' then
      insert into public.activity_feed (user_id, platform, activity_type, content_type, content_id, visibility, created_at)
      values (note_activity.member, note_activity.place, note_activity.kind, note_activity.thing_type,
        note_activity.thing_id, note_activity.readers, note_activity.at)
      on conflict do nothing;
    end if;
  end $$;
comment on function app.note_activity(uuid, text, text, text, uuid, text, timestamptz) is 'Writes what a member did, or changes who may see it; for triggers.';
revoke execute on function app.note_activity(uuid, text, text, text, uuid, text, timestamptz) from public;

create or replace function app.trace_post() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    perform app.note_activity(new.author_id, new.platform, 'post', 'post', new.id,
      case when new.deleted_at is not null or (new.publish_at is not null and new.publish_at > now() and new.released_at is null)
        then 'private' else new.visibility end, new.created_at);
    return null;
  end $$;
comment on function app.trace_post() is 'Traces a post that appeared, and hides the trace of one that is gone.';
create or replace trigger posts_trace after insert or update of deleted_at, visibility, publish_at, released_at on posts
  for each row execute function app.trace_post();

create or replace function app.trace_topic() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    before_id uuid := case when tg_op = 'UPDATE' then old.accepted_post_id end;
    readers text := case when new.deleted_at is null then 'public' else 'private' end;
  begin
    perform app.note_activity(new.created_by, new.tenant_slug, 'topic', 'discussion_topic', new.id, readers, new.created_at);
    if before_id is not null and before_id is distinct from new.accepted_post_id then
      perform app.note_activity(p.user_id, p.tenant_slug, 'answer_accepted', 'discussion_post', p.id, 'private', now())
        from public.discussion_posts p where p.id = before_id;
    end if;
    if new.accepted_post_id is not null then
      perform app.note_activity(p.user_id, p.tenant_slug, 'answer_accepted', 'discussion_post', p.id, readers, now())
        from public.discussion_posts p where p.id = new.accepted_post_id;
    end if;
    return null;
  end $$;
comment on function app.trace_topic() is 'Traces an opened topic and an accepted answer, and hides the trace of what is gone.';
create or replace trigger discussion_topics_trace after insert or update of deleted_at, accepted_post_id on discussion_topics
  for each row execute function app.trace_topic();

create or replace function app.trace_badge() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    perform app.note_activity(new.user_id, 'hub', 'badge', 'badge', new.badge_id,
      case when new.revoked_at is null then 'public' else 'private' end, new.earned_at);
    return null;
  end $$;
comment on function app.trace_badge() is 'Traces an earned badge, and hides the trace of one that was withdrawn.';
create or replace trigger user_badges_trace after insert or update of revoked_at on user_badges
  for each row execute function app.trace_badge();

create or replace function app.trace_challenge() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    perform app.note_activity(new.user_id, c.platform, 'challenge', 'collaborative_challenge', c.id, 'public', new.joined_at)
      from public.collaborative_challenges c where c.id = new.challenge_id;
    return null;
  end $$;
comment on function app.trace_challenge() is 'Traces that a member takes part in a challenge.';
create or replace trigger challenge_members_trace after insert on challenge_members
  for each row execute function app.trace_challenge();

create or replace function app.trace_joining() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.access_level <> 'none' then
      insert into public.activity_feed (user_id, platform, activity_type)
      values (new.user_id, new.platform_slug, 'joined') on conflict do nothing;
    end if;
    return null;
  end $$;
comment on function app.trace_joining() is 'Traces that a member joined a platform.';
create or replace trigger platform_access_trace after insert or update of access_level on platform_access
  for each row execute function app.trace_joining();

-- What is there already.
insert into activity_feed (user_id, platform, activity_type, content_type, content_id, visibility, created_at)
select author_id, platform, 'post', 'post', id, visibility, created_at from posts
where author_id is not null and deleted_at is null and visibility <> 'private' and (publish_at is null or publish_at <= now())
on conflict do nothing;
insert into activity_feed (user_id, platform, activity_type, content_type, content_id, visibility, created_at)
select created_by, tenant_slug, 'topic', 'discussion_topic', id, 'public', created_at from discussion_topics
where created_by is not null and deleted_at is null
on conflict do nothing;
insert into activity_feed (user_id, platform, activity_type, content_type, content_id, visibility, created_at)
select user_id, 'hub', 'badge', 'badge', badge_id, 'public', earned_at from user_badges where revoked_at is null
on conflict do nothing;

-- Quiet members show nothing; what happened inside a platform is read by its members.
drop policy if exists "members read activities of their tier and their own" on activity_feed;
create policy "members read activities of their tier and their own" on activity_feed for select to authenticated
  using (
    user_id = (select auth.uid())
    or (visibility = any ((select app.my_visibilities())::text[]) and visibility <> 'private'
      and user_id not in (select app.hidden_member_ids())
      and user_id not in (select app.quiet_member_ids())
      and (activity_type not in ('topic', 'answer_accepted', 'joined') or platform = any ((select app.my_platforms())::text[]))
      and (activity_type <> 'badge' or not exists (
        select from member_cards c where c.id = user_id and not c.show_achievements)))
  );
drop policy if exists "members read answers to activities they see" on social_interactions;
create policy "members read answers to activities they see" on social_interactions for select to authenticated
  using (user_id = (select auth.uid())
    or (user_id not in (select app.hidden_member_ids()) and exists (select 1 from activity_feed a where a.id = activity_id)));

insert into schema_version (version, name)
select max(version) + 1, '20261122171700_community_activity' from schema_version
on conflict do nothing;
