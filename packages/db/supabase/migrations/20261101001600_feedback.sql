-- What members tell us: one table, split by app.
set search_path = public, extensions;

create table if not exists public.feedback (
  id uuid not null default gen_random_uuid(),
  user_id uuid,
  app_name text not null,
  content text not null,
  kind text,
  page_path text,
  sentiment double precision,
  metadata jsonb not null default '{}',
  status text not null default 'pending',
  response text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint feedback_pkey primary key (id, app_name),
  constraint feedback_user_id_fkey foreign key (user_id) references public.users (id) on delete set null,
  constraint feedback_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null,
  constraint feedback_app_name_check check (app_name in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint feedback_content_check check (length(trim(content)) > 0 and length(content) <= 10000),
  constraint feedback_kind_check check (kind in ('idea', 'problem', 'praise', 'question')),
  constraint feedback_sentiment_check check (sentiment between -1.0 and 1.0),
  constraint feedback_status_check check (status in ('pending', 'reviewed', 'implemented', 'rejected'))
) partition by list (app_name);

create table if not exists public.feedback_hub partition of public.feedback for values in ('hub');
create table if not exists public.feedback_ascenders partition of public.feedback for values in ('ascenders');
create table if not exists public.feedback_neothinkers partition of public.feedback for values in ('neothinkers');
create table if not exists public.feedback_immortals partition of public.feedback for values in ('immortals');

comment on table public.feedback is 'Reports of members to an app''s makers, partitioned by app. Written here; each app''s inbox reads its partition.';
comment on table public.feedback_hub is 'Feedback about Hub; a partition of feedback.';
comment on table public.feedback_ascenders is 'Feedback about Ascenders; a partition of feedback.';
comment on table public.feedback_neothinkers is 'Feedback about Neothinkers; a partition of feedback.';
comment on table public.feedback_immortals is 'Feedback about Immortals; a partition of feedback.';

do $$
declare
  name text;
  described record;
begin
  foreach name in array array['feedback', 'feedback_hub', 'feedback_ascenders', 'feedback_neothinkers', 'feedback_immortals']
  loop
    for described in select * from (values
      ('id', 'Key, together with the app.'),
      ('user_id', 'Who wrote it; null once the account is closed.'),
      ('app_name', 'App that it is about.'),
      ('content', 'What the member wrote.'),
      ('kind', 'Ours: idea, problem, praise or question; null when not said.'),
      ('page_path', 'Ours: page from which it was sent.'),
      ('sentiment', 'Mood of the text, from -1 to 1; worked out by the service.'),
      ('metadata', 'Browser, size of the window and the like.'),
      ('status', 'pending, reviewed, implemented or rejected.'),
      ('response', 'Ours: what the makers answered; shown to the member.'),
      ('reviewed_by', 'Ours: who last set the status.'),
      ('reviewed_at', 'Ours: when that was.'),
      ('created_at', 'When it was sent.'),
      ('updated_at', 'When the row last changed.')
    ) as d (column_name, words)
    loop
      execute format('comment on column public.%I.%I is %L', name, described.column_name, described.words);
    end loop;
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
  end loop;
end
$$;

create index if not exists feedback_app_name_created_at_idx on public.feedback (app_name, created_at desc, id desc);
create index if not exists feedback_created_at_idx on public.feedback (created_at desc);
create index if not exists feedback_user_id_app_name_idx on public.feedback (user_id, app_name, created_at desc);
create index if not exists feedback_reviewed_by_idx on public.feedback (reviewed_by);
create index if not exists feedback_status_idx on public.feedback (status, created_at desc);

create or replace trigger feedback_touch before update on public.feedback
  for each row execute function public.touch_updated_at();

-- Rights of the partitions count only when somebody asks them directly, as the inboxes do.
grant select, insert (user_id, app_name, content, kind, page_path, metadata) on public.feedback to authenticated;
grant select on public.feedback_hub, public.feedback_ascenders, public.feedback_neothinkers, public.feedback_immortals
  to authenticated;
create policy "members read their own feedback" on public.feedback for select to authenticated
  using ((select auth.uid()) = user_id);
create policy "staff read all feedback" on public.feedback for select to authenticated
  using ((select app.has_permission('feedback:view')));
create policy "members give feedback" on public.feedback for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy "members take back feedback that nobody read" on public.feedback for delete to authenticated
  using ((select auth.uid()) = user_id and status = 'pending');
grant delete on public.feedback to authenticated;
create policy "staff of Hub read their inbox" on public.feedback_hub for select to authenticated
  using ((select app.has_permission('feedback:view', 'hub')));
create policy "staff of Ascenders read their inbox" on public.feedback_ascenders for select to authenticated
  using ((select app.has_permission('feedback:view', 'ascenders')));
create policy "staff of Neothinkers read their inbox" on public.feedback_neothinkers for select to authenticated
  using ((select app.has_permission('feedback:view', 'neothinkers')));
create policy "staff of Immortals read their inbox" on public.feedback_immortals for select to authenticated
  using ((select app.has_permission('feedback:view', 'immortals')));

insert into public.schema_version (version, name) values (17, '20261101001600_feedback')
on conflict do nothing;
