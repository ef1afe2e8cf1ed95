-- What open pages hear of: new posts, comments, topics and answers, and changes of what they show.
set search_path = public, extensions;

-- Ids alone: who hears of a thing reads it under the own rights, and is told nothing when that fails.
create or replace function app.announce_post() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.deleted_at is null and new.visibility <> 'private' and (new.publish_at is null or new.publish_at <= now())
    and (tg_op = 'INSERT' or old.deleted_at is not null or old.visibility = 'private'
      or (old.publish_at is not null and old.publish_at > now()))
  then
    perform app.publish('posts:' || new.platform, jsonb_build_object(
      'type', 'post_created', 'entityType', 'post', 'entityId', new.id, 'authorId', new.author_id, 'section', new.section));
  elsif tg_op = 'UPDATE' then
    perform app.publish('post:' || new.id, jsonb_build_object('type', 'post_changed', 'entityId', new.id));
  end if;
  return null;
end
$$;
comment on function app.announce_post() is 'After insert or update of a post: tells open feeds of a new one, and its open pages of a change.';
create or replace trigger posts_announce after insert or update of content, visibility, deleted_at, publish_at on public.posts
  for each row execute function app.announce_post();

create or replace function app.announce_comment() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform app.publish('post:' || new.post_id, case when tg_op = 'INSERT'
    then jsonb_build_object('type', 'comment_created', 'entityType', 'post_comment', 'entityId', new.id, 'authorId', new.author_id)
    else jsonb_build_object('type', 'comment_changed', 'entityId', new.id) end);
  return null;
end
$$;
comment on function app.announce_comment() is 'After insert or update of a comment: tells the open pages of its post.';
create or replace trigger post_comments_announce after insert or update of content, deleted_at on public.post_comments
  for each row execute function app.announce_comment();

create or replace function app.announce_topic() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform app.publish('topics:' || new.tenant_slug, jsonb_build_object(
      'type', 'topic_created', 'entityType', 'discussion_topic', 'entityId', new.id, 'authorId', new.created_by));
  else
    perform app.publish('topic:' || new.id, jsonb_build_object('type', 'topic_changed', 'entityId', new.id));
  end if;
  return null;
end
$$;
comment on function app.announce_topic() is 'After insert or update of a topic: tells open lists of a new one, and its open pages of a change.';
create or replace trigger discussion_topics_announce
  after insert or update of title, description, status, accepted_post_id, deleted_at on public.discussion_topics
  for each row execute function app.announce_topic();

create or replace function app.announce_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform app.publish('topic:' || new.topic_id, case when tg_op = 'INSERT'
    then jsonb_build_object('type', 'answer_created', 'entityType', 'discussion_post', 'entityId', new.id, 'authorId', new.user_id)
    else jsonb_build_object('type', 'answer_changed', 'entityId', new.id) end);
  return null;
end
$$;
comment on function app.announce_answer() is 'After insert or update of an answer: tells the open pages of its topic.';
create or replace trigger discussion_posts_announce after insert or update of content, deleted_at on public.discussion_posts
  for each row execute function app.announce_answer();

create or replace function app.announce_reading() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Once for each member, however many rows one click marked.
  perform app.publish('member:' || c.user_id, '{"type": "notifications_read"}')
  from (select distinct n.user_id from now_so n join was_so w on w.id = n.id
        where n.user_id is not null and n.is_read <> w.is_read) c;
  return null;
end
$$;
comment on function app.announce_reading() is 'After notifications were marked: tells the member''s other open pages.';
create or replace trigger notifications_announce_reading after update on public.notifications
  referencing old table as was_so new table as now_so for each statement execute function app.announce_reading();

revoke execute on function app.announce_post(), app.announce_comment(), app.announce_topic(), app.announce_answer(),
  app.announce_reading() from public;

insert into public.schema_version (version, name)
select max(version) + 1, '20261122164500_messaging_live' from public.schema_version
on conflict do nothing;
