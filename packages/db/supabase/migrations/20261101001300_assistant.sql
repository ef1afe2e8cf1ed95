-- Assistant: threads, memory, traces, knowledge base and its search.
set search_path = public, extensions;

create table public.conversations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  app_name text not null constraint conversations_app_name_check check (app_name in ('hub', 'ascenders', 'immortals', 'neothinkers')),
  title text constraint conversations_title_check check (length(title) <= 300),
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index conversations_user_id_updated_at_idx on public.conversations (user_id, updated_at desc);
comment on table public.conversations is 'A thread with the assistant that a member sees in an app.';
comment on column public.conversations.id is 'Unique identifier.';
comment on column public.conversations.user_id is 'The member.';
comment on column public.conversations.app_name is 'App it belongs to.';
comment on column public.conversations.title is 'Title, which the member may change.';
comment on column public.conversations.metadata is 'Further facts such as the model.';
comment on column public.conversations.created_at is 'When the row was written.';
comment on column public.conversations.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.conversations for each row execute function public.touch_updated_at();
alter table public.conversations enable row level security;
alter table public.conversations force row level security;
revoke all on public.conversations from anon, authenticated;
grant select on public.conversations to authenticated;
grant insert (id, user_id, app_name, title) on public.conversations to authenticated;
grant update (title) on public.conversations to authenticated;
grant delete on public.conversations to authenticated;
create policy "only the owner, whoever asks" on public.conversations as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own threads" on public.conversations
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members add own threads" on public.conversations
  for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "members change own threads" on public.conversations
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members remove own threads" on public.conversations
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.chat_messages (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid not null references public.conversations (id) on delete cascade,
  user_id uuid references public.users (id) on delete set null,
  role text not null constraint chat_messages_role_check check (role in ('user', 'assistant', 'system')),
  content text not null,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index chat_messages_conversation_id_created_at_idx on public.chat_messages (conversation_id, created_at);
create index chat_messages_created_at_idx on public.chat_messages (created_at desc);
create index chat_messages_user_id_idx on public.chat_messages (user_id);
comment on table public.chat_messages is 'Lines of a thread; the member''s own are written by the member, the rest by the service.';
comment on column public.chat_messages.id is 'Unique identifier.';
comment on column public.chat_messages.conversation_id is 'The thread.';
comment on column public.chat_messages.user_id is 'Who wrote it; empty for the assistant and the system.';
comment on column public.chat_messages.role is 'Who speaks.';
comment on column public.chat_messages.content is 'The line.';
comment on column public.chat_messages.metadata is 'Cited passages and rating.';
comment on column public.chat_messages.created_at is 'When the row was written.';
alter table public.chat_messages enable row level security;
alter table public.chat_messages force row level security;
revoke all on public.chat_messages from anon, authenticated;
grant select on public.chat_messages to authenticated;
grant insert (id, conversation_id, user_id, role, content) on public.chat_messages to authenticated;
create policy "only the owner of the thread, whoever asks" on public.chat_messages as restrictive
  for all to anon, authenticated
  using (conversation_id in (select id from public.conversations where user_id = (select auth.uid())))
  with check (conversation_id in (select id from public.conversations where user_id = (select auth.uid())));
create policy "members read own threads" on public.chat_messages
  for select to authenticated
  using (conversation_id in (select id from public.conversations where user_id = (select auth.uid())));
create policy "members write own lines" on public.chat_messages
  for insert to authenticated
  with check (user_id = (select auth.uid()) and role = 'user' and conversation_id in (select id from public.conversations where user_id = (select auth.uid())));

create table public.chat_history (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  app_name text not null constraint chat_history_app_name_check check (app_name in ('hub', 'ascenders', 'immortals', 'neothinkers')),
  message text not null,
  role text not null constraint chat_history_role_check check (role in ('user', 'assistant')),
  embedding extensions.vector(1536),
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index chat_history_user_id_app_name_idx on public.chat_history (user_id, app_name);
create index chat_history_app_name_idx on public.chat_history (app_name);
create index chat_history_created_at_idx on public.chat_history (created_at desc);
comment on table public.chat_history is 'The assistant''s memory of short turns across apps; expires after 90 days.';
comment on column public.chat_history.id is 'Unique identifier.';
comment on column public.chat_history.user_id is 'The member.';
comment on column public.chat_history.app_name is 'App in which it was said.';
comment on column public.chat_history.message is 'The turn.';
comment on column public.chat_history.role is 'Who spoke.';
comment on column public.chat_history.embedding is 'Meaning as a vector, for recall.';
comment on column public.chat_history.metadata is 'Further facts.';
comment on column public.chat_history.created_at is 'When the row was written.';
alter table public.chat_history enable row level security;
alter table public.chat_history force row level security;
revoke all on public.chat_history from anon, authenticated;
grant select (id, user_id, app_name, message, role, metadata, created_at) on public.chat_history to authenticated;
grant delete on public.chat_history to authenticated;
create policy "only the owner, whoever asks" on public.chat_history as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own memory" on public.chat_history
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members remove own memory" on public.chat_history
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.ai_conversations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  conversation_id uuid references public.conversations (id) on delete set null,
  platform_slug text not null constraint ai_conversations_platform_slug_check check (platform_slug in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  title text,
  message_count integer not null default 0 constraint ai_conversations_message_count_check check (message_count >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index ai_conversations_user_id_created_at_idx on public.ai_conversations (user_id, created_at desc);
create index ai_conversations_conversation_id_idx on public.ai_conversations (conversation_id);
comment on table public.ai_conversations is 'A run of the model that produced an answer, opened from the usage page; written by the service.';
comment on column public.ai_conversations.id is 'Unique identifier.';
comment on column public.ai_conversations.user_id is 'The member it ran for.';
comment on column public.ai_conversations.conversation_id is 'Thread it answered in.';
comment on column public.ai_conversations.platform_slug is 'App it ran in.';
comment on column public.ai_conversations.title is 'What it was about.';
comment on column public.ai_conversations.message_count is 'Steps in the run; kept by trigger.';
comment on column public.ai_conversations.created_at is 'When the row was written.';
comment on column public.ai_conversations.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.ai_conversations for each row execute function public.touch_updated_at();
alter table public.ai_conversations enable row level security;
alter table public.ai_conversations force row level security;
revoke all on public.ai_conversations from anon, authenticated;
grant select on public.ai_conversations to authenticated;
grant delete on public.ai_conversations to authenticated;
create policy "only the owner, whoever asks" on public.ai_conversations as restrictive
  for all to anon, authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "members read own runs" on public.ai_conversations
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members remove own runs" on public.ai_conversations
  for delete to authenticated
  using (user_id = (select auth.uid()));

create table public.ai_messages (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid not null references public.ai_conversations (id) on delete cascade,
  role text not null constraint ai_messages_role_check check (role in ('user', 'assistant', 'system', 'function', 'tool')),
  content text not null,
  token_count integer constraint ai_messages_token_count_check check (token_count >= 0),
  created_at timestamptz not null default now()
);
create index ai_messages_conversation_id_created_at_idx on public.ai_messages (conversation_id, created_at);
comment on table public.ai_messages is 'Steps of a run: prompts, answers and tool calls with their token counts.';
comment on column public.ai_messages.id is 'Unique identifier.';
comment on column public.ai_messages.conversation_id is 'The run.';
comment on column public.ai_messages.role is 'Who speaks.';
comment on column public.ai_messages.content is 'Text of the step.';
comment on column public.ai_messages.token_count is 'Tokens it took, where known.';
comment on column public.ai_messages.created_at is 'When the row was written.';
alter table public.ai_messages enable row level security;
alter table public.ai_messages force row level security;
revoke all on public.ai_messages from anon, authenticated;
grant select on public.ai_messages to authenticated;
create policy "only the owner of the run, whoever asks" on public.ai_messages as restrictive
  for all to anon, authenticated
  using (conversation_id in (select id from public.ai_conversations where user_id = (select auth.uid())))
  with check (conversation_id in (select id from public.ai_conversations where user_id = (select auth.uid())));
create policy "members read own runs" on public.ai_messages
  for select to authenticated
  using (conversation_id in (select id from public.ai_conversations where user_id = (select auth.uid())));

create function app.count_ai_messages() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    update public.ai_conversations set message_count = message_count + 1 where id = new.conversation_id;
  else
    update public.ai_conversations set message_count = message_count - 1 where id = old.conversation_id;
  end if;
  return null;
end
$$;
comment on function app.count_ai_messages() is 'Trigger: keeps the number of steps of a run.';
create trigger count_ai_messages after insert or delete on public.ai_messages
  for each row execute function app.count_ai_messages();

create function app.touch_conversation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.conversations set updated_at = now() where id = new.conversation_id;
  return null;
end
$$;
comment on function app.touch_conversation() is 'Trigger: a new line brings its thread to the top.';
create trigger touch_conversation after insert on public.chat_messages
  for each row execute function app.touch_conversation();

create table public.ai_analytics (
  id uuid primary key default gen_random_uuid(),
  event_type text not null constraint ai_analytics_event_type_check check (length(event_type) between 1 and 100),
  app_name text not null constraint ai_analytics_app_name_check check (app_name in ('hub', 'ascenders', 'immortals', 'neothinkers')),
  user_id uuid not null references public.users (id) on delete cascade,
  metrics jsonb not null default '{}',
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index ai_analytics_event_type_app_name_idx on public.ai_analytics (event_type, app_name);
create index ai_analytics_user_id_idx on public.ai_analytics (user_id);
comment on table public.ai_analytics is 'Quality of the assistant: latency, ratings and faults by event; holds no text of members.';
comment on column public.ai_analytics.id is 'Unique identifier.';
comment on column public.ai_analytics.event_type is 'What happened.';
comment on column public.ai_analytics.app_name is 'App in which it happened.';
comment on column public.ai_analytics.user_id is 'The member it concerns.';
comment on column public.ai_analytics.metrics is 'Figures, such as milliseconds and rating.';
comment on column public.ai_analytics.metadata is 'Further facts.';
comment on column public.ai_analytics.created_at is 'When the row was written.';
alter table public.ai_analytics enable row level security;
alter table public.ai_analytics force row level security;
revoke all on public.ai_analytics from anon, authenticated;
grant select on public.ai_analytics to authenticated;
create policy "operators read quality figures" on public.ai_analytics
  for select to authenticated
  using ((select app.is_operator()));

create table public.ai_configurations (
  id uuid primary key default gen_random_uuid(),
  platform_slug text not null unique constraint ai_configurations_platform_slug_check check (platform_slug in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  default_provider text not null constraint ai_configurations_default_provider_check check (default_provider in ('openai', 'azure-openai', 'anthropic', 'perplexity', 'ollama', 'local')),
  default_models jsonb not null,
  enabled_features jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.ai_configurations is 'Switchboard: which provider, models and assistant features an app uses; keys are not held here.';
comment on column public.ai_configurations.id is 'Unique identifier.';
comment on column public.ai_configurations.platform_slug is 'The app.';
comment on column public.ai_configurations.default_provider is 'Provider used unless a feature says otherwise.';
comment on column public.ai_configurations.default_models is 'Model by task.';
comment on column public.ai_configurations.enabled_features is 'Feature by switch.';
comment on column public.ai_configurations.created_at is 'When the row was written.';
comment on column public.ai_configurations.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.ai_configurations for each row execute function public.touch_updated_at();
alter table public.ai_configurations enable row level security;
alter table public.ai_configurations force row level security;
revoke all on public.ai_configurations from anon, authenticated;
grant select on public.ai_configurations to authenticated;
grant insert (id, platform_slug, default_provider, default_models, enabled_features) on public.ai_configurations to authenticated;
grant update (platform_slug, default_provider, default_models, enabled_features) on public.ai_configurations to authenticated;
create policy "members read the switchboard" on public.ai_configurations
  for select to authenticated
  using (true);
create policy "operators set the switchboard up" on public.ai_configurations
  for insert to authenticated
  with check ((select app.is_operator()));
create policy "operators change the switchboard" on public.ai_configurations
  for update to authenticated
  using ((select app.is_operator()))
  with check ((select app.is_operator()));

create table public.ai_embeddings (
  id uuid primary key default gen_random_uuid(),
  content_id uuid not null,
  content_type text not null references public.entity_types (name),
  embedding extensions.vector(1536),
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (content_type, content_id)
);
comment on table public.ai_embeddings is 'One vector for each feedback or chat item, for likeness and clusters; written by the service.';
comment on column public.ai_embeddings.id is 'Unique identifier.';
comment on column public.ai_embeddings.content_id is 'The item.';
comment on column public.ai_embeddings.content_type is 'Kind of the item: feedback or chat_message.';
comment on column public.ai_embeddings.embedding is 'Meaning as a vector.';
comment on column public.ai_embeddings.metadata is 'Model and version that made it.';
comment on column public.ai_embeddings.created_at is 'When the row was written.';
alter table public.ai_embeddings enable row level security;
alter table public.ai_embeddings force row level security;
revoke all on public.ai_embeddings from anon, authenticated;
grant select (id, content_type, content_id, created_at) on public.ai_embeddings to authenticated;
create policy "operators see which items have vectors" on public.ai_embeddings
  for select to authenticated
  using ((select app.is_operator()));

create table public.ai_suggestions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references public.users (id) on delete cascade,
  app_name text not null constraint ai_suggestions_app_name_check check (app_name in ('hub', 'ascenders', 'immortals', 'neothinkers')),
  content_id uuid,
  content_type text not null references public.entity_types (name),
  suggestion_type text not null constraint ai_suggestions_suggestion_type_check check (suggestion_type in ('reply', 'action', 'insight')),
  content text not null,
  confidence double precision not null constraint ai_suggestions_confidence_check check (confidence >= 0 and confidence <= 1),
  is_applied boolean not null default false,
  created_at timestamptz not null default now()
);
create index ai_suggestions_content_id_content_type_idx on public.ai_suggestions (content_id, content_type);
create index ai_suggestions_user_id_idx on public.ai_suggestions (user_id);
create index ai_suggestions_content_type_idx on public.ai_suggestions (content_type);
comment on table public.ai_suggestions is 'A reply, action or insight offered on a feedback or chat item, for an operator or the member to apply.';
comment on column public.ai_suggestions.id is 'Unique identifier.';
comment on column public.ai_suggestions.user_id is 'Member it is offered to; empty for operators.';
comment on column public.ai_suggestions.app_name is 'App it belongs to.';
comment on column public.ai_suggestions.content_id is 'The item it is about.';
comment on column public.ai_suggestions.content_type is 'Kind of the item: feedback or chat_message.';
comment on column public.ai_suggestions.suggestion_type is 'Kind of suggestion.';
comment on column public.ai_suggestions.content is 'Text of the suggestion.';
comment on column public.ai_suggestions.confidence is 'How sure the model is, from 0 to 1.';
comment on column public.ai_suggestions.is_applied is 'Whether it was taken up.';
comment on column public.ai_suggestions.created_at is 'When the row was written.';
alter table public.ai_suggestions enable row level security;
alter table public.ai_suggestions force row level security;
revoke all on public.ai_suggestions from anon, authenticated;
grant select on public.ai_suggestions to authenticated;
grant update (is_applied) on public.ai_suggestions to authenticated;
create policy "members read own suggestions" on public.ai_suggestions
  for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members change own suggestions" on public.ai_suggestions
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy "operators read suggestions meant for them" on public.ai_suggestions
  for select to authenticated
  using (user_id is null and (select app.is_operator()));
create policy "operators apply suggestions meant for them" on public.ai_suggestions
  for update to authenticated
  using (user_id is null and (select app.is_operator()))
  with check (user_id is null and (select app.is_operator()));

create table public.ai_usage_metrics (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  platform_slug text not null constraint ai_usage_metrics_platform_slug_check check (platform_slug in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  request_count integer not null default 0 constraint ai_usage_metrics_request_count_check check (request_count >= 0),
  token_usage jsonb not null default '{"total":0,"prompt":0,"completion":0}',
  cost double precision not null default 0 constraint ai_usage_metrics_cost_check check (cost >= 0),
  last_used_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, platform_slug)
);
comment on table public.ai_usage_metrics is 'Quota and cost for each member and app; written by the service.';
comment on column public.ai_usage_metrics.id is 'Unique identifier.';
comment on column public.ai_usage_metrics.user_id is 'The member.';
comment on column public.ai_usage_metrics.platform_slug is 'The app.';
comment on column public.ai_usage_metrics.request_count is 'Requests so far.';
comment on column public.ai_usage_metrics.token_usage is 'Tokens so far: total, prompt, completion.';
comment on column public.ai_usage_metrics.cost is 'Cost so far, in US dollars.';
comment on column public.ai_usage_metrics.last_used_at is 'Last request.';
comment on column public.ai_usage_metrics.created_at is 'When the row was written.';
comment on column public.ai_usage_metrics.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.ai_usage_metrics for each row execute function public.touch_updated_at();
alter table public.ai_usage_metrics enable row level security;
alter table public.ai_usage_metrics force row level security;
revoke all on public.ai_usage_metrics from anon, authenticated;
grant select on public.ai_usage_metrics to authenticated;
create policy "members read own usage" on public.ai_usage_metrics
  for select to authenticated
  using (user_id = (select auth.uid()));

create table public.ai_vector_collections (
  id uuid primary key default gen_random_uuid(),
  name text not null unique constraint ai_vector_collections_name_check check (length(name) between 1 and 100),
  description text,
  audience text not null default 'members' constraint ai_vector_collections_audience_check check (audience in ('members', 'premium', 'superachiever')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.ai_vector_collections is 'Collections of the knowledge base and who may be answered from them.';
comment on column public.ai_vector_collections.id is 'Unique identifier.';
comment on column public.ai_vector_collections.name is 'Name.';
comment on column public.ai_vector_collections.description is 'What it holds.';
comment on column public.ai_vector_collections.audience is 'Members who may be answered from it.';
comment on column public.ai_vector_collections.created_at is 'When the row was written.';
comment on column public.ai_vector_collections.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.ai_vector_collections for each row execute function public.touch_updated_at();
alter table public.ai_vector_collections enable row level security;
alter table public.ai_vector_collections force row level security;
revoke all on public.ai_vector_collections from anon, authenticated;
grant select on public.ai_vector_collections to authenticated;
grant insert (id, name, description, audience) on public.ai_vector_collections to authenticated;
grant update (name, description, audience) on public.ai_vector_collections to authenticated;
grant delete on public.ai_vector_collections to authenticated;
create policy "members read collections meant for them" on public.ai_vector_collections
  for select to authenticated
  using (audience = any ((select app.my_audiences())::text[]));
create policy "editors read all collections" on public.ai_vector_collections
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add collections" on public.ai_vector_collections
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change collections" on public.ai_vector_collections
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove collections" on public.ai_vector_collections
  for delete to authenticated
  using ((select app.is_editor()));

create table public.ai_vector_documents (
  id uuid primary key default gen_random_uuid(),
  content text not null,
  metadata jsonb not null default '{}',
  source_type text references public.entity_types (name),
  source_id uuid,
  embedding extensions.vector(1536),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ai_vector_documents_source_id_check check ((source_type is null) = (source_id is null))
);
create index ai_vector_documents_source_type_source_id_idx on public.ai_vector_documents (source_type, source_id);
comment on table public.ai_vector_documents is 'Chunks of the knowledge base that the assistant searches and cites.';
comment on column public.ai_vector_documents.id is 'Unique identifier.';
comment on column public.ai_vector_documents.content is 'Text of the chunk.';
comment on column public.ai_vector_documents.metadata is 'Title, address and place of the chunk in its source, for citing.';
comment on column public.ai_vector_documents.source_type is 'Kind of the item it was cut from; empty for text brought in from outside.';
comment on column public.ai_vector_documents.source_id is 'The item it was cut from.';
comment on column public.ai_vector_documents.embedding is 'Meaning as a vector; written by the service.';
comment on column public.ai_vector_documents.created_at is 'When the row was written.';
comment on column public.ai_vector_documents.updated_at is 'When the row last changed.';
create trigger touch_updated_at before update on public.ai_vector_documents for each row execute function public.touch_updated_at();
alter table public.ai_vector_documents enable row level security;
alter table public.ai_vector_documents force row level security;
revoke all on public.ai_vector_documents from anon, authenticated;
grant select (id, content, metadata, source_type, source_id, created_at, updated_at) on public.ai_vector_documents to authenticated;
grant insert (id, content, metadata, source_type, source_id) on public.ai_vector_documents to authenticated;
grant update (content, metadata, source_type, source_id) on public.ai_vector_documents to authenticated;
grant delete on public.ai_vector_documents to authenticated;

create table public.ai_vector_collection_mappings (
  id uuid primary key default gen_random_uuid(),
  collection_id uuid not null references public.ai_vector_collections (id) on delete cascade,
  document_id uuid not null references public.ai_vector_documents (id) on delete cascade,
  created_at timestamptz not null default now(),
  unique (collection_id, document_id)
);
create index ai_vector_collection_mappings_document_id_idx on public.ai_vector_collection_mappings (document_id);
comment on table public.ai_vector_collection_mappings is 'Which chunk stands in which collection.';
comment on column public.ai_vector_collection_mappings.id is 'Unique identifier.';
comment on column public.ai_vector_collection_mappings.collection_id is 'The collection.';
comment on column public.ai_vector_collection_mappings.document_id is 'The chunk.';
comment on column public.ai_vector_collection_mappings.created_at is 'When the row was written.';
alter table public.ai_vector_collection_mappings enable row level security;
alter table public.ai_vector_collection_mappings force row level security;
revoke all on public.ai_vector_collection_mappings from anon, authenticated;
grant select on public.ai_vector_collection_mappings to authenticated;
grant insert (id, collection_id, document_id) on public.ai_vector_collection_mappings to authenticated;
grant delete on public.ai_vector_collection_mappings to authenticated;
create policy "members read places in collections meant for them" on public.ai_vector_collection_mappings
  for select to authenticated
  using (collection_id in (select c.id from public.ai_vector_collections c));
create policy "editors add places" on public.ai_vector_collection_mappings
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors remove places" on public.ai_vector_collection_mappings
  for delete to authenticated
  using ((select app.is_editor()));

create policy "members read chunks of collections meant for them" on public.ai_vector_documents
  for select to authenticated
  using (id in (select m.document_id from public.ai_vector_collection_mappings m));
create policy "editors read all chunks" on public.ai_vector_documents
  for select to authenticated
  using ((select app.is_editor()));
create policy "editors add chunks" on public.ai_vector_documents
  for insert to authenticated
  with check ((select app.is_editor()));
create policy "editors change chunks" on public.ai_vector_documents
  for update to authenticated
  using ((select app.is_editor()))
  with check ((select app.is_editor()));
create policy "editors remove chunks" on public.ai_vector_documents
  for delete to authenticated
  using ((select app.is_editor()));

-- Supabase's databases find extension types without naming their schema; do the same elsewhere.
do $migration$
begin
  if to_regrole('supabase_admin') is null and exists (
    select from pg_catalog.pg_database d join pg_catalog.pg_roles r on r.rolname = current_user
    where d.datname = current_database() and (r.rolsuper or d.datdba = r.oid)
  ) then
    execute format('alter database %I set search_path = "$user", public, extensions', current_database());
  end if;
end
$migration$;

select app.register_reference('ai_embeddings', 'content_type', 'content_id');
select app.register_reference('ai_suggestions', 'content_type', 'content_id');
select app.register_reference('ai_vector_documents', 'source_type', 'source_id');

-- Search by meaning: one function, whose body depends on whether pgvector is here. Without it, the sign
-- of each component becomes one bit; the nearest by bits are then ranked exactly by cosine.
do $migration$
declare
  engine text := (select extversion from pg_catalog.pg_extension where extname = 'vector');
begin
  if engine is not null then
    if exists (select from pg_catalog.pg_am where amname = 'hnsw') then
      create index ai_vector_documents_embedding_idx on public.ai_vector_documents
        using hnsw (embedding extensions.vector_cosine_ops);
      create index ai_embeddings_embedding_idx on public.ai_embeddings
        using hnsw (embedding extensions.vector_cosine_ops);
      create index chat_history_embedding_idx on public.chat_history
        using hnsw (embedding extensions.vector_cosine_ops);
    end if;
    execute format($create$
      create function app.match_chunks(query real[], k integer, collection uuid default null)
      returns table (document_id uuid, content text, metadata jsonb, similarity double precision)
      language plpgsql volatile security definer set search_path = '' as $body$
      begin
        if cardinality(query) <> 1536 then
          raise exception 'a query has 1536 components, not %%', cardinality(query) using errcode = '22023';
        end if;
        %s
        return query
          select d.id, d.content, d.metadata,
            1 - (d.embedding operator(extensions.<=>) query::extensions.vector)
          from public.ai_vector_documents d
          where d.embedding is not null and exists (
            select from public.ai_vector_collection_mappings m
            join public.ai_vector_collections c on c.id = m.collection_id
            where m.document_id = d.id and (collection is null or c.id = collection)
              and c.audience = any ((select app.my_audiences())::text[]))
          order by d.embedding operator(extensions.<=>) query::extensions.vector
          limit least(greatest(k, 0), 100);
      end
      $body$
    $create$, case when string_to_array(engine, '.')::integer[] >= array[0, 8]
      then 'perform set_config(''hnsw.iterative_scan'', ''strict_order'', true);' else '' end);
  else
    create table app.chunk_signatures (
      document_id uuid primary key references public.ai_vector_documents (id) on delete cascade,
      signs bit(1536) not null,
      components real[] not null
    );
    comment on table app.chunk_signatures is 'Ours: sign bits and components of each chunk''s vector, for search where pgvector is missing.';
    comment on column app.chunk_signatures.document_id is 'The chunk.';
    comment on column app.chunk_signatures.signs is 'One bit for each component: 1 where it is not negative.';
    comment on column app.chunk_signatures.components is 'The components, scaled to length 1.';
    alter table app.chunk_signatures enable row level security;
    revoke all on app.chunk_signatures from public, anon, authenticated;

    create function app.sign_bits(components real[]) returns bit(1536)
    language sql immutable strict parallel safe set search_path = '' as $body$
      select string_agg(case when c >= 0 then '1' else '0' end, '' order by i)::bit(1536)
      from unnest(components) with ordinality as u(c, i)
    $body$;
    comment on function app.sign_bits(real[]) is 'Sign of each of 1536 components as a bit.';

    create function app.sign_chunk() returns trigger
    language plpgsql security definer set search_path = '' as $body$
    declare
      raw real[] := new.embedding::real[];
      len double precision;
    begin
      if raw is null then
        delete from app.chunk_signatures where document_id = new.id;
        return null;
      end if;
      if cardinality(raw) <> 1536 then
        raise exception 'an embedding has 1536 components, not %', cardinality(raw) using errcode = '22023';
      end if;
      select sqrt(sum(c::double precision * c)) into len from unnest(raw) c;
      insert into app.chunk_signatures (document_id, signs, components)
      values (new.id, app.sign_bits(raw), (
        select array_agg((c / coalesce(nullif(len, 0), 1))::real order by i) from unnest(raw) with ordinality as u(c, i)
      ))
      on conflict (document_id) do update set signs = excluded.signs, components = excluded.components;
      return null;
    end
    $body$;
    comment on function app.sign_chunk() is 'Trigger: keeps chunk_signatures in step with the vectors.';
    create trigger sign_chunk after insert or update of embedding on public.ai_vector_documents
      for each row execute function app.sign_chunk();

    create function app.match_chunks(query real[], k integer, collection uuid default null)
    returns table (document_id uuid, content text, metadata jsonb, similarity double precision)
    language plpgsql volatile security definer set search_path = '' as $body$
    declare
      wanted bit(1536);
      len double precision;
    begin
      if cardinality(query) <> 1536 then
        raise exception 'a query has 1536 components, not %', cardinality(query) using errcode = '22023';
      end if;
      wanted := app.sign_bits(query);
      select sqrt(sum(c::double precision * c)) into len from unnest(query) c;
      return query
        with readable as (
          select distinct m.document_id
          from public.ai_vector_collection_mappings m
          join public.ai_vector_collections c on c.id = m.collection_id
          where (collection is null or c.id = collection)
            and c.audience = any ((select app.my_audiences())::text[])
        ), nearest as (
          select s.document_id, s.components
          from app.chunk_signatures s join readable r on r.document_id = s.document_id
          order by bit_count(s.signs # wanted)
          limit greatest(200, 10 * least(greatest(k, 0), 100))
        ), ranked as (
          select n.document_id, (
            select sum(a::double precision * b) from unnest(n.components, query) as u(a, b)
          ) / coalesce(nullif(len, 0), 1) as cosine
          from nearest n
          order by cosine desc
          limit least(greatest(k, 0), 100)
        )
        select d.id, d.content, d.metadata, r.cosine
        from ranked r join public.ai_vector_documents d on d.id = r.document_id
        order by r.cosine desc, d.id;
    end
    $body$;
  end if;
end
$migration$;
comment on function app.match_chunks(real[], integer, uuid) is 'The k chunks (at most 100) nearest to a vector of 1536 components among the collections the caller may be answered from, with cosine similarity, nearest first.';
revoke all on function app.match_chunks(real[], integer, uuid) from public;
grant execute on function app.match_chunks(real[], integer, uuid) to authenticated, service_role;

insert into public.schema_version (version, name) values (14, '20261101001300_assistant') on conflict do nothing;
