-- Learning: courses, units, lessons, paths, concepts, exercises and each member's progress.
set search_path = public, extensions;

create table public.courses (
  id uuid primary key default gen_random_uuid(),
  title text not null constraint courses_title_check check (length(title) between 1 and 300),
  description text,
  platform text not null constraint courses_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  section text not null,
  cover_image text,
  duration_minutes integer constraint courses_duration_minutes_check check (duration_minutes > 0),
  level text constraint courses_level_check check (level in ('beginner', 'intermediate', 'advanced')),
  outcomes text[] not null default '{}',
  audience text not null default 'members' constraint courses_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint courses_deleted_at_check check (deleted_at is null or not is_published)
);
create index courses_platform_section_idx on public.courses (platform, section);
create index courses_author_id_idx on public.courses (author_id);
comment on table public.courses is 'One closed programme of an app, made of chapters.';
comment on column public.courses.id is 'Unique identifier.';
comment on column public.courses.title is 'Title.';
comment on column public.courses.description is 'What the course is about.';
comment on column public.courses.platform is 'App that offers the course.';
comment on column public.courses.section is 'Section of the app in which it stands.';
comment on column public.courses.cover_image is 'Address of the cover picture.';
comment on column public.courses.duration_minutes is 'Time the whole course takes, in minutes.';
comment on column public.courses.level is 'How hard it is.';
comment on column public.courses.outcomes is 'What a member can do afterwards.';
comment on column public.courses.audience is 'Who may read the course once published: everyone includes visitors, members are those with the platform.';
comment on column public.courses.is_published is 'Whether the course is live; a draft is seen by its author and editors only.';
comment on column public.courses.published_at is 'When the course first went live.';
comment on column public.courses.author_id is 'Who wrote the course; empty once that account is gone.';
comment on column public.courses.deleted_at is 'When an editor put the course in the bin; a binned course cannot be live.';
comment on column public.courses.created_at is 'When the row was written.';
comment on column public.courses.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.courses for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.courses for each row execute function app.stamp_publication();
alter table public.courses enable row level security;
alter table public.courses force row level security;
revoke all on public.courses from anon, authenticated;
grant select on public.courses to authenticated;
grant select on public.courses to anon;
grant insert (id, title, description, platform, section, cover_image, duration_minutes, level, outcomes, audience, is_published, published_at, author_id, deleted_at) on public.courses to authenticated;
grant update (title, description, platform, section, cover_image, duration_minutes, level, outcomes, audience, is_published, published_at, author_id, deleted_at) on public.courses to authenticated;
grant delete on public.courses to authenticated;
create policy "visitors read courses published for everyone" on public.courses
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read courses published for them" on public.courses
  for select to authenticated
  using (is_published and (audience = 'everyone' or (platform = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own courses" on public.courses
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all courses" on public.courses
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add courses, publishing by right" on public.courses
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change courses, publishing by right" on public.courses
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove courses" on public.courses
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.modules (
  id uuid primary key default gen_random_uuid(),
  course_id uuid not null references public.courses (id) on delete cascade,
  title text not null constraint modules_title_check check (length(title) between 1 and 300),
  description text,
  sequence_order integer not null constraint modules_sequence_order_check check (sequence_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint modules_course_id_sequence_order_key unique (course_id, sequence_order) deferrable
);
comment on table public.modules is 'Chapters of a course, in order; their teaching units hang on module_units.';
comment on column public.modules.id is 'Unique identifier.';
comment on column public.modules.course_id is 'Course the chapter belongs to.';
comment on column public.modules.title is 'Title of the chapter.';
comment on column public.modules.description is 'What the chapter is about.';
comment on column public.modules.sequence_order is 'Place in the course, lowest first.';
comment on column public.modules.created_at is 'When the row was written.';
comment on column public.modules.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.modules for each row execute function public.touch_updated_at();
alter table public.modules enable row level security;
alter table public.modules force row level security;
revoke all on public.modules from anon, authenticated;
grant select on public.modules to anon, authenticated;
grant insert (id, course_id, title, description, sequence_order) on public.modules to authenticated;
grant update (course_id, title, description, sequence_order) on public.modules to authenticated;
grant delete on public.modules to authenticated;
create policy "everyone reads chapters of courses they may read" on public.modules
  for select to anon, authenticated
  using (course_id in (select id from public.courses));
create policy "editors add chapters" on public.modules
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change chapters" on public.modules
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove chapters" on public.modules
  for delete to authenticated
  using ((select app.is_editor()));

create table public.content_modules (
  id uuid primary key default gen_random_uuid(),
  platform text not null constraint content_modules_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  title text not null constraint content_modules_title_check check (length(title) between 1 and 300),
  description text,
  order_index integer not null default 0,
  metadata jsonb not null default '{}',
  audience text not null default 'members' constraint content_modules_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_modules_deleted_at_check check (deleted_at is null or not is_published)
);
create index content_modules_platform_is_published_idx on public.content_modules (platform, is_published);
create index content_modules_is_published_idx on public.content_modules (is_published);
create index content_modules_order_index_idx on public.content_modules (order_index);
create index content_modules_metadata_idx on public.content_modules using gin (metadata jsonb_path_ops);
create index content_modules_author_id_idx on public.content_modules (author_id);
comment on table public.content_modules is 'Teaching units of one app: they hold lessons and may serve several courses.';
comment on column public.content_modules.id is 'Unique identifier.';
comment on column public.content_modules.platform is 'App the unit is made for.';
comment on column public.content_modules.title is 'Title of the unit.';
comment on column public.content_modules.description is 'What the unit teaches.';
comment on column public.content_modules.order_index is 'Place in lists of the app, lowest first.';
comment on column public.content_modules.metadata is 'Further facts.';
comment on column public.content_modules.audience is 'Who may read the unit once published: everyone includes visitors, members are those with the platform.';
comment on column public.content_modules.is_published is 'Whether the unit is live; a draft is seen by its author and editors only.';
comment on column public.content_modules.published_at is 'When the unit first went live.';
comment on column public.content_modules.author_id is 'Who wrote the unit; empty once that account is gone.';
comment on column public.content_modules.deleted_at is 'When an editor put the unit in the bin; a binned unit cannot be live.';
comment on column public.content_modules.created_at is 'When the row was written.';
comment on column public.content_modules.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.content_modules for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.content_modules for each row execute function app.stamp_publication();
alter table public.content_modules enable row level security;
alter table public.content_modules force row level security;
revoke all on public.content_modules from anon, authenticated;
grant select on public.content_modules to authenticated;
grant select on public.content_modules to anon;
grant insert (id, platform, title, description, order_index, metadata, audience, is_published, published_at, author_id, deleted_at) on public.content_modules to authenticated;
grant update (platform, title, description, order_index, metadata, audience, is_published, published_at, author_id, deleted_at) on public.content_modules to authenticated;
grant delete on public.content_modules to authenticated;
create policy "visitors read units published for everyone" on public.content_modules
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read units published for them" on public.content_modules
  for select to authenticated
  using (is_published and (audience = 'everyone' or (platform = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own units" on public.content_modules
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all units" on public.content_modules
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add units, publishing by right" on public.content_modules
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change units, publishing by right" on public.content_modules
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove units" on public.content_modules
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.module_units (
  module_id uuid not null references public.modules (id) on delete cascade,
  content_module_id uuid not null references public.content_modules (id) on delete cascade,
  sequence_order integer not null default 0 constraint module_units_sequence_order_check check (sequence_order >= 0),
  primary key (module_id, content_module_id)
);
create index module_units_content_module_id_idx on public.module_units (content_module_id);
comment on table public.module_units is 'Ours: Which teaching unit a chapter uses, in which order.';
comment on column public.module_units.module_id is 'The chapter.';
comment on column public.module_units.content_module_id is 'The unit.';
comment on column public.module_units.sequence_order is 'Place in the chapter, lowest first.';
alter table public.module_units enable row level security;
alter table public.module_units force row level security;
revoke all on public.module_units from anon, authenticated;
grant select on public.module_units to anon, authenticated;
grant insert (module_id, content_module_id, sequence_order) on public.module_units to authenticated;
grant update (module_id, content_module_id, sequence_order) on public.module_units to authenticated;
grant delete on public.module_units to authenticated;
create policy "everyone reads units of chapters they may read" on public.module_units
  for select to anon, authenticated
  using (module_id in (select id from public.modules));
create policy "editors add units of chapters" on public.module_units
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change units of chapters" on public.module_units
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove units of chapters" on public.module_units
  for delete to authenticated
  using ((select app.is_editor()));

create table public.lessons (
  id uuid primary key default gen_random_uuid(),
  module_id uuid not null references public.content_modules (id) on delete cascade,
  title text not null constraint lessons_title_check check (length(title) between 1 and 300),
  content text,
  order_index integer not null default 0,
  duration_minutes integer constraint lessons_duration_minutes_check check (duration_minutes > 0),
  metadata jsonb not null default '{}',
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint lessons_deleted_at_check check (deleted_at is null or not is_published)
);
create index lessons_is_published_idx on public.lessons (is_published);
create index lessons_module_id_idx on public.lessons (module_id);
create index lessons_module_id_order_index_idx on public.lessons (module_id, order_index) where is_published;
create index lessons_order_index_idx on public.lessons (order_index);
create index lessons_metadata_idx on public.lessons using gin (metadata jsonb_path_ops);
create index lessons_author_id_idx on public.lessons (author_id);
comment on table public.lessons is 'Lessons of a unit: what a member reads or watches in one sitting.';
comment on column public.lessons.id is 'Unique identifier.';
comment on column public.lessons.module_id is 'Unit the lesson belongs to (content_modules).';
comment on column public.lessons.title is 'Title.';
comment on column public.lessons.content is 'Body as Markdown.';
comment on column public.lessons.order_index is 'Place in the unit, lowest first.';
comment on column public.lessons.duration_minutes is 'Time it takes, in minutes.';
comment on column public.lessons.metadata is 'Further facts such as video address or transcript.';
comment on column public.lessons.is_published is 'Whether the lesson is live; its unit decides for whom.';
comment on column public.lessons.published_at is 'When the lesson first went live.';
comment on column public.lessons.author_id is 'Who wrote the lesson; empty once that account is gone.';
comment on column public.lessons.deleted_at is 'When an editor put the lesson in the bin; a binned lesson cannot be live.';
comment on column public.lessons.created_at is 'When the row was written.';
comment on column public.lessons.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.lessons for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.lessons for each row execute function app.stamp_publication();
alter table public.lessons enable row level security;
alter table public.lessons force row level security;
revoke all on public.lessons from anon, authenticated;
grant select on public.lessons to anon, authenticated;
grant insert (id, module_id, title, content, order_index, duration_minutes, metadata, is_published, published_at, author_id, deleted_at) on public.lessons to authenticated;
grant update (module_id, title, content, order_index, duration_minutes, metadata, is_published, published_at, author_id, deleted_at) on public.lessons to authenticated;
grant delete on public.lessons to authenticated;
create policy "everyone reads live lessons of units they may read" on public.lessons
  for select to anon, authenticated
  using (is_published and module_id in (select id from public.content_modules));
create policy "authors read own lessons" on public.lessons
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all lessons" on public.lessons
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add lessons, publishing by right" on public.lessons
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change lessons, publishing by right" on public.lessons
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove lessons" on public.lessons
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.learning_paths (
  id uuid primary key default gen_random_uuid(),
  platform text not null constraint learning_paths_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  path_name text not null constraint learning_paths_path_name_check check (length(path_name) between 1 and 300),
  description text,
  difficulty_level text constraint learning_paths_difficulty_level_check check (difficulty_level in ('beginner', 'intermediate', 'advanced')),
  prerequisites jsonb not null default '[]',
  metadata jsonb not null default '{}',
  audience text not null default 'members' constraint learning_paths_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint learning_paths_deleted_at_check check (deleted_at is null or not is_published)
);
create index learning_paths_platform_idx on public.learning_paths (platform);
create index learning_paths_author_id_idx on public.learning_paths (author_id);
comment on table public.learning_paths is 'Curated sequences across kinds of content, with prerequisites.';
comment on column public.learning_paths.id is 'Unique identifier.';
comment on column public.learning_paths.platform is 'App that offers the path.';
comment on column public.learning_paths.path_name is 'Name of the path.';
comment on column public.learning_paths.description is 'Where the path leads.';
comment on column public.learning_paths.difficulty_level is 'How hard it is.';
comment on column public.learning_paths.prerequisites is 'What a member needs before starting, as shown.';
comment on column public.learning_paths.metadata is 'Further facts.';
comment on column public.learning_paths.audience is 'Who may read the path once published: everyone includes visitors, members are those with the platform.';
comment on column public.learning_paths.is_published is 'Whether the path is live; a draft is seen by its author and editors only.';
comment on column public.learning_paths.published_at is 'When the path first went live.';
comment on column public.learning_paths.author_id is 'Who wrote the path; empty once that account is gone.';
comment on column public.learning_paths.deleted_at is 'When an editor put the path in the bin; a binned path cannot be live.';
comment on column public.learning_paths.created_at is 'When the row was written.';
comment on column public.learning_paths.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.learning_paths for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.learning_paths for each row execute function app.stamp_publication();
alter table public.learning_paths enable row level security;
alter table public.learning_paths force row level security;
revoke all on public.learning_paths from anon, authenticated;
grant select on public.learning_paths to authenticated;
grant select on public.learning_paths to anon;
grant insert (id, platform, path_name, description, difficulty_level, prerequisites, metadata, audience, is_published, published_at, author_id, deleted_at) on public.learning_paths to authenticated;
grant update (platform, path_name, description, difficulty_level, prerequisites, metadata, audience, is_published, published_at, author_id, deleted_at) on public.learning_paths to authenticated;
grant delete on public.learning_paths to authenticated;
create policy "visitors read paths published for everyone" on public.learning_paths
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read paths published for them" on public.learning_paths
  for select to authenticated
  using (is_published and (audience = 'everyone' or (platform = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own paths" on public.learning_paths
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all paths" on public.learning_paths
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add paths, publishing by right" on public.learning_paths
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change paths, publishing by right" on public.learning_paths
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove paths" on public.learning_paths
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.learning_path_items (
  id uuid primary key default gen_random_uuid(),
  path_id uuid not null references public.learning_paths (id) on delete cascade,
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  order_index integer not null constraint learning_path_items_order_index_check check (order_index >= 0),
  is_required boolean not null default true,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (path_id, content_type, content_id)
);
create index learning_path_items_path_id_order_index_idx on public.learning_path_items (path_id, order_index);
create index learning_path_items_content_type_content_id_idx on public.learning_path_items (content_type, content_id);
comment on table public.learning_path_items is 'The steps of a path, in order, each pointing at any kind of content.';
comment on column public.learning_path_items.id is 'Unique identifier.';
comment on column public.learning_path_items.path_id is 'The path.';
comment on column public.learning_path_items.content_type is 'Kind of the item.';
comment on column public.learning_path_items.content_id is 'The item.';
comment on column public.learning_path_items.order_index is 'Place in the path, lowest first.';
comment on column public.learning_path_items.is_required is 'Whether the path counts as done only with this step.';
comment on column public.learning_path_items.metadata is 'Further facts.';
comment on column public.learning_path_items.created_at is 'When the row was written.';
comment on column public.learning_path_items.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.learning_path_items for each row execute function public.touch_updated_at();
alter table public.learning_path_items enable row level security;
alter table public.learning_path_items force row level security;
revoke all on public.learning_path_items from anon, authenticated;
grant select on public.learning_path_items to anon, authenticated;
grant insert (id, path_id, content_type, content_id, order_index, is_required, metadata) on public.learning_path_items to authenticated;
grant update (path_id, content_type, content_id, order_index, is_required, metadata) on public.learning_path_items to authenticated;
grant delete on public.learning_path_items to authenticated;
create policy "everyone reads steps of paths they may read" on public.learning_path_items
  for select to anon, authenticated
  using (path_id in (select id from public.learning_paths));
create policy "editors add steps" on public.learning_path_items
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change steps" on public.learning_path_items
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove steps" on public.learning_path_items
  for delete to authenticated
  using ((select app.is_editor()));

create table public.learning_progress (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  status text not null default 'not_started' constraint learning_progress_status_check check (status in ('not_started', 'in_progress', 'completed')),
  progress_percentage integer not null default 0 constraint learning_progress_progress_percentage_check check (progress_percentage between 0 and 100),
  started_at timestamptz default now(),
  completed_at timestamptz,
  last_interaction_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (user_id, content_type, content_id),
  constraint learning_progress_completed_at_check check ((status = 'completed') = (completed_at is not null))
);
create index learning_progress_content_type_content_id_idx on public.learning_progress (content_type, content_id);
create index learning_progress_user_id_status_idx on public.learning_progress (user_id, status);
comment on table public.learning_progress is 'A member''s state on one item: not started, in progress or completed.';
comment on column public.learning_progress.id is 'Unique identifier.';
comment on column public.learning_progress.user_id is 'The member.';
comment on column public.learning_progress.content_type is 'Kind of the item.';
comment on column public.learning_progress.content_id is 'The item.';
comment on column public.learning_progress.status is 'Where the member stands.';
comment on column public.learning_progress.progress_percentage is 'How much is done, in per cent.';
comment on column public.learning_progress.started_at is 'When the member began.';
comment on column public.learning_progress.completed_at is 'When the member finished; set by trigger, once.';
comment on column public.learning_progress.last_interaction_at is 'Last move; set by trigger.';
comment on column public.learning_progress.metadata is 'Place to resume and answers on the way.';
alter table public.learning_progress enable row level security;
alter table public.learning_progress force row level security;
revoke all on public.learning_progress from anon, authenticated;
grant select on public.learning_progress to authenticated;
grant insert (id, user_id, content_type, content_id, status, progress_percentage, metadata) on public.learning_progress to authenticated;
grant update (status, progress_percentage, metadata) on public.learning_progress to authenticated;
grant delete on public.learning_progress to authenticated;
create policy "members read own progress" on public.learning_progress
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own progress" on public.learning_progress
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own progress" on public.learning_progress
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own progress" on public.learning_progress
  for delete to authenticated
  using (user_id = (select auth.uid()));

create function app.stamp_learning_progress() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.last_interaction_at := now();
  if new.status = 'completed' then
    new.progress_percentage := 100;
    new.completed_at := coalesce(new.completed_at, now());
  else
    new.completed_at := null;
  end if;
  return new;
end
$$;
comment on function app.stamp_learning_progress() is 'Trigger: keeps the stamps and the percentage in step with the status.';
create trigger stamp_learning_progress before insert or update on public.learning_progress
  for each row execute function app.stamp_learning_progress();

create table public.learning_recommendations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  relevance_score numeric not null constraint learning_recommendations_relevance_score_check check (relevance_score between 0 and 1),
  recommendation_reason text,
  dismissed_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  unique (user_id, content_type, content_id)
);
create index learning_recommendations_user_id_relevance_score_idx on public.learning_recommendations (user_id, relevance_score desc);
create index learning_recommendations_content_type_idx on public.learning_recommendations (content_type);
comment on table public.learning_recommendations is 'What a member might learn next, with the reason; rebuilt by a job.';
comment on column public.learning_recommendations.id is 'Unique identifier.';
comment on column public.learning_recommendations.user_id is 'The member.';
comment on column public.learning_recommendations.content_type is 'Kind of the item.';
comment on column public.learning_recommendations.content_id is 'The item.';
comment on column public.learning_recommendations.relevance_score is 'How well it fits, from 0 to 1.';
comment on column public.learning_recommendations.recommendation_reason is 'Why it is offered, in words for the member.';
comment on column public.learning_recommendations.dismissed_at is 'When the member waved it away.';
comment on column public.learning_recommendations.expires_at is 'When it lapses.';
comment on column public.learning_recommendations.created_at is 'When the row was written.';
alter table public.learning_recommendations enable row level security;
alter table public.learning_recommendations force row level security;
revoke all on public.learning_recommendations from anon, authenticated;
grant select on public.learning_recommendations to authenticated;
grant update (dismissed_at) on public.learning_recommendations to authenticated;
create policy "members read own recommendations" on public.learning_recommendations
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members change own recommendations" on public.learning_recommendations
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create table public.skill_requirements (
  id uuid primary key default gen_random_uuid(),
  content_type text not null references public.entity_types (name),
  content_id uuid not null,
  skill_name text not null constraint skill_requirements_skill_name_check check (length(skill_name) between 1 and 100),
  required_level integer not null constraint skill_requirements_required_level_check check (required_level between 1 and 12),
  created_at timestamptz not null default now(),
  unique (content_type, content_id, skill_name)
);
comment on table public.skill_requirements is 'Which skill, at which level, an item asks for.';
comment on column public.skill_requirements.id is 'Unique identifier.';
comment on column public.skill_requirements.content_type is 'Kind of the item.';
comment on column public.skill_requirements.content_id is 'The item.';
comment on column public.skill_requirements.skill_name is 'The skill.';
comment on column public.skill_requirements.required_level is 'Lowest level that opens the item, of the twelve mastery levels.';
comment on column public.skill_requirements.created_at is 'When the row was written.';
alter table public.skill_requirements enable row level security;
alter table public.skill_requirements force row level security;
revoke all on public.skill_requirements from anon, authenticated;
grant select on public.skill_requirements to authenticated;
grant insert (id, content_type, content_id, skill_name, required_level) on public.skill_requirements to authenticated;
grant update (content_type, content_id, skill_name, required_level) on public.skill_requirements to authenticated;
grant delete on public.skill_requirements to authenticated;
create policy "members read skill requirements" on public.skill_requirements
  for select to authenticated
  using (true);
create policy "editors add skill requirements" on public.skill_requirements
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change skill requirements" on public.skill_requirements
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove skill requirements" on public.skill_requirements
  for delete to authenticated
  using ((select app.is_editor()));

create table public.concepts (
  id uuid primary key default gen_random_uuid(),
  title text not null constraint concepts_title_check check (length(title) between 1 and 300),
  description text not null,
  category text not null,
  importance_level integer not null constraint concepts_importance_level_check check (importance_level between 1 and 10),
  prerequisite_concepts text[] not null default '{}',
  related_concepts text[] not null default '{}',
  application_examples text[] not null default '{}',
  tenant_slug text not null references public.tenants (slug) on update cascade on delete restrict,
  audience text not null default 'members' constraint concepts_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (tenant_slug, title),
  constraint concepts_deleted_at_check check (deleted_at is null or not is_published)
);
create index concepts_category_idx on public.concepts (category);
create index concepts_author_id_idx on public.concepts (author_id);
comment on table public.concepts is 'Ideas of the concept map.';
comment on column public.concepts.id is 'Unique identifier.';
comment on column public.concepts.title is 'Name of the idea.';
comment on column public.concepts.description is 'What it says.';
comment on column public.concepts.category is 'Group on the map.';
comment on column public.concepts.importance_level is 'Weight on the map, 10 is most.';
comment on column public.concepts.prerequisite_concepts is 'Ids of ideas that come first, as text; concept_relationships holds them typed.';
comment on column public.concepts.related_concepts is 'Ids of neighbours, as text; concept_relationships holds them typed.';
comment on column public.concepts.application_examples is 'Where the idea is of use.';
comment on column public.concepts.tenant_slug is 'Community the idea belongs to.';
comment on column public.concepts.audience is 'Who may read the concept once published: everyone includes visitors, members are those with the platform.';
comment on column public.concepts.is_published is 'Whether the concept is live; a draft is seen by its author and editors only.';
comment on column public.concepts.published_at is 'When the concept first went live.';
comment on column public.concepts.author_id is 'Who wrote the concept; empty once that account is gone.';
comment on column public.concepts.deleted_at is 'When an editor put the concept in the bin; a binned concept cannot be live.';
comment on column public.concepts.created_at is 'When the row was written.';
comment on column public.concepts.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.concepts for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.concepts for each row execute function app.stamp_publication();
alter table public.concepts enable row level security;
alter table public.concepts force row level security;
revoke all on public.concepts from anon, authenticated;
grant select on public.concepts to authenticated;
grant select on public.concepts to anon;
grant insert (id, title, description, category, importance_level, prerequisite_concepts, related_concepts, application_examples, tenant_slug, audience, is_published, published_at, author_id, deleted_at) on public.concepts to authenticated;
grant update (title, description, category, importance_level, prerequisite_concepts, related_concepts, application_examples, tenant_slug, audience, is_published, published_at, author_id, deleted_at) on public.concepts to authenticated;
grant delete on public.concepts to authenticated;
create policy "visitors read concepts published for everyone" on public.concepts
  for select to anon
  using (is_published and audience = 'everyone');
create policy "members read concepts published for them" on public.concepts
  for select to authenticated
  using (is_published and (audience = 'everyone' or (tenant_slug = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own concepts" on public.concepts
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all concepts" on public.concepts
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add concepts, publishing by right" on public.concepts
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change concepts, publishing by right" on public.concepts
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove concepts" on public.concepts
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.concept_relationships (
  id uuid primary key default gen_random_uuid(),
  source_concept_id uuid not null references public.concepts (id) on delete cascade,
  target_concept_id uuid not null references public.concepts (id) on delete cascade,
  relationship_type text not null constraint concept_relationships_relationship_type_check check (relationship_type in ('prerequisite', 'related', 'part_of', 'applies', 'contrasts')),
  relationship_strength integer not null constraint concept_relationships_relationship_strength_check check (relationship_strength between 1 and 10),
  explanation text,
  unique (source_concept_id, target_concept_id),
  constraint concept_relationships_target_concept_id_check check (source_concept_id <> target_concept_id)
);
create index concept_relationships_target_concept_id_idx on public.concept_relationships (target_concept_id);
comment on table public.concept_relationships is 'Edges of the concept map: kind and strength.';
comment on column public.concept_relationships.id is 'Unique identifier.';
comment on column public.concept_relationships.source_concept_id is 'Where the edge starts.';
comment on column public.concept_relationships.target_concept_id is 'Where the edge ends.';
comment on column public.concept_relationships.relationship_type is 'What the source is to the target.';
comment on column public.concept_relationships.relationship_strength is 'How close they are, 10 is most.';
comment on column public.concept_relationships.explanation is 'Why they belong together.';
alter table public.concept_relationships enable row level security;
alter table public.concept_relationships force row level security;
revoke all on public.concept_relationships from anon, authenticated;
grant select on public.concept_relationships to anon, authenticated;
grant insert (id, source_concept_id, target_concept_id, relationship_type, relationship_strength, explanation) on public.concept_relationships to authenticated;
grant update (source_concept_id, target_concept_id, relationship_type, relationship_strength, explanation) on public.concept_relationships to authenticated;
grant delete on public.concept_relationships to authenticated;
create policy "everyone reads edges between concepts they may read" on public.concept_relationships
  for select to anon, authenticated
  using (source_concept_id in (select id from public.concepts) and target_concept_id in (select id from public.concepts));
create policy "editors add edges" on public.concept_relationships
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change edges" on public.concept_relationships
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove edges" on public.concept_relationships
  for delete to authenticated
  using ((select app.is_editor()));

create table public.enrollments (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  course_id uuid not null references public.courses (id) on delete cascade,
  status text not null default 'active' constraint enrollments_status_check check (status in ('active', 'completed', 'left')),
  enrolled_at timestamptz not null default now(),
  completed_at timestamptz,
  last_lesson_id uuid references public.lessons (id) on delete set null,
  updated_at timestamptz not null default now(),
  unique (user_id, course_id)
);
create index enrollments_course_id_idx on public.enrollments (course_id);
create index enrollments_last_lesson_id_idx on public.enrollments (last_lesson_id);
comment on table public.enrollments is 'Ours: Which member takes which course.';
comment on column public.enrollments.id is 'Unique identifier.';
comment on column public.enrollments.user_id is 'The member.';
comment on column public.enrollments.course_id is 'The course.';
comment on column public.enrollments.status is 'Whether the member is in it, done or gone.';
comment on column public.enrollments.enrolled_at is 'When the member joined.';
comment on column public.enrollments.completed_at is 'When the member finished; set by the service.';
comment on column public.enrollments.last_lesson_id is 'Lesson to resume at.';
comment on column public.enrollments.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.enrollments for each row execute function public.touch_updated_at();
alter table public.enrollments enable row level security;
alter table public.enrollments force row level security;
revoke all on public.enrollments from anon, authenticated;
grant select on public.enrollments to authenticated;
grant insert (id, user_id, course_id) on public.enrollments to authenticated;
grant update (status, last_lesson_id) on public.enrollments to authenticated;
grant delete on public.enrollments to authenticated;
create policy "members read own enrolments" on public.enrollments
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members join courses they may read" on public.enrollments
  for insert to authenticated
  with check (user_id = (select auth.uid()) and course_id in (select id from public.courses where is_published));
create policy "members resume or leave own courses" on public.enrollments
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()) and status <> 'completed');
create policy "members remove own enrolments" on public.enrollments
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.thought_exercises (
  id uuid primary key default gen_random_uuid(),
  title text not null constraint thought_exercises_title_check check (length(title) between 1 and 300),
  description text not null,
  instructions text not null,
  category text not null constraint thought_exercises_category_check check (category in ('reflection', 'analysis', 'creative', 'integration', 'application')),
  difficulty text not null constraint thought_exercises_difficulty_check check (difficulty in ('beginner', 'intermediate', 'advanced')),
  estimated_minutes integer not null constraint thought_exercises_estimated_minutes_check check (estimated_minutes > 0),
  benefits text[] not null default '{}',
  prerequisites text[] not null default '{}',
  input_type text not null constraint thought_exercises_input_type_check check (input_type in ('text', 'list', 'choice', 'scale', 'drawing')),
  related_concepts text[] not null default '{}',
  is_featured boolean not null default false,
  tenant_slug text not null references public.tenants (slug) on update cascade on delete restrict,
  audience text not null default 'members' constraint thought_exercises_audience_check check (audience in ('everyone', 'members', 'premium', 'superachiever')),
  is_published boolean not null default false,
  published_at timestamptz,
  author_id uuid references public.users (id) on delete set null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint thought_exercises_deleted_at_check check (deleted_at is null or not is_published)
);
create index thought_exercises_tenant_slug_idx on public.thought_exercises (tenant_slug);
create index thought_exercises_author_id_idx on public.thought_exercises (author_id);
comment on table public.thought_exercises is 'Ours: Exercises in thinking, with instructions and the kind of answer they ask for.';
comment on column public.thought_exercises.id is 'Unique identifier.';
comment on column public.thought_exercises.title is 'Title.';
comment on column public.thought_exercises.description is 'What it trains.';
comment on column public.thought_exercises.instructions is 'What to do, as Markdown.';
comment on column public.thought_exercises.category is 'Kind of thinking.';
comment on column public.thought_exercises.difficulty is 'How hard it is.';
comment on column public.thought_exercises.estimated_minutes is 'Time it takes, in minutes.';
comment on column public.thought_exercises.benefits is 'What it is good for.';
comment on column public.thought_exercises.prerequisites is 'What to have done before.';
comment on column public.thought_exercises.input_type is 'Kind of answer.';
comment on column public.thought_exercises.related_concepts is 'Ids of concepts it trains, as text.';
comment on column public.thought_exercises.is_featured is 'Whether lists put it first.';
comment on column public.thought_exercises.tenant_slug is 'Community it belongs to.';
comment on column public.thought_exercises.audience is 'Who may read the exercise once published: everyone includes visitors, members are those with the platform.';
comment on column public.thought_exercises.is_published is 'Whether the exercise is live; a draft is seen by its author and editors only.';
comment on column public.thought_exercises.published_at is 'When the exercise first went live.';
comment on column public.thought_exercises.author_id is 'Who wrote the exercise; empty once that account is gone.';
comment on column public.thought_exercises.deleted_at is 'When an editor put the exercise in the bin; a binned exercise cannot be live.';
comment on column public.thought_exercises.created_at is 'When the row was written.';
comment on column public.thought_exercises.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.thought_exercises for each row execute function public.touch_updated_at();
create trigger stamp_publication before insert or update of is_published on public.thought_exercises for each row execute function app.stamp_publication();
alter table public.thought_exercises enable row level security;
alter table public.thought_exercises force row level security;
revoke all on public.thought_exercises from anon, authenticated;
grant select on public.thought_exercises to authenticated;
grant insert (id, title, description, instructions, category, difficulty, estimated_minutes, benefits, prerequisites, input_type, related_concepts, is_featured, tenant_slug, audience, is_published, published_at, author_id, deleted_at) on public.thought_exercises to authenticated;
grant update (title, description, instructions, category, difficulty, estimated_minutes, benefits, prerequisites, input_type, related_concepts, is_featured, tenant_slug, audience, is_published, published_at, author_id, deleted_at) on public.thought_exercises to authenticated;
grant delete on public.thought_exercises to authenticated;
create policy "members read exercises published for them" on public.thought_exercises
  for select to authenticated
  using (is_published and (audience = 'everyone' or (tenant_slug = any ((select app.my_platforms())::text[]) and audience = any ((select app.my_audiences())::text[]))));
create policy "authors read own exercises" on public.thought_exercises
  for select to authenticated
  using (author_id = (select auth.uid()));
create policy "editors read all exercises" on public.thought_exercises
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add exercises, publishing by right" on public.thought_exercises
  for insert to authenticated
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "editors change exercises, publishing by right" on public.thought_exercises
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()) and (not is_published or (select app.has_permission('content:publish'))));
create policy "those who may delete content remove exercises" on public.thought_exercises
  for delete to authenticated
  using ((select app.has_permission('content:delete')));

create table public.user_exercise_progress (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  exercise_id uuid not null references public.thought_exercises (id) on delete cascade,
  started_at timestamptz not null default now(),
  completed_at timestamptz,
  time_spent_seconds integer not null default 0 constraint user_exercise_progress_time_spent_seconds_check check (time_spent_seconds >= 0),
  responses jsonb not null default '{}',
  insights text[] not null default '{}',
  favorite boolean not null default false,
  constraint user_exercise_progress_completed_at_check check (completed_at >= started_at)
);
create index user_exercise_progress_user_id_exercise_id_idx on public.user_exercise_progress (user_id, exercise_id);
create index user_exercise_progress_exercise_id_idx on public.user_exercise_progress (exercise_id);
comment on table public.user_exercise_progress is 'Ours: A member''s answers to an exercise; nobody else reads them.';
comment on column public.user_exercise_progress.id is 'Unique identifier.';
comment on column public.user_exercise_progress.user_id is 'The member.';
comment on column public.user_exercise_progress.exercise_id is 'The exercise.';
comment on column public.user_exercise_progress.started_at is 'When the member began.';
comment on column public.user_exercise_progress.completed_at is 'When the member finished.';
comment on column public.user_exercise_progress.time_spent_seconds is 'Time spent, in seconds.';
comment on column public.user_exercise_progress.responses is 'The answers.';
comment on column public.user_exercise_progress.insights is 'What the member took from it.';
comment on column public.user_exercise_progress.favorite is 'Whether the member marked it.';
alter table public.user_exercise_progress enable row level security;
alter table public.user_exercise_progress force row level security;
revoke all on public.user_exercise_progress from anon, authenticated;
grant select on public.user_exercise_progress to authenticated;
grant insert (id, user_id, exercise_id, started_at, completed_at, time_spent_seconds, responses, insights, favorite) on public.user_exercise_progress to authenticated;
grant update (completed_at, time_spent_seconds, responses, insights, favorite) on public.user_exercise_progress to authenticated;
grant delete on public.user_exercise_progress to authenticated;
create policy "only the owner, whoever asks" on public.user_exercise_progress as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own answers" on public.user_exercise_progress
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own answers" on public.user_exercise_progress
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own answers" on public.user_exercise_progress
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own answers" on public.user_exercise_progress
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.thinking_assessments (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  completed boolean not null default false,
  answers jsonb not null default '{}',
  results jsonb not null default '{}',
  thinking_archetype text,
  dimension_scores jsonb not null default '{}',
  strengths text[] not null default '{}',
  growth_areas text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index thinking_assessments_user_id_created_at_idx on public.thinking_assessments (user_id, created_at desc);
comment on table public.thinking_assessments is 'Ours: A member''s thinking-style assessment: answers, archetype and dimensions; nobody else reads it.';
comment on column public.thinking_assessments.id is 'Unique identifier.';
comment on column public.thinking_assessments.user_id is 'The member.';
comment on column public.thinking_assessments.completed is 'Whether all questions are answered.';
comment on column public.thinking_assessments.answers is 'Answers by question.';
comment on column public.thinking_assessments.results is 'Figures computed from the answers.';
comment on column public.thinking_assessments.thinking_archetype is 'Name of the style that fits best.';
comment on column public.thinking_assessments.dimension_scores is 'Score by dimension, 0 to 100, for the radar chart.';
comment on column public.thinking_assessments.strengths is 'What the member is strong at.';
comment on column public.thinking_assessments.growth_areas is 'Where the member may grow.';
comment on column public.thinking_assessments.created_at is 'When the row was written.';
comment on column public.thinking_assessments.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.thinking_assessments for each row execute function public.touch_updated_at();
alter table public.thinking_assessments enable row level security;
alter table public.thinking_assessments force row level security;
revoke all on public.thinking_assessments from anon, authenticated;
grant select on public.thinking_assessments to authenticated;
grant insert (id, user_id, completed, answers, results, thinking_archetype, dimension_scores, strengths, growth_areas) on public.thinking_assessments to authenticated;
grant update (completed, answers, results, thinking_archetype, dimension_scores, strengths, growth_areas) on public.thinking_assessments to authenticated;
grant delete on public.thinking_assessments to authenticated;
create policy "only the owner, whoever asks" on public.thinking_assessments as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own assessments" on public.thinking_assessments
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own assessments" on public.thinking_assessments
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own assessments" on public.thinking_assessments
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own assessments" on public.thinking_assessments
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.user_concept_progress (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  concept_id uuid not null references public.concepts (id) on delete cascade,
  familiarity_level integer not null default 0 constraint user_concept_progress_familiarity_level_check check (familiarity_level between 0 and 10),
  last_viewed_at timestamptz,
  notes text,
  favorite boolean not null default false,
  unique (user_id, concept_id)
);
create index user_concept_progress_concept_id_idx on public.user_concept_progress (concept_id);
comment on table public.user_concept_progress is 'Ours: How familiar a member is with a concept, with own notes.';
comment on column public.user_concept_progress.id is 'Unique identifier.';
comment on column public.user_concept_progress.user_id is 'The member.';
comment on column public.user_concept_progress.concept_id is 'The concept.';
comment on column public.user_concept_progress.familiarity_level is 'How well the member says to know it, 10 is most.';
comment on column public.user_concept_progress.last_viewed_at is 'When the member last opened it.';
comment on column public.user_concept_progress.notes is 'The member''s notes.';
comment on column public.user_concept_progress.favorite is 'Whether the member marked it.';
alter table public.user_concept_progress enable row level security;
alter table public.user_concept_progress force row level security;
revoke all on public.user_concept_progress from anon, authenticated;
grant select on public.user_concept_progress to authenticated;
grant insert (id, user_id, concept_id, familiarity_level, last_viewed_at, notes, favorite) on public.user_concept_progress to authenticated;
grant update (familiarity_level, last_viewed_at, notes, favorite) on public.user_concept_progress to authenticated;
grant delete on public.user_concept_progress to authenticated;
create policy "members read own concept notes" on public.user_concept_progress
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own concept notes" on public.user_concept_progress
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own concept notes" on public.user_concept_progress
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own concept notes" on public.user_concept_progress
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.user_skills (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  skill_name text not null constraint user_skills_skill_name_check check (length(skill_name) between 1 and 100),
  proficiency_level integer not null constraint user_skills_proficiency_level_check check (proficiency_level between 0 and 12),
  last_assessed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, skill_name)
);
comment on table public.user_skills is 'Ours: A member''s proven skill levels, which open gated items; written by the service.';
comment on column public.user_skills.id is 'Unique identifier.';
comment on column public.user_skills.user_id is 'The member.';
comment on column public.user_skills.skill_name is 'The skill.';
comment on column public.user_skills.proficiency_level is 'Level reached, of the twelve mastery levels.';
comment on column public.user_skills.last_assessed_at is 'When the level was last proven.';
comment on column public.user_skills.created_at is 'When the row was written.';
comment on column public.user_skills.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.user_skills for each row execute function public.touch_updated_at();
alter table public.user_skills enable row level security;
alter table public.user_skills force row level security;
revoke all on public.user_skills from anon, authenticated;
grant select on public.user_skills to authenticated;
create policy "members read own skills" on public.user_skills
  for select to authenticated
  using (user_id = (select auth.uid()));

select app.register_reference('learning_path_items', 'content_type', 'content_id');
select app.register_reference('learning_progress', 'content_type', 'content_id');
select app.register_reference('learning_recommendations', 'content_type', 'content_id');
select app.register_reference('skill_requirements', 'content_type', 'content_id');

insert into public.schema_version (version, name) values (7, '20261101000600_learning') on conflict do nothing;
