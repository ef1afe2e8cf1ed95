-- Content: pages, articles, library, editorial workflow and uploads.
set search_path = public, extensions;

-- The audiences a caller belongs to, as an array, so that a policy asks once per statement.
create function app.my_audiences() returns text[]
language sql stable security definer set search_path = '' as $$
  select array['everyone']
    || case when auth.uid() is not null then array['members'] else '{}' end
    || case when app.sees('premium') then array['premium'] else '{}' end
    || case when app.sees('superachiever') then array['superachiever'] else '{}' end
$$;
comment on function app.my_audiences() is 'Audiences (everyone, members, premium, superachiever) the caller belongs to now.';

revoke all on function app.my_audiences() from public;
grant execute on function app.my_audiences() to anon, authenticated, service_role;

create function app.stamp_publication() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.is_published and new.published_at is null then
    new.published_at := now();
  end if;
  return new;
end
$$;
comment on function app.stamp_publication() is 'Trigger: notes the moment an item first goes live.';

create table public.content_categories (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  slug text not null unique constraint content_categories_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  description text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.content_categories is 'Shelves: each page, article or archive item stands on at most one.';
comment on column public.content_categories.id is 'Unique identifier.';
comment on column public.content_categories.name is 'Name of the shelf.';
comment on column public.content_categories.slug is 'Name in addresses.';
comment on column public.content_categories.description is 'What belongs on the shelf.';
comment on column public.content_categories.created_at is 'When the row was written.';
comment on column public.content_categories.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.content_categories for each row execute function public.touch_updated_at();
alter table public.content_categories enable row level security;
alter table public.content_categories force row level security;
revoke all on public.content_categories from anon, authenticated;
grant select on public.content_categories to anon, authenticated;
grant insert (id, name, slug, description) on public.content_categories to authenticated;
grant update (name, slug, description) on public.content_categories to authenticated;
grant delete on public.content_categories to authenticated;
create policy "everyone reads categories" on public.content_categories
  for select to anon, authenticated
  using (true);
create policy "editors add categories" on public.content_categories
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change categories" on public.content_categories
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove categories" on public.content_categories
  for delete to authenticated
  using ((select app.is_editor()));

create table public.content (
  id uuid primary key default gen_random_uuid(),
  title text not null constraint content_title_check check (length(title) between 1 and 300),
  slug text unique constraint content_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  summary text,
  content text,
  platform text not null constraint content_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  route text not null constraint content_route_check check (route in ('discover', 'onboard', 'progress', 'endgame', 'ascender', 'ascension', 'flow', 'ascenders', 'neothinker', 'neothink', 'mark-hamilton', 'neothinkers', 'immortal', 'immortalis', 'project-life', 'immortals')),
  subroute text,
  content_data jsonb not null default '{}',
  image_url text,
  category_id uuid references public.content_categories (id) on delete set null,
  is_featured boolean not null default false,
  audience text not null default 'members' constraint content_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_deleted_at_check check (deleted_at is null or not is_published)
);
create index content_platform_route_idx on public.content (platform, route);
create index content_created_at_idx on public.content (created_at);
create index content_category_id_idx on public.content (category_id);
create index content_author_id_idx on public.content (author_id);
comment on table public.content is 'Routed pages of one app: the text behind an address such as discover or endgame.';
comment on column public.content.id is 'Unique identifier.';
comment on column public.content.title is 'Title of the page.';
comment on column public.content.slug is 'Name in addresses, unique over all apps.';
comment on column public.content.summary is 'One or two sentences for lists and previews.';
comment on column public.content.content is 'Body as Markdown.';
comment on column public.content.platform is 'App the page belongs to.';
comment on column public.content.route is 'Section of the app in which the page appears.';
comment on column public.content.subroute is 'Part of the section, such as fellowship or command.';
comment on column public.content.content_data is 'Structured blocks beside the body.';
comment on column public.content.image_url is 'Picture for previews.';
comment on column public.content.category_id is 'Shelf the page stands on.';
comment on column public.content.is_featured is 'Whether lists put the page first.';
comment on column public.content.audience is 'Who may read the page once published: everyone includes visitors, members are those with the platform.';
comment on column public.content.is_published is 'Whether the page is live; a draft is seen by its author and editors only.';
comment on column public.content.published_at is 'When the page first went live.';
comment on column public.content.author_id is 'Who wrote the page; empty once that account is gone.';
comment on column public.content.deleted_at is 'When an editor put the page in the bin; a binned page cannot be live.';
comment on column public.content.created_at is 'When the row was written.';
comment on column public.content.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.content for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.content for each row execute function app.stamp_publication();
alter table public.content enable row level security;
alter table public.content force row level security;
revoke all on public.content from anon, authenticated;
grant select on public.content to authenticated;
grant select on public.content to anon;
grant insert (id, title, slug, summary, content, platform, route, subroute, content_data, image_url, category_id, is_featured, audience, is_published, published_at, author_id, deleted_at) on public.content to authenticated;
grant update (title, slug, summary, content, platform, route, subroute, content_data, image_url, category_id, is_featured, audience, is_published, published_at, author_id, deleted_at) on public.content to authenticated;
grant delete on public.content to authenticated;
create policy "visitors read pages published for everyone" on public.content
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read pages published for them" on public.content
  for select to authenticated
  using (is_published and (audience = 'everyone' or (platform = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own pages" on public.content
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all pages" on public.content
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add pages, publishing by right" on public.content
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change pages, publishing by right" on public.content
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove pages" on public.content
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.shared_content (
  id uuid primary key default gen_random_uuid(),
  title text not null constraint shared_content_title_check check (length(title) between 1 and 300),
  slug text not null unique constraint shared_content_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  description text,
  content jsonb not null,
  format text not null default 'article' constraint shared_content_format_check check (format in ('article', 'video', 'course', 'event', 'resource')),
  category_id uuid references public.content_categories (id) on delete set null,
  image_url text,
  is_featured boolean not null default false,
  audience text not null default 'members' constraint shared_content_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint shared_content_deleted_at_check check (deleted_at is null or not is_published)
);
create index shared_content_is_published_published_at_idx on public.shared_content (is_published, published_at desc);
create index shared_content_category_id_idx on public.shared_content (category_id);
create index shared_content_author_id_idx on public.shared_content (author_id);
comment on table public.shared_content is 'Articles that several tenants may carry, with one category and many tags.';
comment on column public.shared_content.id is 'Unique identifier.';
comment on column public.shared_content.title is 'Title of the article.';
comment on column public.shared_content.slug is 'Name in addresses.';
comment on column public.shared_content.description is 'Summary for lists.';
comment on column public.shared_content.content is 'Body as structured blocks.';
comment on column public.shared_content.format is 'Kind of piece, which decides how it is shown.';
comment on column public.shared_content.category_id is 'Shelf the article stands on.';
comment on column public.shared_content.image_url is 'Picture for previews.';
comment on column public.shared_content.is_featured is 'Whether lists put the article first.';
comment on column public.shared_content.audience is 'Who may read the article once published: everyone includes visitors, members are those with the platform.';
comment on column public.shared_content.is_published is 'Whether the article is live; a draft is seen by its author and editors only.';
comment on column public.shared_content.published_at is 'When the article first went live.';
comment on column public.shared_content.author_id is 'Who wrote the article; empty once that account is gone.';
comment on column public.shared_content.deleted_at is 'When an editor put the article in the bin; a binned article cannot be live.';
comment on column public.shared_content.created_at is 'When the row was written.';
comment on column public.shared_content.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.shared_content for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.shared_content for each row execute function app.stamp_publication();
alter table public.shared_content enable row level security;
alter table public.shared_content force row level security;
revoke all on public.shared_content from anon, authenticated;
grant select on public.shared_content to authenticated;
grant select on public.shared_content to anon;
grant insert (id, title, slug, description, content, format, category_id, image_url, is_featured, audience, is_published, published_at, author_id, deleted_at) on public.shared_content to authenticated;
grant update (title, slug, description, content, format, category_id, image_url, is_featured, audience, is_published, published_at, author_id, deleted_at) on public.shared_content to authenticated;
grant delete on public.shared_content to authenticated;
create policy "visitors read articles published for everyone" on public.shared_content
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read articles published for them" on public.shared_content
  for select to authenticated
  using (is_published and audience = any ((select app.my_audiences())::text[]));
create policy "authors read own articles" on public.shared_content
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all articles" on public.shared_content
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add articles, publishing by right" on public.shared_content
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change articles, publishing by right" on public.shared_content
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove articles" on public.shared_content
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.content_tags (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  slug text not null unique constraint content_tags_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  created_at timestamptz not null default now()
);
comment on table public.content_tags is 'Labels for articles; an article may carry many.';
comment on column public.content_tags.id is 'Unique identifier.';
comment on column public.content_tags.name is 'Text of the label.';
comment on column public.content_tags.slug is 'Name in addresses.';
comment on column public.content_tags.created_at is 'When the row was written.';
alter table public.content_tags enable row level security;
alter table public.content_tags force row level security;
revoke all on public.content_tags from anon, authenticated;
grant select on public.content_tags to anon, authenticated;
grant insert (id, name, slug) on public.content_tags to authenticated;
grant update (name, slug) on public.content_tags to authenticated;
grant delete on public.content_tags to authenticated;
create policy "everyone reads tags" on public.content_tags
  for select to anon, authenticated
  using (true);
create policy "editors add tags" on public.content_tags
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change tags" on public.content_tags
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove tags" on public.content_tags
  for delete to authenticated
  using ((select app.is_editor()));

create table public.content_content_tags (
  content_id uuid not null references public.shared_content (id) on delete cascade,
  tag_id uuid not null references public.content_tags (id) on delete cascade,
  primary key (content_id, tag_id)
);
create index content_content_tags_tag_id_idx on public.content_content_tags (tag_id);
comment on table public.content_content_tags is 'Which article carries which label.';
comment on column public.content_content_tags.content_id is 'The article.';
comment on column public.content_content_tags.tag_id is 'The label.';
alter table public.content_content_tags enable row level security;
alter table public.content_content_tags force row level security;
revoke all on public.content_content_tags from anon, authenticated;
grant select on public.content_content_tags to anon, authenticated;
grant insert (content_id, tag_id) on public.content_content_tags to authenticated;
grant delete on public.content_content_tags to authenticated;
create policy "everyone reads labels of articles they may read" on public.content_content_tags
  for select to anon, authenticated
  using (content_id in (select id from public.shared_content));
create policy "editors add labels of articles" on public.content_content_tags
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors remove labels of articles" on public.content_content_tags
  for delete to authenticated
  using ((select app.is_editor()));

create table public.tenant_shared_content (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  content_id uuid not null references public.shared_content (id) on delete cascade,
  is_featured boolean not null default false,
  display_order integer not null default 0,
  tenant_specific_settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (tenant_id, content_id)
);
create index tenant_shared_content_content_id_idx on public.tenant_shared_content (content_id);
comment on table public.tenant_shared_content is 'Ours: Which tenant carries which article, in which place and with which settings.';
comment on column public.tenant_shared_content.id is 'Unique identifier.';
comment on column public.tenant_shared_content.tenant_id is 'The tenant that carries the article.';
comment on column public.tenant_shared_content.content_id is 'The article.';
comment on column public.tenant_shared_content.is_featured is 'Whether this tenant puts the article first.';
comment on column public.tenant_shared_content.display_order is 'Place in the list of this tenant, lowest first.';
comment on column public.tenant_shared_content.tenant_specific_settings is 'What this tenant shows differently.';
comment on column public.tenant_shared_content.created_at is 'When the row was written.';
comment on column public.tenant_shared_content.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.tenant_shared_content for each row execute function public.touch_updated_at();
alter table public.tenant_shared_content enable row level security;
alter table public.tenant_shared_content force row level security;
revoke all on public.tenant_shared_content from anon, authenticated;
grant select on public.tenant_shared_content to authenticated;
grant insert (id, tenant_id, content_id, is_featured, display_order, tenant_specific_settings) on public.tenant_shared_content to authenticated;
grant update (tenant_id, content_id, is_featured, display_order, tenant_specific_settings) on public.tenant_shared_content to authenticated;
grant delete on public.tenant_shared_content to authenticated;
create policy "members read placements in their tenants" on public.tenant_shared_content
  for select to authenticated
  using (tenant_id in (select tenant_id from public.tenant_users where user_id = (select auth.uid()) and status = 'active'));
create policy "editors read all placements" on public.tenant_shared_content
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add placements" on public.tenant_shared_content
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change placements" on public.tenant_shared_content
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove placements" on public.tenant_shared_content
  for delete to authenticated
  using ((select app.is_editor()));

create table public.content_dependencies (
  id uuid primary key default gen_random_uuid(),
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  depends_on_type text not null references public.entity_types (name),
  depends_on_id uuid not null,
  dependency_type text not null constraint content_dependencies_dependency_type_check check (dependency_type in ('required', 'recommended', 'unlocks')),
  created_at timestamptz not null default now(),
  unique (content_type, content_id, depends_on_type, depends_on_id),
  constraint content_dependencies_depends_on_id_check check (content_id <> depends_on_id)
);
create index content_dependencies_depends_on_type_depends_on_id_idx on public.content_dependencies (depends_on_type, depends_on_id);
comment on table public.content_dependencies is 'What must be finished before an item opens.';
comment on column public.content_dependencies.id is 'Unique identifier.';
comment on column public.content_dependencies.content_type is 'Kind of the item that waits.';
comment on column public.content_dependencies.content_id is 'The item that waits.';
comment on column public.content_dependencies.depends_on_type is 'Kind of the item that comes first.';
comment on column public.content_dependencies.depends_on_id is 'The item that comes first.';
comment on column public.content_dependencies.dependency_type is 'Whether the first item is a must, advice, or opens the other.';
comment on column public.content_dependencies.created_at is 'When the row was written.';
alter table public.content_dependencies enable row level security;
alter table public.content_dependencies force row level security;
revoke all on public.content_dependencies from anon, authenticated;
grant select on public.content_dependencies to authenticated;
grant insert (id, content_type, content_id, depends_on_type, depends_on_id, dependency_type) on public.content_dependencies to authenticated;
grant update (content_type, content_id, depends_on_type, depends_on_id, dependency_type) on public.content_dependencies to authenticated;
grant delete on public.content_dependencies to authenticated;
create policy "members read dependencies" on public.content_dependencies
  for select to authenticated
  using (true);
create policy "editors add dependencies" on public.content_dependencies
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change dependencies" on public.content_dependencies
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove dependencies" on public.content_dependencies
  for delete to authenticated
  using ((select app.is_editor()));

create table public.content_schedule (
  id uuid primary key default gen_random_uuid(),
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  platform text not null constraint content_schedule_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  publish_at timestamptz not null,
  unpublish_at timestamptz,
  status text not null default 'pending' constraint content_schedule_status_check check (status in ('pending', 'live', 'done', 'canceled', 'failed')),
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (content_type, content_id),
  constraint content_schedule_unpublish_at_check check (unpublish_at > publish_at)
);
create index content_schedule_publish_at_idx on public.content_schedule (publish_at);
create index content_schedule_status_idx on public.content_schedule (status);
create index content_schedule_created_by_idx on public.content_schedule (created_by);
comment on table public.content_schedule is 'When an item goes live and when it is taken off.';
comment on column public.content_schedule.id is 'Unique identifier.';
comment on column public.content_schedule.content_type is 'Kind of the item.';
comment on column public.content_schedule.content_id is 'The item.';
comment on column public.content_schedule.platform is 'App in which it goes live.';
comment on column public.content_schedule.publish_at is 'When it goes live.';
comment on column public.content_schedule.unpublish_at is 'When it is taken off; empty means never.';
comment on column public.content_schedule.status is 'How far the schedule has run.';
comment on column public.content_schedule.created_by is 'Editor who set the schedule.';
comment on column public.content_schedule.created_at is 'When the row was written.';
comment on column public.content_schedule.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.content_schedule for each row execute function public.touch_updated_at();
alter table public.content_schedule enable row level security;
alter table public.content_schedule force row level security;
revoke all on public.content_schedule from anon, authenticated;
grant select on public.content_schedule to authenticated;
grant insert (id, content_type, content_id, platform, publish_at, unpublish_at, status, created_by) on public.content_schedule to authenticated;
grant update (content_type, content_id, platform, publish_at, unpublish_at, status, created_by) on public.content_schedule to authenticated;
grant delete on public.content_schedule to authenticated;
create policy "editors read all schedules" on public.content_schedule
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add schedules" on public.content_schedule
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change schedules" on public.content_schedule
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove schedules" on public.content_schedule
  for delete to authenticated
  using ((select app.is_editor()));

create table public.content_similarity (
  id uuid primary key default gen_random_uuid(),
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  similar_content_type text not null references public.entity_types (name),
  similar_content_id uuid not null,
  similarity_score numeric not null constraint content_similarity_similarity_score_check check (similarity_score between 0 and 1),
  similarity_factors jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (content_type, content_id, similar_content_type, similar_content_id)
);
create index content_similarity_content_type_content_id_similarity_scor_idx on public.content_similarity (content_type, content_id, similarity_score desc);
create index content_similarity_similar_content_type_idx on public.content_similarity (similar_content_type);
comment on table public.content_similarity is 'How alike two items are, computed by a job; feeds recommendations.';
comment on column public.content_similarity.id is 'Unique identifier.';
comment on column public.content_similarity.content_type is 'Kind of the item.';
comment on column public.content_similarity.content_id is 'The item.';
comment on column public.content_similarity.similar_content_type is 'Kind of the neighbour.';
comment on column public.content_similarity.similar_content_id is 'The neighbour.';
comment on column public.content_similarity.similarity_score is 'Likeness from 0 (none) to 1 (same).';
comment on column public.content_similarity.similarity_factors is 'What made them alike: shared tags, concepts, readers.';
comment on column public.content_similarity.created_at is 'When the row was written.';
comment on column public.content_similarity.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.content_similarity for each row execute function public.touch_updated_at();
alter table public.content_similarity enable row level security;
alter table public.content_similarity force row level security;
revoke all on public.content_similarity from anon, authenticated;
grant select on public.content_similarity to authenticated;
create policy "members read the item graph" on public.content_similarity
  for select to authenticated
  using (true);

create table public.content_versions (
  id uuid primary key default gen_random_uuid(),
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  version_number integer not null constraint content_versions_version_number_check check (version_number > 0),
  title text,
  content text,
  description text,
  metadata jsonb not null default '{}',
  status text not null default 'draft' constraint content_versions_status_check check (status in ('draft', 'in_review', 'approved', 'published', 'archived')),
  review_notes text,
  reviewed_by uuid references public.users (id) on delete set null,
  reviewed_at timestamptz,
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (content_type, content_id, version_number)
);
create index content_versions_status_idx on public.content_versions (status);
create index content_versions_reviewed_by_idx on public.content_versions (reviewed_by);
create index content_versions_created_by_idx on public.content_versions (created_by);
comment on table public.content_versions is 'What the text of an item was at each save, with its review.';
comment on column public.content_versions.id is 'Unique identifier.';
comment on column public.content_versions.content_type is 'Kind of the item.';
comment on column public.content_versions.content_id is 'The item.';
comment on column public.content_versions.version_number is 'Counts up from 1 for each item.';
comment on column public.content_versions.title is 'Title at that save.';
comment on column public.content_versions.content is 'Body at that save.';
comment on column public.content_versions.description is 'Summary at that save.';
comment on column public.content_versions.metadata is 'Other fields at that save.';
comment on column public.content_versions.status is 'Where this version stands.';
comment on column public.content_versions.review_notes is 'What the reviewer said.';
comment on column public.content_versions.reviewed_by is 'Reviewer.';
comment on column public.content_versions.reviewed_at is 'When it was reviewed.';
comment on column public.content_versions.created_by is 'Who saved it.';
comment on column public.content_versions.created_at is 'When the row was written.';
alter table public.content_versions enable row level security;
alter table public.content_versions force row level security;
revoke all on public.content_versions from anon, authenticated;
grant select on public.content_versions to authenticated;
grant insert (id, content_type, content_id, version_number, title, content, description, metadata, status, review_notes, created_by) on public.content_versions to authenticated;
grant update (status, review_notes, reviewed_by, reviewed_at) on public.content_versions to authenticated;
create policy "editors read all versions" on public.content_versions
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors save versions in their own name" on public.content_versions
  for insert to authenticated
  with check ((select app.is_editor()) and created_by = (select auth.uid()));
create policy "editors review versions in their own name" on public.content_versions
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (reviewed_by is null or reviewed_by = (select auth.uid())));

create table public.content_workflow (
  id uuid primary key default gen_random_uuid(),
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  platform text not null constraint content_workflow_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  current_status text not null default 'draft' constraint content_workflow_current_status_check check (current_status in ('draft', 'in_review', 'approved', 'published', 'archived')),
  assigned_to uuid references public.users (id) on delete set null,
  review_notes text,
  due_date timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (content_type, content_id)
);
create index content_workflow_current_status_idx on public.content_workflow (current_status);
create index content_workflow_assigned_to_idx on public.content_workflow (assigned_to);
comment on table public.content_workflow is 'Where an item stands between draft and archive, and with whom.';
comment on column public.content_workflow.id is 'Unique identifier.';
comment on column public.content_workflow.content_type is 'Kind of the item.';
comment on column public.content_workflow.content_id is 'The item.';
comment on column public.content_workflow.platform is 'App the item is made for.';
comment on column public.content_workflow.current_status is 'Where the item stands.';
comment on column public.content_workflow.assigned_to is 'Editor who has it now.';
comment on column public.content_workflow.review_notes is 'Notes to the one who has it; copied into the history on each move.';
comment on column public.content_workflow.due_date is 'When it should be done.';
comment on column public.content_workflow.created_at is 'When the row was written.';
comment on column public.content_workflow.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.content_workflow for each row execute function public.touch_updated_at();
alter table public.content_workflow enable row level security;
alter table public.content_workflow force row level security;
revoke all on public.content_workflow from anon, authenticated;
grant select on public.content_workflow to authenticated;
grant insert (id, content_type, content_id, platform, current_status, assigned_to, review_notes, due_date) on public.content_workflow to authenticated;
grant update (content_type, content_id, platform, current_status, assigned_to, review_notes, due_date) on public.content_workflow to authenticated;
create policy "editors read all workflow" on public.content_workflow
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add workflow" on public.content_workflow
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change workflow" on public.content_workflow
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "assigned members read their workflow" on public.content_workflow
  for select to authenticated
  using (assigned_to = (select auth.uid()));

create table public.content_workflow_history (
  id uuid primary key default gen_random_uuid(),
  workflow_id uuid not null references public.content_workflow (id) on delete cascade,
  previous_status text constraint content_workflow_history_previous_status_check check (previous_status in ('draft', 'in_review', 'approved', 'published', 'archived')),
  new_status text not null constraint content_workflow_history_new_status_check check (new_status in ('draft', 'in_review', 'approved', 'published', 'archived')),
  changed_by uuid references public.users (id) on delete set null,
  notes text,
  created_at timestamptz not null default now()
);
create index content_workflow_history_workflow_id_idx on public.content_workflow_history (workflow_id);
create index content_workflow_history_changed_by_idx on public.content_workflow_history (changed_by);
comment on table public.content_workflow_history is 'Each move of an item through the workflow; written by trigger, never changed.';
comment on column public.content_workflow_history.id is 'Unique identifier.';
comment on column public.content_workflow_history.workflow_id is 'The workflow that moved.';
comment on column public.content_workflow_history.previous_status is 'Where it came from; empty at the start.';
comment on column public.content_workflow_history.new_status is 'Where it went.';
comment on column public.content_workflow_history.changed_by is 'Who moved it; empty for a job.';
comment on column public.content_workflow_history.notes is 'Notes at that moment.';
comment on column public.content_workflow_history.created_at is 'When the row was written.';
alter table public.content_workflow_history enable row level security;
alter table public.content_workflow_history force row level security;
revoke all on public.content_workflow_history from anon, authenticated;
grant select on public.content_workflow_history to authenticated;
create policy "editors read the history" on public.content_workflow_history
  for select to authenticated
  using ((select app.is_editor()));

create function app.record_workflow_move() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' or new.current_status is distinct from old.current_status then
    insert into public.content_workflow_history (workflow_id, previous_status, new_status, changed_by, notes)
    values (new.id, case when tg_op = 'UPDATE' then old.current_status end, new.current_status, auth.uid(), new.review_notes);
  end if;
  return null;
end
$$;
comment on function app.record_workflow_move() is 'Trigger: one history row for each move of the workflow.';
create trigger record_workflow_move after insert or update of current_status on public.content_workflow
  for each row execute function app.record_workflow_move();

create table public.documentation (
  id integer primary key generated by default as identity,
  title text not null constraint documentation_title_check check (length(title) between 1 and 300),
  slug text unique constraint documentation_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  section text,
  content text not null,
  order_index integer not null default 0,
  audience text not null default 'everyone' constraint documentation_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint documentation_deleted_at_check check (deleted_at is null or not is_published)
);
create index documentation_author_id_idx on public.documentation (author_id);
comment on table public.documentation is 'Help centre: short pages that explain the product.';
comment on column public.documentation.id is 'Unique number.';
comment on column public.documentation.title is 'Title of the page.';
comment on column public.documentation.slug is 'Name in addresses.';
comment on column public.documentation.section is 'Group of the help centre the page stands in.';
comment on column public.documentation.content is 'Body as Markdown.';
comment on column public.documentation.order_index is 'Place in its section, lowest first.';
comment on column public.documentation.audience is 'Who may read the help page once published: everyone includes visitors, members are those with the platform.';
comment on column public.documentation.is_published is 'Whether the help page is live; a draft is seen by its author and editors only.';
comment on column public.documentation.published_at is 'When the help page first went live.';
comment on column public.documentation.author_id is 'Who wrote the help page; empty once that account is gone.';
comment on column public.documentation.deleted_at is 'When an editor put the help page in the bin; a binned help page cannot be live.';
comment on column public.documentation.created_at is 'When the row was written.';
comment on column public.documentation.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.documentation for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.documentation for each row execute function app.stamp_publication();
alter table public.documentation enable row level security;
alter table public.documentation force row level security;
revoke all on public.documentation from anon, authenticated;
grant select on public.documentation to authenticated;
grant select on public.documentation to anon;
grant insert (id, title, slug, section, content, order_index, audience, is_published, published_at, author_id, deleted_at) on public.documentation to authenticated;
grant update (title, slug, section, content, order_index, audience, is_published, published_at, author_id, deleted_at) on public.documentation to authenticated;
grant delete on public.documentation to authenticated;
create policy "visitors read help pages published for everyone" on public.documentation
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read help pages published for them" on public.documentation
  for select to authenticated
  using (is_published and audience = any ((select app.my_audiences())::text[]));
create policy "authors read own help pages" on public.documentation
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all help pages" on public.documentation
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add help pages, publishing by right" on public.documentation
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change help pages, publishing by right" on public.documentation
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove help pages" on public.documentation
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.mark_hamilton_content (
  id uuid primary key default gen_random_uuid(),
  platform text not null default 'neothinkers' constraint mark_hamilton_content_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  title text not null constraint mark_hamilton_content_title_check check (length(title) between 1 and 300),
  content_type text not null constraint mark_hamilton_content_content_type_check check (content_type in ('article', 'book', 'letter', 'talk', 'audio', 'video')),
  content_data jsonb not null default '{}',
  rights text,
  category_id uuid references public.content_categories (id) on delete set null,
  audience text not null default 'members' constraint mark_hamilton_content_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint mark_hamilton_content_deleted_at_check check (deleted_at is null or not is_published)
);
create index mark_hamilton_content_category_id_idx on public.mark_hamilton_content (category_id);
create index mark_hamilton_content_author_id_idx on public.mark_hamilton_content (author_id);
comment on table public.mark_hamilton_content is 'The author archive: texts, talks and letters with their own type and rights.';
comment on column public.mark_hamilton_content.id is 'Unique identifier.';
comment on column public.mark_hamilton_content.platform is 'App that shows the piece.';
comment on column public.mark_hamilton_content.title is 'Title of the piece.';
comment on column public.mark_hamilton_content.content_type is 'Kind of piece.';
comment on column public.mark_hamilton_content.content_data is 'Body and media of the piece.';
comment on column public.mark_hamilton_content.rights is 'Who holds the rights and what they allow.';
comment on column public.mark_hamilton_content.category_id is 'Shelf the piece stands on.';
comment on column public.mark_hamilton_content.audience is 'Who may read the piece once published: everyone includes visitors, members are those with the platform.';
comment on column public.mark_hamilton_content.is_published is 'Whether the piece is live; a draft is seen by its author and editors only.';
comment on column public.mark_hamilton_content.published_at is 'When the piece first went live.';
comment on column public.mark_hamilton_content.author_id is 'Who wrote the piece; empty once that account is gone.';
comment on column public.mark_hamilton_content.deleted_at is 'When an editor put the piece in the bin; a binned piece cannot be live.';
comment on column public.mark_hamilton_content.created_at is 'When the row was written.';
comment on column public.mark_hamilton_content.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.mark_hamilton_content for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.mark_hamilton_content for each row execute function app.stamp_publication();
alter table public.mark_hamilton_content enable row level security;
alter table public.mark_hamilton_content force row level security;
revoke all on public.mark_hamilton_content from anon, authenticated;
grant select on public.mark_hamilton_content to authenticated;
grant select on public.mark_hamilton_content to anon;
grant insert (id, platform, title, content_type, content_data, rights, category_id, audience, is_published, published_at, author_id, deleted_at) on public.mark_hamilton_content to authenticated;
grant update (platform, title, content_type, content_data, rights, category_id, audience, is_published, published_at, author_id, deleted_at) on public.mark_hamilton_content to authenticated;
grant delete on public.mark_hamilton_content to authenticated;
create policy "visitors read archive pieces published for everyone" on public.mark_hamilton_content
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read archive pieces published for them" on public.mark_hamilton_content
  for select to authenticated
  using (is_published and (audience = 'everyone' or (platform = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own archive pieces" on public.mark_hamilton_content
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all archive pieces" on public.mark_hamilton_content
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add archive pieces, publishing by right" on public.mark_hamilton_content
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change archive pieces, publishing by right" on public.mark_hamilton_content
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove archive pieces" on public.mark_hamilton_content
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.flow_templates (
  id uuid primary key default gen_random_uuid(),
  platform text not null default 'ascenders' constraint flow_templates_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  name text not null constraint flow_templates_name_check check (length(name) between 1 and 200),
  description text,
  template_data jsonb not null default '{}',
  audience text not null default 'members' constraint flow_templates_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint flow_templates_deleted_at_check check (deleted_at is null or not is_published)
);
create index flow_templates_author_id_idx on public.flow_templates (author_id);
comment on table public.flow_templates is 'FLOW workflow templates that a member copies and makes their own.';
comment on column public.flow_templates.id is 'Unique identifier.';
comment on column public.flow_templates.platform is 'App that offers the template.';
comment on column public.flow_templates.name is 'Name of the template.';
comment on column public.flow_templates.description is 'What it is good for.';
comment on column public.flow_templates.template_data is 'Steps, fields and automations.';
comment on column public.flow_templates.audience is 'Who may read the template once published: everyone includes visitors, members are those with the platform.';
comment on column public.flow_templates.is_published is 'Whether the template is live; a draft is seen by its author and editors only.';
comment on column public.flow_templates.published_at is 'When the template first went live.';
comment on column public.flow_templates.author_id is 'Who wrote the template; empty once that account is gone.';
comment on column public.flow_templates.deleted_at is 'When an editor put the template in the bin; a binned template cannot be live.';
comment on column public.flow_templates.created_at is 'When the row was written.';
comment on column public.flow_templates.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.flow_templates for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.flow_templates for each row execute function app.stamp_publication();
alter table public.flow_templates enable row level security;
alter table public.flow_templates force row level security;
revoke all on public.flow_templates from anon, authenticated;
grant select on public.flow_templates to authenticated;
grant insert (id, platform, name, description, template_data, audience, is_published, published_at, author_id, deleted_at) on public.flow_templates to authenticated;
grant update (platform, name, description, template_data, audience, is_published, published_at, author_id, deleted_at) on public.flow_templates to authenticated;
grant delete on public.flow_templates to authenticated;
create policy "members read templates published for them" on public.flow_templates
  for select to authenticated
  using (is_published and (audience = 'everyone' or (platform = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own templates" on public.flow_templates
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all templates" on public.flow_templates
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add templates, publishing by right" on public.flow_templates
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change templates, publishing by right" on public.flow_templates
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove templates" on public.flow_templates
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.flow_template_copies (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  template_id uuid references public.flow_templates (id) on delete set null,
  name text not null constraint flow_template_copies_name_check check (length(name) between 1 and 200),
  template_data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index flow_template_copies_user_id_idx on public.flow_template_copies (user_id);
create index flow_template_copies_template_id_idx on public.flow_template_copies (template_id);
comment on table public.flow_template_copies is 'Ours: A member''s own copy of a FLOW template, free to change.';
comment on column public.flow_template_copies.id is 'Unique identifier.';
comment on column public.flow_template_copies.user_id is 'Whose copy it is.';
comment on column public.flow_template_copies.template_id is 'Template it was made from.';
comment on column public.flow_template_copies.name is 'Name the member gave it.';
comment on column public.flow_template_copies.template_data is 'Steps, fields and automations as changed by the member.';
comment on column public.flow_template_copies.created_at is 'When the row was written.';
comment on column public.flow_template_copies.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.flow_template_copies for each row execute function public.touch_updated_at();
alter table public.flow_template_copies enable row level security;
alter table public.flow_template_copies force row level security;
revoke all on public.flow_template_copies from anon, authenticated;
grant select on public.flow_template_copies to authenticated;
grant insert (id, user_id, template_id, name, template_data) on public.flow_template_copies to authenticated;
grant update (name, template_data) on public.flow_template_copies to authenticated;
grant delete on public.flow_template_copies to authenticated;
create policy "members read own copies" on public.flow_template_copies
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own copies" on public.flow_template_copies
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own copies" on public.flow_template_copies
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own copies" on public.flow_template_copies
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.resources (
  id uuid primary key default gen_random_uuid(),
  platform text not null constraint resources_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  title text not null constraint resources_title_check check (length(title) between 1 and 300),
  description text,
  resource_type text not null constraint resources_resource_type_check check (resource_type in ('link', 'document', 'guide', 'video', 'audio', 'template', 'tool', 'file')),
  url text,
  content text,
  metadata jsonb not null default '{}',
  audience text not null default 'members' constraint resources_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint resources_deleted_at_check check (deleted_at is null or not is_published)
);
create index resources_platform_is_published_idx on public.resources (platform, is_published);
create index resources_is_published_idx on public.resources (is_published);
create index resources_resource_type_idx on public.resources (resource_type);
create index resources_platform_resource_type_idx on public.resources (platform, resource_type) where is_published;
create index resources_metadata_idx on public.resources using gin (metadata jsonb_path_ops);
create index resources_author_id_idx on public.resources (author_id);
comment on table public.resources is 'Library of one app: links, files and guides.';
comment on column public.resources.id is 'Unique identifier.';
comment on column public.resources.platform is 'App whose library holds it.';
comment on column public.resources.title is 'Title.';
comment on column public.resources.description is 'What it is and whom it helps.';
comment on column public.resources.resource_type is 'Kind of resource.';
comment on column public.resources.url is 'Where it is, for links and files.';
comment on column public.resources.content is 'Text of the resource, where it is held here.';
comment on column public.resources.metadata is 'Further facts such as length or language.';
comment on column public.resources.audience is 'Who may read the resource once published: everyone includes visitors, members are those with the platform.';
comment on column public.resources.is_published is 'Whether the resource is live; a draft is seen by its author and editors only.';
comment on column public.resources.published_at is 'When the resource first went live.';
comment on column public.resources.author_id is 'Who wrote the resource; empty once that account is gone.';
comment on column public.resources.deleted_at is 'When an editor put the resource in the bin; a binned resource cannot be live.';
comment on column public.resources.created_at is 'When the row was written.';
comment on column public.resources.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.resources for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.resources for each row execute function app.stamp_publication();
alter table public.resources enable row level security;
alter table public.resources force row level security;
revoke all on public.resources from anon, authenticated;
grant select on public.resources to authenticated;
grant select on public.resources to anon;
grant insert (id, platform, title, description, resource_type, url, content, metadata, audience, is_published, published_at, author_id, deleted_at) on public.resources to authenticated;
grant update (platform, title, description, resource_type, url, content, metadata, audience, is_published, published_at, author_id, deleted_at) on public.resources to authenticated;
grant delete on public.resources to authenticated;
create policy "visitors read resources published for everyone" on public.resources
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read resources published for them" on public.resources
  for select to authenticated
  using (is_published and (audience = 'everyone' or (platform = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own resources" on public.resources
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all resources" on public.resources
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add resources, publishing by right" on public.resources
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change resources, publishing by right" on public.resources
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove resources" on public.resources
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.file_uploads (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  url text not null,
  pathname text not null,
  content_type text not null constraint file_uploads_content_type_check check (content_type ~ '^[a-z0-9.+-]+/[a-z0-9.+*-]+$'),
  size integer not null constraint file_uploads_size_check check (size >= 0),
  provider text not null constraint file_uploads_provider_check check (provider in ('vercel', 'supabase', 'local')),
  title text,
  description text,
  resource_type text references public.entity_types (name),
  resource_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint file_uploads_resource_id_check check ((resource_type is null) = (resource_id is null))
);
create index file_uploads_resource_type_resource_id_idx on public.file_uploads (resource_type, resource_id);
create index file_uploads_user_id_idx on public.file_uploads (user_id);
comment on table public.file_uploads is 'Files a member has uploaded, and what they are attached to.';
comment on column public.file_uploads.id is 'Unique identifier.';
comment on column public.file_uploads.user_id is 'Who uploaded it.';
comment on column public.file_uploads.url is 'Where the file is served.';
comment on column public.file_uploads.pathname is 'Path inside the store.';
comment on column public.file_uploads.content_type is 'MIME type.';
comment on column public.file_uploads.size is 'Size in bytes.';
comment on column public.file_uploads.provider is 'Store that holds it.';
comment on column public.file_uploads.title is 'Title given by the uploader.';
comment on column public.file_uploads.description is 'Text for those who cannot see it.';
comment on column public.file_uploads.resource_type is 'Kind of the thing it is attached to.';
comment on column public.file_uploads.resource_id is 'The thing it is attached to.';
comment on column public.file_uploads.created_at is 'When the row was written.';
comment on column public.file_uploads.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.file_uploads for each row execute function public.touch_updated_at();
alter table public.file_uploads enable row level security;
alter table public.file_uploads force row level security;
revoke all on public.file_uploads from anon, authenticated;
grant select on public.file_uploads to authenticated;
grant insert (id, user_id, url, pathname, content_type, size, provider, title, description, resource_type, resource_id) on public.file_uploads to authenticated;
grant update (title, description, resource_type, resource_id) on public.file_uploads to authenticated;
grant delete on public.file_uploads to authenticated;
create policy "members read own uploads" on public.file_uploads
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own uploads" on public.file_uploads
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own uploads" on public.file_uploads
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own uploads" on public.file_uploads
  for delete to authenticated
  using (user_id = (select auth.uid()));
-- A profile picture is seen by whoever sees the member's card.
grant select on public.file_uploads to anon;
create policy "visitors read pictures of public profiles" on public.file_uploads
  for select to anon
  using (resource_type = 'profile' and exists (select from public.member_cards c where c.id = user_id));
create policy "members read pictures of people they see" on public.file_uploads
  for select to authenticated
  using (resource_type = 'profile' and exists (select from public.member_cards c where c.id = user_id));

create table public.file_contents (
  file_id uuid primary key references public.file_uploads (id) on delete cascade,
  content bytea not null constraint file_contents_content_check check (octet_length(content) between 1 and 1048576),
  created_at timestamptz not null default now()
);
comment on table public.file_contents is 'Ours: the bytes of small files whose store is this database (file_uploads.provider local).';
comment on column public.file_contents.file_id is 'The file.';
comment on column public.file_contents.content is 'Its bytes, at most one mebibyte.';
comment on column public.file_contents.created_at is 'When they were stored; contents never change.';
alter table public.file_contents enable row level security;
alter table public.file_contents force row level security;
revoke all on public.file_contents from anon, authenticated;
grant select on public.file_contents to anon, authenticated;
grant insert (file_id, content) on public.file_contents to authenticated;
create policy "visitors read contents of files they see" on public.file_contents
  for select to anon
  using (exists (select from public.file_uploads f where f.id = file_id));
create policy "members read contents of files they see" on public.file_contents
  for select to authenticated
  using (exists (select from public.file_uploads f where f.id = file_id));
create policy "members store contents of own files" on public.file_contents
  for insert to authenticated
  with check (exists (select from public.file_uploads f where f.id = file_id and f.user_id = (select auth.uid())));

select app.register_reference('content_dependencies', 'content_type', 'content_id');
select app.register_reference('content_dependencies', 'depends_on_type', 'depends_on_id');
select app.register_reference('content_schedule', 'content_type', 'content_id');
select app.register_reference('content_similarity', 'content_type', 'content_id');
select app.register_reference('content_similarity', 'similar_content_type', 'similar_content_id');
select app.register_reference('content_versions', 'content_type', 'content_id');
select app.register_reference('content_workflow', 'content_type', 'content_id');
select app.register_reference('file_uploads', 'resource_type', 'resource_id');

insert into public.schema_version (version, name) values (6, '20261101000500_content') on conflict do nothing;
