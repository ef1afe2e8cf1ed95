-- An open feed of one token counts its own new posts, and a scheduled post is told of when it is let out.
set search_path = public, extensions;

create or replace function app.announce_post() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  stands boolean := new.deleted_at is null and new.visibility <> 'private';
begin
  if stands and coalesce(new.publish_at <= now(), true) and (tg_op = 'INSERT' or old.deleted_at is not null
    or old.visibility = 'private' or (old.released_at is null and new.released_at is not null))
  then
    perform app.publish('posts:' || new.platform, jsonb_build_object(
      'type', 'post_created', 'entityType', 'post', 'entityId', new.id, 'authorId', new.author_id,
      'section', new.section, 'tokenTag', new.token_tag));
  elsif tg_op = 'UPDATE' and new.released_at is not distinct from old.released_at then
    perform app.publish('post:' || new.id, jsonb_build_object('type', 'post_changed', 'entityId', new.id));
  end if;
  return null;
end
$$;
create or replace trigger posts_announce
  after insert or update of content, visibility, deleted_at, publish_at, released_at on public.posts
  for each row execute function app.announce_post();

insert into public.schema_version (version, name)
select max(version) + 1, '20261122171600_messaging_live_posts' from public.schema_version
on conflict do nothing;
