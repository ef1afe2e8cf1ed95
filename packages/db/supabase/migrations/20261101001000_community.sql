-- Feed, forum, activity and everything that members do to each other there.
set search_path = public, extensions;

create table if not exists member_blocks (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  blocked_user_id uuid not null references users (id) on delete cascade,
  kind text not null default 'block',
  created_at timestamptz not null default now(),
  constraint member_blocks_user_id_blocked_user_id_key unique (user_id, blocked_user_id),
  constraint member_blocks_self_check check (user_id <> blocked_user_id),
  constraint member_blocks_kind_check check (kind in ('block', 'mute'))
);
comment on table member_blocks is 'Ours: whom a member blocks or mutes; a block hides both from each other, a mute hides one side only.';
comment on column member_blocks.id is 'Key of the record.';
comment on column member_blocks.user_id is 'Member who blocks or mutes.';
comment on column member_blocks.blocked_user_id is 'Member who is blocked or muted.';
comment on column member_blocks.kind is 'Whether it is a block or a mute.';
comment on column member_blocks.created_at is 'When it was set.';
alter table member_blocks enable row level security;
alter table member_blocks force row level security;
revoke all on member_blocks from anon, authenticated;
grant all on member_blocks to service_role;
create index if not exists member_blocks_blocked_user_id_idx on member_blocks (blocked_user_id);

create or replace function app.hidden_member_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select blocked_user_id from public.member_blocks where user_id = (select auth.uid()) and kind = 'block'
    union
    select user_id from public.member_blocks where blocked_user_id = (select auth.uid()) and kind = 'block'
  $$;
comment on function app.hidden_member_ids() is 'Members whom the caller has blocked or who have blocked the caller.';

create table if not exists posts (
  id uuid primary key default gen_random_uuid(),
  author_id uuid references users (id) on delete set null,
  content text not null,
  platform text not null,
  section text,
  is_pinned boolean not null default false,
  is_announcement boolean not null default false,
  engagement_count integer not null default 0,
  like_count integer not null default 0,
  reaction_count integer not null default 0,
  comment_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  publish_at timestamptz,
  deleted_at timestamptz,
  deleted_by uuid references users (id) on delete set null,
  token_tag text,
  reward_processed boolean not null default false,
  visibility text not null default 'public',
  constraint posts_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint posts_token_tag_check check (token_tag in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint posts_visibility_check check (visibility in ('public', 'premium', 'superachiever', 'private')),
  constraint posts_content_check check (char_length(content) <= 20000 and content ~ '\S'),
  constraint posts_section_check check (section ~ '^[a-z][a-z0-9-]{0,59}$'),
  constraint posts_counts_check check (engagement_count >= 0 and like_count >= 0 and reaction_count >= 0 and comment_count >= 0)
);
comment on table posts is 'Short, time-ordered writing of members in the feed of a platform; rewarded.';
comment on column posts.id is 'Key of the post.';
comment on column posts.author_id is 'Writer; empty when that account was erased.';
comment on column posts.content is 'Text in Markdown.';
comment on column posts.platform is 'Platform in whose feed it stands.';
comment on column posts.section is 'Section of the platform, if it was written there.';
comment on column posts.is_pinned is 'Whether moderators keep it at the top.';
comment on column posts.is_announcement is 'Whether it is an announcement whose readers are counted.';
comment on column posts.engagement_count is 'Sum of likes, reactions and comments, kept by triggers.';
comment on column posts.like_count is 'Number of likes, kept by a trigger.';
comment on column posts.reaction_count is 'Number of reactions, kept by a trigger.';
comment on column posts.comment_count is 'Number of comments that are not deleted, kept by a trigger.';
comment on column posts.created_at is 'When it appeared; for a scheduled post the moment it is due.';
comment on column posts.updated_at is 'Last change of anything but the counters.';
comment on column posts.edited_at is 'Last change of the text; empty while it is as first written.';
comment on column posts.publish_at is 'Moment before which only the author sees it; empty when it appeared at once.';
comment on column posts.deleted_at is 'When it was removed; empty while it stands.';
comment on column posts.deleted_by is 'Who removed it: the author or a moderator.';
comment on column posts.token_tag is 'Token that the author tagged it with, if any.';
comment on column posts.reward_processed is 'Whether the post has been through the reward engine.';
comment on column posts.visibility is 'Who may read it: everyone, a tier and above, or the author alone.';
alter table posts enable row level security;
alter table posts force row level security;
revoke all on posts from anon, authenticated;
grant all on posts to service_role;
create index if not exists posts_feed_idx on posts (platform, created_at desc, id desc) where deleted_at is null;
create index if not exists posts_feed_all_idx on posts (created_at desc, id desc) where deleted_at is null;
create index if not exists posts_feed_section_idx on posts (platform, section, created_at desc, id desc) where deleted_at is null and section is not null;
create index if not exists posts_feed_token_idx on posts (token_tag, created_at desc, id desc) where deleted_at is null and token_tag is not null;
create index if not exists posts_author_id_idx on posts (author_id, created_at desc, id desc);
create index if not exists posts_pinned_idx on posts (platform, created_at desc) where is_pinned and deleted_at is null;
create index if not exists posts_publish_at_idx on posts (publish_at) where publish_at is not null;
create index if not exists posts_deleted_idx on posts (deleted_at desc) where deleted_at is not null;
create index if not exists posts_deleted_by_idx on posts (deleted_by) where deleted_by is not null;
create index if not exists posts_visibility_idx on posts (visibility, created_at desc) where visibility <> 'public';

create table if not exists post_comments (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references posts (id) on delete cascade,
  parent_id uuid references post_comments (id) on delete cascade,
  author_id uuid references users (id) on delete set null,
  content text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_by uuid references users (id) on delete set null,
  reward_processed boolean not null default false,
  constraint post_comments_content_check check (char_length(content) <= 5000 and content ~ '\S'),
  constraint post_comments_parent_id_check check (parent_id <> id)
);
comment on table post_comments is 'Comments on posts; each may answer another one.';
comment on column post_comments.id is 'Key of the comment.';
comment on column post_comments.post_id is 'Post that is commented on.';
comment on column post_comments.parent_id is 'Comment that it answers; empty at the top.';
comment on column post_comments.author_id is 'Writer; empty when that account was erased.';
comment on column post_comments.content is 'Text in Markdown.';
comment on column post_comments.created_at is 'When it was written.';
comment on column post_comments.updated_at is 'Last change of the row.';
comment on column post_comments.edited_at is 'Last change of the text; empty while it is as first written.';
comment on column post_comments.deleted_at is 'When it was removed; empty while it stands.';
comment on column post_comments.deleted_by is 'Who removed it: the author or a moderator.';
comment on column post_comments.reward_processed is 'Whether the comment has been through the reward engine.';
alter table post_comments enable row level security;
alter table post_comments force row level security;
revoke all on post_comments from anon, authenticated;
grant all on post_comments to service_role;
create index if not exists post_comments_post_id_idx on post_comments (post_id, created_at, id);
create index if not exists post_comments_parent_id_idx on post_comments (parent_id);
create index if not exists post_comments_author_id_idx on post_comments (author_id, created_at desc, id desc);
create index if not exists post_comments_deleted_by_idx on post_comments (deleted_by) where deleted_by is not null;

create table if not exists post_likes (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references posts (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint post_likes_post_id_user_id_key unique (post_id, user_id)
);
comment on table post_likes is 'One-tap likes of posts, used for ranking; one for each member and post.';
comment on column post_likes.id is 'Key of the like.';
comment on column post_likes.post_id is 'Post that is liked.';
comment on column post_likes.user_id is 'Member who likes it.';
comment on column post_likes.created_at is 'When it was given.';
alter table post_likes enable row level security;
alter table post_likes force row level security;
revoke all on post_likes from anon, authenticated;
grant all on post_likes to service_role;
create index if not exists post_likes_user_id_idx on post_likes (user_id, created_at desc);

create table if not exists post_reactions (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references posts (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  reaction_type text not null,
  created_at timestamptz not null default now(),
  constraint post_reactions_post_id_user_id_reaction_type_key unique (post_id, user_id, reaction_type),
  constraint post_reactions_reaction_type_check check (reaction_type in ('like', 'love', 'celebrate', 'insightful'))
);
comment on table post_reactions is 'Expressive answers to posts, shown by kind; one of each kind for each member and post.';
comment on column post_reactions.id is 'Key of the reaction.';
comment on column post_reactions.post_id is 'Post that is reacted to.';
comment on column post_reactions.user_id is 'Member who reacts.';
comment on column post_reactions.reaction_type is 'Kind: like, love, celebrate or insightful.';
comment on column post_reactions.created_at is 'When it was given.';
alter table post_reactions enable row level security;
alter table post_reactions force row level security;
revoke all on post_reactions from anon, authenticated;
grant all on post_reactions to service_role;
create index if not exists post_reactions_user_id_idx on post_reactions (user_id, created_at desc);

create table if not exists post_drafts (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  platform text not null,
  post_id uuid references posts (id) on delete cascade,
  content text not null default '',
  section text,
  token_tag text,
  visibility text not null default 'public',
  publish_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint post_drafts_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint post_drafts_content_check check (char_length(content) <= 20000),
  constraint post_drafts_token_tag_check check (token_tag in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint post_drafts_visibility_check check (visibility in ('public', 'premium', 'superachiever', 'private'))
);
comment on table post_drafts is 'Ours: unfinished posts, kept as they are typed and seen by their author alone.';
comment on column post_drafts.id is 'Key of the draft.';
comment on column post_drafts.user_id is 'Writer.';
comment on column post_drafts.platform is 'Platform for which it is meant.';
comment on column post_drafts.post_id is 'Post that is being edited, when it is an edit.';
comment on column post_drafts.content is 'Text so far.';
comment on column post_drafts.section is 'Section chosen so far.';
comment on column post_drafts.token_tag is 'Token chosen so far.';
comment on column post_drafts.visibility is 'Readers chosen so far.';
comment on column post_drafts.publish_at is 'Moment chosen for publication, if any.';
comment on column post_drafts.created_at is 'When the draft was begun.';
comment on column post_drafts.updated_at is 'When it was last saved.';
alter table post_drafts enable row level security;
alter table post_drafts force row level security;
revoke all on post_drafts from anon, authenticated;
grant all on post_drafts to service_role;
create index if not exists post_drafts_user_id_idx on post_drafts (user_id, platform, updated_at desc);
create index if not exists post_drafts_post_id_idx on post_drafts (post_id);
create or replace trigger post_drafts_touch before update on post_drafts for each row execute function touch_updated_at();

create table if not exists post_revisions (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references posts (id) on delete cascade,
  version integer not null,
  content text not null,
  edited_by uuid references users (id) on delete set null,
  created_at timestamptz not null default now(),
  constraint post_revisions_post_id_version_key unique (post_id, version),
  constraint post_revisions_version_check check (version > 0)
);
comment on table post_revisions is 'Ours: earlier texts of edited posts, written by a trigger.';
comment on column post_revisions.id is 'Key of the revision.';
comment on column post_revisions.post_id is 'Post in question.';
comment on column post_revisions.version is 'Number of the revision, from 1.';
comment on column post_revisions.content is 'Text before the edit.';
comment on column post_revisions.edited_by is 'Who made the edit.';
comment on column post_revisions.created_at is 'When the edit was made.';
alter table post_revisions enable row level security;
alter table post_revisions force row level security;
revoke all on post_revisions from anon, authenticated;
grant all on post_revisions to service_role;
create index if not exists post_revisions_edited_by_idx on post_revisions (edited_by);

create table if not exists announcement_reads (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references posts (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  read_at timestamptz not null default now(),
  constraint announcement_reads_post_id_user_id_key unique (post_id, user_id)
);
comment on table announcement_reads is 'Ours: who has read an announcement.';
comment on column announcement_reads.id is 'Key of the record.';
comment on column announcement_reads.post_id is 'Announcement.';
comment on column announcement_reads.user_id is 'Reader.';
comment on column announcement_reads.read_at is 'When it was read.';
alter table announcement_reads enable row level security;
alter table announcement_reads force row level security;
revoke all on announcement_reads from anon, authenticated;
grant all on announcement_reads to service_role;
create index if not exists announcement_reads_user_id_idx on announcement_reads (user_id);

create table if not exists polls (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references posts (id) on delete cascade,
  question text not null,
  choices text[] not null,
  is_multiple boolean not null default false,
  tally integer[] not null default '{}',
  closes_at timestamptz,
  created_at timestamptz not null default now(),
  constraint polls_post_id_key unique (post_id),
  constraint polls_question_check check (char_length(btrim(question)) between 1 and 300),
  constraint polls_choices_check check (cardinality(choices) between 2 and 10)
);
comment on table polls is 'Ours: a question with choices that hangs on a post.';
comment on column polls.id is 'Key of the poll.';
comment on column polls.post_id is 'Post that carries it.';
comment on column polls.question is 'Question.';
comment on column polls.choices is 'Choices in their order.';
comment on column polls.is_multiple is 'Whether a member may pick more than one.';
comment on column polls.tally is 'Votes for each choice in the same order, kept by a trigger.';
comment on column polls.closes_at is 'When it closes; empty when it stays open.';
comment on column polls.created_at is 'When it was made.';
alter table polls enable row level security;
alter table polls force row level security;
revoke all on polls from anon, authenticated;
grant all on polls to service_role;

create table if not exists poll_votes (
  id uuid primary key default gen_random_uuid(),
  poll_id uuid not null references polls (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  choices integer[] not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint poll_votes_poll_id_user_id_key unique (poll_id, user_id),
  constraint poll_votes_choices_check check (cardinality(choices) between 1 and 10)
);
comment on table poll_votes is 'Ours: votes in polls; one ballot for each member, changeable until closing.';
comment on column poll_votes.id is 'Key of the ballot.';
comment on column poll_votes.poll_id is 'Poll.';
comment on column poll_votes.user_id is 'Voter.';
comment on column poll_votes.choices is 'Numbers of the picked choices, from 1.';
comment on column poll_votes.created_at is 'When it was cast.';
comment on column poll_votes.updated_at is 'When it was last changed.';
alter table poll_votes enable row level security;
alter table poll_votes force row level security;
revoke all on poll_votes from anon, authenticated;
grant all on poll_votes to service_role;
create index if not exists poll_votes_user_id_idx on poll_votes (user_id);
create or replace trigger poll_votes_touch before update on poll_votes for each row execute function touch_updated_at();

create table if not exists discussion_topics (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  description text not null,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  category text not null default 'general',
  tags text[] not null default '{}',
  status text not null default 'active',
  tenant_slug text not null,
  route text,
  is_pinned boolean not null default false,
  accepted_post_id uuid,
  post_count integer not null default 0,
  last_post_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_by uuid references users (id) on delete set null,
  constraint discussion_topics_title_check check (char_length(btrim(title)) between 3 and 200),
  constraint discussion_topics_description_check check (char_length(description) between 1 and 20000),
  constraint discussion_topics_category_check check (char_length(category) between 1 and 60),
  constraint discussion_topics_tags_check check (cardinality(tags) <= 10),
  constraint discussion_topics_status_check check (status in ('active', 'answered', 'closed', 'archived')),
  constraint discussion_topics_tenant_slug_check check (tenant_slug in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint discussion_topics_post_count_check check (post_count >= 0)
);
comment on table discussion_topics is 'Lasting questions of the forum, by category and tag.';
comment on column discussion_topics.id is 'Key of the topic.';
comment on column discussion_topics.title is 'Question or headline.';
comment on column discussion_topics.description is 'Opening text in Markdown.';
comment on column discussion_topics.created_by is 'Who opened it; empty when that account was erased.';
comment on column discussion_topics.created_at is 'When it was opened.';
comment on column discussion_topics.updated_at is 'Last change of the topic itself.';
comment on column discussion_topics.category is 'Shelf on which it stands.';
comment on column discussion_topics.tags is 'Labels.';
comment on column discussion_topics.status is 'Whether it is active, answered, closed or archived.';
comment on column discussion_topics.tenant_slug is 'Community to which it belongs, by the slug of its platform.';
comment on column discussion_topics.route is 'Section of the platform, if it was opened there.';
comment on column discussion_topics.is_pinned is 'Whether moderators keep it at the top.';
comment on column discussion_topics.accepted_post_id is 'Answer that the asker accepted.';
comment on column discussion_topics.post_count is 'Number of answers that are not deleted, kept by a trigger.';
comment on column discussion_topics.last_post_at is 'Last answer, or the opening; kept by a trigger.';
comment on column discussion_topics.deleted_at is 'When it was removed; empty while it stands.';
comment on column discussion_topics.deleted_by is 'Who removed it.';
alter table discussion_topics enable row level security;
alter table discussion_topics force row level security;
revoke all on discussion_topics from anon, authenticated;
grant all on discussion_topics to service_role;
create index if not exists discussion_topics_latest_idx on discussion_topics (tenant_slug, last_post_at desc, id desc) where deleted_at is null;
create index if not exists discussion_topics_category_idx on discussion_topics (tenant_slug, category, last_post_at desc) where deleted_at is null;
create index if not exists discussion_topics_tags_idx on discussion_topics using gin (tags);
create index if not exists discussion_topics_created_by_idx on discussion_topics (created_by, created_at desc);
create index if not exists discussion_topics_deleted_by_idx on discussion_topics (deleted_by) where deleted_by is not null;
create index if not exists discussion_topics_accepted_post_id_idx on discussion_topics (accepted_post_id) where accepted_post_id is not null;

create table if not exists discussion_posts (
  id uuid primary key default gen_random_uuid(),
  topic_id uuid not null references discussion_topics (id) on delete cascade,
  parent_post_id uuid references discussion_posts (id) on delete cascade,
  user_id uuid references users (id) on delete set null,
  content text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  upvotes integer not null default 0,
  downvotes integer not null default 0,
  related_concepts text[] not null default '{}',
  tenant_slug text not null,
  deleted_at timestamptz,
  deleted_by uuid references users (id) on delete set null,
  constraint discussion_posts_content_check check (char_length(content) <= 20000 and content ~ '\S'),
  constraint discussion_posts_votes_check check (upvotes >= 0 and downvotes >= 0),
  constraint discussion_posts_parent_post_id_check check (parent_post_id <> id),
  constraint discussion_posts_tenant_slug_check check (tenant_slug in ('hub', 'ascenders', 'neothinkers', 'immortals'))
);
comment on table discussion_posts is 'Answers in the forum, nested, with votes and links to concepts.';
comment on column discussion_posts.id is 'Key of the answer.';
comment on column discussion_posts.topic_id is 'Topic that it answers.';
comment on column discussion_posts.parent_post_id is 'Answer that it replies to; empty at the top.';
comment on column discussion_posts.user_id is 'Writer; empty when that account was erased.';
comment on column discussion_posts.content is 'Text in Markdown.';
comment on column discussion_posts.created_at is 'When it was written.';
comment on column discussion_posts.updated_at is 'Last change of the row.';
comment on column discussion_posts.edited_at is 'Last change of the text.';
comment on column discussion_posts.upvotes is 'Votes for it, kept by a trigger.';
comment on column discussion_posts.downvotes is 'Votes against it, kept by a trigger.';
comment on column discussion_posts.related_concepts is 'Titles of concepts that it touches.';
comment on column discussion_posts.tenant_slug is 'Community of the topic, copied from it.';
comment on column discussion_posts.deleted_at is 'When it was removed; empty while it stands.';
comment on column discussion_posts.deleted_by is 'Who removed it.';
alter table discussion_posts enable row level security;
alter table discussion_posts force row level security;
revoke all on discussion_posts from anon, authenticated;
grant all on discussion_posts to service_role;
create index if not exists discussion_posts_topic_id_idx on discussion_posts (topic_id, created_at, id);
create index if not exists discussion_posts_parent_post_id_idx on discussion_posts (parent_post_id);
create index if not exists discussion_posts_user_id_idx on discussion_posts (user_id, created_at desc);
create index if not exists discussion_posts_deleted_by_idx on discussion_posts (deleted_by) where deleted_by is not null;
do $$ begin
  if not exists (select from pg_constraint where conname = 'discussion_topics_accepted_post_id_fkey') then
    alter table discussion_topics add constraint discussion_topics_accepted_post_id_fkey
      foreign key (accepted_post_id) references discussion_posts (id) on delete set null;
  end if;
end $$;

create table if not exists discussion_votes (
  id uuid primary key default gen_random_uuid(),
  discussion_post_id uuid not null references discussion_posts (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  value smallint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint discussion_votes_discussion_post_id_user_id_key unique (discussion_post_id, user_id),
  constraint discussion_votes_value_check check (value in (-1, 1))
);
comment on table discussion_votes is 'Ours: up and down votes on forum answers; one for each member, changeable.';
comment on column discussion_votes.id is 'Key of the vote.';
comment on column discussion_votes.discussion_post_id is 'Answer that is voted on.';
comment on column discussion_votes.user_id is 'Voter.';
comment on column discussion_votes.value is '1 for, -1 against.';
comment on column discussion_votes.created_at is 'When it was cast.';
comment on column discussion_votes.updated_at is 'When it was last changed.';
alter table discussion_votes enable row level security;
alter table discussion_votes force row level security;
revoke all on discussion_votes from anon, authenticated;
grant all on discussion_votes to service_role;
create index if not exists discussion_votes_user_id_idx on discussion_votes (user_id);
create or replace trigger discussion_votes_touch before update on discussion_votes for each row execute function touch_updated_at();

create table if not exists topic_reads (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  topic_id uuid not null references discussion_topics (id) on delete cascade,
  last_read_at timestamptz not null default now(),
  constraint topic_reads_user_id_topic_id_key unique (user_id, topic_id)
);
comment on table topic_reads is 'Ours: how far a member has read a topic.';
comment on column topic_reads.id is 'Key of the record.';
comment on column topic_reads.user_id is 'Reader.';
comment on column topic_reads.topic_id is 'Topic.';
comment on column topic_reads.last_read_at is 'Time of the newest answer that was seen.';
alter table topic_reads enable row level security;
alter table topic_reads force row level security;
revoke all on topic_reads from anon, authenticated;
grant all on topic_reads to service_role;
create index if not exists topic_reads_topic_id_idx on topic_reads (topic_id);

create table if not exists topic_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  platform text not null,
  scope text not null,
  scope_key text not null,
  level text not null,
  created_at timestamptz not null default now(),
  constraint topic_subscriptions_user_id_platform_scope_scope_key_key unique (user_id, platform, scope, scope_key),
  constraint topic_subscriptions_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint topic_subscriptions_scope_check check (scope in ('topic', 'tag', 'section')),
  constraint topic_subscriptions_scope_key_check check (char_length(scope_key) between 1 and 120),
  constraint topic_subscriptions_level_check check (level in ('watch', 'track', 'mute'))
);
comment on table topic_subscriptions is 'Ours: what a member watches, tracks or mutes: a topic, a tag or a section.';
comment on column topic_subscriptions.id is 'Key of the record.';
comment on column topic_subscriptions.user_id is 'Member.';
comment on column topic_subscriptions.platform is 'Platform in which it holds.';
comment on column topic_subscriptions.scope is 'What is followed: topic, tag or section.';
comment on column topic_subscriptions.scope_key is 'Key of the topic, or name of the tag or section.';
comment on column topic_subscriptions.level is 'How closely: watch, track or mute.';
comment on column topic_subscriptions.created_at is 'When it was set.';
alter table topic_subscriptions enable row level security;
alter table topic_subscriptions force row level security;
revoke all on topic_subscriptions from anon, authenticated;
grant all on topic_subscriptions to service_role;
create index if not exists topic_subscriptions_scope_idx on topic_subscriptions (scope, scope_key);

create table if not exists activity_feed (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  platform text not null,
  activity_type text not null,
  content_type text references entity_types (name),
  content_id uuid,
  metadata jsonb,
  visibility text not null default 'public',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint activity_feed_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint activity_feed_visibility_check check (visibility in ('public', 'premium', 'superachiever', 'private')),
  constraint activity_feed_content_check check ((content_type is null) = (content_id is null))
);
comment on table activity_feed is 'Public trace of what members did, to which others may react.';
comment on column activity_feed.id is 'Key of the activity.';
comment on column activity_feed.user_id is 'Member who acted.';
comment on column activity_feed.platform is 'Platform on which it happened.';
comment on column activity_feed.activity_type is 'What was done, such as post_published or achievement_earned.';
comment on column activity_feed.content_type is 'Kind of the thing it is about, if any.';
comment on column activity_feed.content_id is 'Key of that thing.';
comment on column activity_feed.metadata is 'Particulars for the sentence that is shown.';
comment on column activity_feed.visibility is 'Who may see it.';
comment on column activity_feed.created_at is 'When it happened.';
comment on column activity_feed.updated_at is 'Last change of the row.';
alter table activity_feed enable row level security;
alter table activity_feed force row level security;
revoke all on activity_feed from anon, authenticated;
grant all on activity_feed to service_role;
create index if not exists activity_feed_platform_idx on activity_feed (platform, created_at desc, id desc);
create index if not exists activity_feed_user_id_idx on activity_feed (user_id, platform, created_at desc);
create index if not exists activity_feed_content_idx on activity_feed (content_type, content_id);
create or replace trigger activity_feed_touch before update on activity_feed for each row execute function touch_updated_at();

create table if not exists social_interactions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete cascade,
  activity_id uuid references activity_feed (id) on delete cascade,
  interaction_type text not null,
  comment_text text,
  metadata jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint social_interactions_interaction_type_check check (interaction_type in ('like', 'love', 'celebrate', 'insightful', 'share', 'comment')),
  constraint social_interactions_comment_text_check check ((interaction_type = 'comment') = (comment_text is not null)
    and (comment_text is null or (char_length(comment_text) <= 1000 and comment_text ~ '\S')))
);
comment on table social_interactions is 'Reactions and short comments on activities.';
comment on column social_interactions.id is 'Key of the interaction.';
comment on column social_interactions.user_id is 'Member who reacts.';
comment on column social_interactions.activity_id is 'Activity in question.';
comment on column social_interactions.interaction_type is 'Kind: like, love, celebrate, insightful, share or comment.';
comment on column social_interactions.comment_text is 'Text of a short comment.';
comment on column social_interactions.metadata is 'Further particulars.';
comment on column social_interactions.created_at is 'When it was made.';
comment on column social_interactions.updated_at is 'Last change of the row.';
alter table social_interactions enable row level security;
alter table social_interactions force row level security;
revoke all on social_interactions from anon, authenticated;
grant all on social_interactions to service_role;
create index if not exists social_interactions_activity_id_idx on social_interactions (activity_id, interaction_type);
create index if not exists social_interactions_user_id_idx on social_interactions (user_id);
create unique index if not exists social_interactions_once_key on social_interactions (activity_id, user_id, interaction_type) where interaction_type <> 'comment';
create or replace trigger social_interactions_touch before update on social_interactions for each row execute function touch_updated_at();

create table if not exists user_connections (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  connected_user_id uuid not null references users (id) on delete cascade,
  connection_type text not null default 'follow',
  status text not null default 'active',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_connections_user_id_connected_user_id_key unique (user_id, connected_user_id),
  constraint user_connections_self_check check (user_id <> connected_user_id),
  constraint user_connections_connection_type_check check (connection_type in ('follow')),
  constraint user_connections_status_check check (status in ('active', 'pending'))
);
comment on table user_connections is 'Ours: who follows whom.';
comment on column user_connections.id is 'Key of the connection.';
comment on column user_connections.user_id is 'Member who follows.';
comment on column user_connections.connected_user_id is 'Member who is followed.';
comment on column user_connections.connection_type is 'Kind of the connection.';
comment on column user_connections.status is 'Whether it is active or waits for an answer.';
comment on column user_connections.created_at is 'When it was made.';
comment on column user_connections.updated_at is 'Last change of the row.';
alter table user_connections enable row level security;
alter table user_connections force row level security;
revoke all on user_connections from anon, authenticated;
grant all on user_connections to service_role;
create index if not exists user_connections_connected_user_id_idx on user_connections (connected_user_id);
create or replace trigger user_connections_touch before update on user_connections for each row execute function touch_updated_at();

create table if not exists user_mentions (
  id uuid primary key default gen_random_uuid(),
  mentioned_user_id uuid not null references users (id) on delete cascade,
  mentioned_by uuid references users (id) on delete set null,
  content_type text not null references entity_types (name),
  content_id uuid not null,
  activity_id uuid references activity_feed (id) on delete set null,
  context text,
  created_at timestamptz not null default now(),
  constraint user_mentions_content_key unique (content_type, content_id, mentioned_user_id)
);
comment on table user_mentions is 'Ours: members named in a text; each is told once.';
comment on column user_mentions.id is 'Key of the mention.';
comment on column user_mentions.mentioned_user_id is 'Member who was named.';
comment on column user_mentions.mentioned_by is 'Writer.';
comment on column user_mentions.content_type is 'Kind of the text.';
comment on column user_mentions.content_id is 'Key of the text.';
comment on column user_mentions.activity_id is 'Activity that it belongs to, if any.';
comment on column user_mentions.context is 'Words around the name.';
comment on column user_mentions.created_at is 'When the name was written.';
alter table user_mentions enable row level security;
alter table user_mentions force row level security;
revoke all on user_mentions from anon, authenticated;
grant all on user_mentions to service_role;
create index if not exists user_mentions_mentioned_user_id_idx on user_mentions (mentioned_user_id, created_at desc);
create index if not exists user_mentions_mentioned_by_idx on user_mentions (mentioned_by);
create index if not exists user_mentions_activity_id_idx on user_mentions (activity_id);

create table if not exists bookmarks (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  content_type text not null references entity_types (name),
  content_id uuid not null,
  note text,
  remind_at timestamptz,
  reminded_at timestamptz,
  created_at timestamptz not null default now(),
  constraint bookmarks_user_id_content_key unique (user_id, content_type, content_id),
  constraint bookmarks_note_check check (char_length(note) <= 500)
);
comment on table bookmarks is 'Ours: things that a member keeps, with an optional reminder.';
comment on column bookmarks.id is 'Key of the bookmark.';
comment on column bookmarks.user_id is 'Member who keeps it.';
comment on column bookmarks.content_type is 'Kind of the thing.';
comment on column bookmarks.content_id is 'Key of the thing.';
comment on column bookmarks.note is 'Remark of the member.';
comment on column bookmarks.remind_at is 'When to be reminded; empty for never.';
comment on column bookmarks.reminded_at is 'When the reminder was sent.';
comment on column bookmarks.created_at is 'When it was kept.';
alter table bookmarks enable row level security;
alter table bookmarks force row level security;
revoke all on bookmarks from anon, authenticated;
grant all on bookmarks to service_role;
create index if not exists bookmarks_user_id_created_at_idx on bookmarks (user_id, created_at desc, id desc);
create index if not exists bookmarks_content_idx on bookmarks (content_type, content_id);
create index if not exists bookmarks_remind_at_idx on bookmarks (remind_at) where remind_at is not null and reminded_at is null;

create table if not exists content_reports (
  id uuid primary key default gen_random_uuid(),
  reporter_id uuid references users (id) on delete set null,
  content_type text not null references entity_types (name),
  content_id uuid not null,
  reason text not null,
  details text,
  status text not null default 'open',
  decided_by uuid references users (id) on delete set null,
  decided_at timestamptz,
  decision_note text,
  appeal_text text,
  created_at timestamptz not null default now(),
  constraint content_reports_reporter_id_content_key unique (reporter_id, content_type, content_id),
  constraint content_reports_reason_check check (reason in ('spam', 'abuse', 'misinformation', 'off_topic', 'illegal', 'other')),
  constraint content_reports_details_check check (char_length(details) <= 2000),
  constraint content_reports_status_check check (status in ('open', 'upheld', 'dismissed', 'appealed')),
  constraint content_reports_appeal_text_check check (char_length(appeal_text) <= 4000)
);
comment on table content_reports is 'Ours: reports of content to moderators, with decision, reason and appeal.';
comment on column content_reports.id is 'Key of the report.';
comment on column content_reports.reporter_id is 'Who reported; empty when that account was erased.';
comment on column content_reports.content_type is 'Kind of the reported thing.';
comment on column content_reports.content_id is 'Key of the reported thing.';
comment on column content_reports.reason is 'Why: spam, abuse, misinformation, off_topic, illegal or other.';
comment on column content_reports.details is 'Words of the reporter.';
comment on column content_reports.status is 'Whether it is open, upheld, dismissed or appealed.';
comment on column content_reports.decided_by is 'Moderator who decided.';
comment on column content_reports.decided_at is 'When it was decided.';
comment on column content_reports.decision_note is 'Reason that both sides are told.';
comment on column content_reports.appeal_text is 'Answer of the author whose content was removed.';
comment on column content_reports.created_at is 'When it was reported.';
alter table content_reports enable row level security;
alter table content_reports force row level security;
revoke all on content_reports from anon, authenticated;
grant all on content_reports to service_role;
create index if not exists content_reports_queue_idx on content_reports (created_at) where status in ('open', 'appealed');
create index if not exists content_reports_content_idx on content_reports (content_type, content_id);
create index if not exists content_reports_decided_by_idx on content_reports (decided_by);

select app.register_reference('activity_feed', 'content_type', 'content_id', true);
select app.register_reference('user_mentions', 'content_type', 'content_id');
select app.register_reference('bookmarks', 'content_type', 'content_id');
select app.register_reference('content_reports', 'content_type', 'content_id', true);

-- Guards: what column grants cannot say about a row before and after --------------------------------

create or replace function app.guard_post() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    caller uuid := auth.uid();
  begin
    if tg_op = 'INSERT' then
      -- A scheduled post sorts by the moment it is due.
      if new.publish_at is not null and new.publish_at > new.created_at then
        new.created_at := new.publish_at;
      end if;
      return new;
    end if;
    if current_user = 'authenticated' then
      if old.author_id is distinct from caller
        and (new.content, new.section, new.token_tag, new.visibility, new.publish_at)
          is distinct from (old.content, old.section, old.token_tag, old.visibility, old.publish_at) then
        raise exception 'only the author edits a post' using errcode = 'insufficient_privilege';
      end if;
      if new.deleted_at is distinct from old.deleted_at or new.deleted_by is distinct from old.deleted_by then
        if old.deleted_at is not null and old.deleted_by is distinct from caller and not app.is_moderator() then
          raise exception 'only a moderator restores what another removed' using errcode = 'insufficient_privilege';
        end if;
        new.deleted_by := case when new.deleted_at is null then null else caller end;
      end if;
      if (new.is_pinned, new.is_announcement) is distinct from (old.is_pinned, old.is_announcement) and not app.is_moderator() then
        raise exception 'only moderators pin and announce' using errcode = 'insufficient_privilege';
      end if;
      if new.publish_at is distinct from old.publish_at then
        if coalesce(old.publish_at, old.created_at) <= now() then
          raise exception 'a published post cannot be scheduled' using errcode = 'check_violation';
        end if;
        new.created_at := greatest(coalesce(new.publish_at, now()), now());
      end if;
    end if;
    if new.content is distinct from old.content then
      new.edited_at := now();
    end if;
    new.updated_at := now();
    return new;
  end $$;
comment on function app.guard_post() is 'Keeps the rights of authors and moderators apart and stamps edits.';
create or replace trigger posts_guard_insert before insert on posts for each row execute function app.guard_post();
create or replace trigger posts_guard_update before update of content, section, token_tag, visibility, publish_at, is_pinned, is_announcement, deleted_at, deleted_by
  on posts for each row execute function app.guard_post();

create or replace function app.keep_post_revision() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    insert into public.post_revisions (post_id, version, content, edited_by)
    select old.id, coalesce(max(r.version), 0) + 1, old.content, auth.uid()
    from public.post_revisions r where r.post_id = old.id;
    return null;
  end $$;
comment on function app.keep_post_revision() is 'Keeps the text that an edit replaced.';
create or replace trigger posts_keep_revision after update of content on posts
  for each row when (old.content is distinct from new.content) execute function app.keep_post_revision();

create or replace function app.guard_comment() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    caller uuid := auth.uid();
  begin
    if tg_op = 'INSERT' then
      if new.parent_id is not null and not exists (
        select from public.post_comments p where p.id = new.parent_id and p.post_id = new.post_id
      ) then
        raise exception 'the answered comment belongs to another post' using errcode = 'foreign_key_violation';
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
comment on function app.guard_comment() is 'Keeps answers under their post, the rights of authors and moderators apart, and stamps edits.';
create or replace trigger post_comments_guard before insert or update on post_comments for each row execute function app.guard_comment();

create or replace function app.guard_topic() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    caller uuid := auth.uid();
  begin
    if current_user = 'authenticated' then
      if old.created_by is distinct from caller
        and (new.title, new.description, new.tags, new.accepted_post_id) is distinct from (old.title, old.description, old.tags, old.accepted_post_id) then
        raise exception 'only the asker edits a topic' using errcode = 'insufficient_privilege';
      end if;
      if new.is_pinned is distinct from old.is_pinned and not app.is_moderator() then
        raise exception 'only moderators pin' using errcode = 'insufficient_privilege';
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
comment on function app.guard_topic() is 'Keeps the rights of askers and moderators apart.';
create or replace trigger discussion_topics_guard before update of title, description, category, tags, status, route, is_pinned, accepted_post_id, deleted_at, deleted_by
  on discussion_topics for each row execute function app.guard_topic();

create or replace function app.guard_discussion_post() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    caller uuid := auth.uid();
  begin
    if tg_op = 'INSERT' then
      new.tenant_slug := (select t.tenant_slug from public.discussion_topics t where t.id = new.topic_id);
      if new.tenant_slug is null then
        raise exception 'there is no such topic' using errcode = 'foreign_key_violation';
      end if;
      if new.parent_post_id is not null and not exists (
        select from public.discussion_posts p where p.id = new.parent_post_id and p.topic_id = new.topic_id
      ) then
        raise exception 'the answered post belongs to another topic' using errcode = 'foreign_key_violation';
      end if;
      return new;
    end if;
    if current_user = 'authenticated' then
      if old.user_id is distinct from caller and new.content is distinct from old.content then
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
comment on function app.guard_discussion_post() is 'Copies the community from the topic, keeps the rights of authors and moderators apart, and stamps edits.';
create or replace trigger discussion_posts_guard before insert or update of content, related_concepts, deleted_at, deleted_by
  on discussion_posts for each row execute function app.guard_discussion_post();

create or replace function app.check_poll_vote() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    poll record;
  begin
    select p.choices, p.is_multiple, p.closes_at into strict poll from public.polls p where p.id = new.poll_id;
    if poll.closes_at is not null and poll.closes_at <= now() then
      raise exception 'the poll is closed' using errcode = 'check_violation', constraint = 'poll_votes_closes_at_check';
    end if;
    if (not poll.is_multiple and cardinality(new.choices) <> 1)
      or exists (select from unnest(new.choices) c where c not between 1 and cardinality(poll.choices))
      or (select count(*) <> count(distinct c) from unnest(new.choices) c) then
      raise exception 'these choices are not on the ballot' using errcode = 'check_violation', constraint = 'poll_votes_choices_check';
    end if;
    return new;
  end $$;
comment on function app.check_poll_vote() is 'Refuses a ballot after closing, or with choices that the poll does not have.';
create or replace trigger poll_votes_check before insert or update on poll_votes for each row execute function app.check_poll_vote();

-- Counters ----------------------------------------------------------------------------------------

create or replace function app.count_engagement() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    changed record := case when tg_op = 'DELETE' then old else new end;
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
        reaction_count = reaction_count + case when tg_table_name = 'post_reactions' then step else 0 end,
        comment_count = comment_count + case when tg_table_name = 'post_comments' then step else 0 end,
        engagement_count = engagement_count + step
      where id = changed.post_id;
    end if;
    return null;
  end $$;
comment on function app.count_engagement() is 'Keeps the counters of a post.';
create or replace trigger post_likes_count after insert or delete on post_likes for each row execute function app.count_engagement();
create or replace trigger post_reactions_count after insert or delete on post_reactions for each row execute function app.count_engagement();
create or replace trigger post_comments_count after insert or delete or update of deleted_at on post_comments for each row execute function app.count_engagement();

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
      last_post_at = case when tg_op = 'INSERT' then greatest(last_post_at, changed.created_at) else last_post_at end
    where id = changed.topic_id;
    return null;
  end $$;
comment on function app.count_discussion_posts() is 'Keeps the number of answers of a topic and the time of the last one.';
create or replace trigger discussion_posts_count after insert or delete or update of deleted_at on discussion_posts
  for each row execute function app.count_discussion_posts();

create or replace function app.count_discussion_votes() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    changed record := case when tg_op = 'DELETE' then old else new end;
  begin
    update public.discussion_posts set
      upvotes = upvotes + case when tg_op <> 'DELETE' and new.value = 1 then 1 else 0 end
        - case when tg_op <> 'INSERT' and old.value = 1 then 1 else 0 end,
      downvotes = downvotes + case when tg_op <> 'DELETE' and new.value = -1 then 1 else 0 end
        - case when tg_op <> 'INSERT' and old.value = -1 then 1 else 0 end
    where id = changed.discussion_post_id;
    return null;
  end $$;
comment on function app.count_discussion_votes() is 'Keeps the votes of a forum answer.';
create or replace trigger discussion_votes_count after insert or delete or update of value on discussion_votes
  for each row execute function app.count_discussion_votes();

create or replace function app.tally_poll() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    changed record := case when tg_op = 'DELETE' then old else new end;
  begin
    perform from public.polls where id = changed.poll_id for update;
    update public.polls p set tally = (
      select array_agg((select count(*) from public.poll_votes v where v.poll_id = p.id and n = any (v.choices))::integer order by n)
      from generate_series(1, cardinality(p.choices)) n
    ) where p.id = changed.poll_id;
    return null;
  end $$;
comment on function app.tally_poll() is 'Counts the votes of a poll anew.';
create or replace trigger poll_votes_tally after insert or delete or update of choices on poll_votes for each row execute function app.tally_poll();

revoke execute on function app.hidden_member_ids() from public;
grant execute on function app.hidden_member_ids() to authenticated, service_role;
revoke execute on function app.keep_post_revision(), app.check_poll_vote(), app.count_engagement(),
  app.count_discussion_posts(), app.count_discussion_votes(), app.tally_poll() from public;

-- Who may do what ---------------------------------------------------------------------------------
-- Sub-selects without a reference to the row are planned once per statement, so a feed page stays an
-- ordered index scan that checks a few constants per row.

grant select on posts to anon, authenticated;
grant insert (id, author_id, content, platform, section, publish_at, token_tag, visibility) on posts to authenticated;
grant update (content, section, publish_at, token_tag, visibility, is_pinned, is_announcement, deleted_at, deleted_by) on posts to authenticated;
drop policy if exists "visitors read public posts" on posts;
create policy "visitors read public posts" on posts for select to anon
  using (visibility = 'public' and deleted_at is null and (publish_at is null or publish_at <= now()));
drop policy if exists "members read posts of their tier, authors their own, moderators removed ones" on posts;
create policy "members read posts of their tier, authors their own, moderators removed ones" on posts for select to authenticated
  using (
    (deleted_at is null
      and (publish_at is null or publish_at <= now())
      and visibility = any ((select app.my_visibilities())::text[]) and visibility <> 'private'
      and (author_id not in (select app.hidden_member_ids())) is not false)
    or author_id = (select auth.uid())
    or (visibility <> 'private' and (select app.is_moderator()))
  );
drop policy if exists "members post on their platforms for tiers they see" on posts;
create policy "members post on their platforms for tiers they see" on posts for insert to authenticated
  with check (author_id = (select auth.uid()) and platform = any ((select app.my_platforms())::text[])
    and (visibility in ('public', 'private') or app.sees(visibility)));
drop policy if exists "authors and moderators change posts" on posts;
create policy "authors and moderators change posts" on posts for update to authenticated
  using (author_id = (select auth.uid()) or (visibility <> 'private' and (select app.is_moderator())))
  with check ((author_id = (select auth.uid()) and (visibility in ('public', 'private') or app.sees(visibility)))
    or (visibility <> 'private' and (select app.is_moderator())));

grant select on post_comments to anon, authenticated;
grant insert (id, post_id, parent_id, author_id, content) on post_comments to authenticated;
grant update (content, deleted_at, deleted_by) on post_comments to authenticated;
drop policy if exists "visitors read comments on public posts" on post_comments;
create policy "visitors read comments on public posts" on post_comments for select to anon
  using (deleted_at is null and exists (select 1 from posts p where p.id = post_id));
drop policy if exists "members read comments on posts they see" on post_comments;
create policy "members read comments on posts they see" on post_comments for select to authenticated
  using (
    (deleted_at is null or author_id = (select auth.uid()) or (select app.is_moderator()))
    and (author_id not in (select app.hidden_member_ids())) is not false
    and exists (select 1 from posts p where p.id = post_id)
  );
drop policy if exists "members comment on posts they see" on post_comments;
create policy "members comment on posts they see" on post_comments for insert to authenticated
  with check (author_id = (select auth.uid()) and exists (select 1 from posts p where p.id = post_id and p.deleted_at is null));
drop policy if exists "authors and moderators change comments" on post_comments;
create policy "authors and moderators change comments" on post_comments for update to authenticated
  using (author_id = (select auth.uid()) or (select app.is_moderator()))
  with check (author_id = (select auth.uid()) or (select app.is_moderator()));

grant select, delete on post_likes, post_reactions to authenticated;
grant insert (post_id, user_id) on post_likes to authenticated;
grant insert (post_id, user_id, reaction_type) on post_reactions to authenticated;
drop policy if exists "members read likes of posts they see" on post_likes;
create policy "members read likes of posts they see" on post_likes for select to authenticated
  using (user_id = (select auth.uid()) or exists (select 1 from posts p where p.id = post_id));
drop policy if exists "members like posts they see" on post_likes;
create policy "members like posts they see" on post_likes for insert to authenticated
  with check (user_id = (select auth.uid()) and exists (select 1 from posts p where p.id = post_id and p.deleted_at is null));
drop policy if exists "members take back likes" on post_likes;
create policy "members take back likes" on post_likes for delete to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members read reactions to posts they see" on post_reactions;
create policy "members read reactions to posts they see" on post_reactions for select to authenticated
  using (user_id = (select auth.uid()) or exists (select 1 from posts p where p.id = post_id));
drop policy if exists "members react to posts they see" on post_reactions;
create policy "members react to posts they see" on post_reactions for insert to authenticated
  with check (user_id = (select auth.uid()) and exists (select 1 from posts p where p.id = post_id and p.deleted_at is null));
drop policy if exists "members take back reactions" on post_reactions;
create policy "members take back reactions" on post_reactions for delete to authenticated using (user_id = (select auth.uid()));

grant select, delete on post_drafts to authenticated;
grant insert (id, user_id, platform, post_id, content, section, token_tag, visibility, publish_at) on post_drafts to authenticated;
grant update (content, section, token_tag, visibility, publish_at) on post_drafts to authenticated;
drop policy if exists "writers read own drafts" on post_drafts;
create policy "writers read own drafts" on post_drafts for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "writers save own drafts" on post_drafts;
create policy "writers save own drafts" on post_drafts for insert to authenticated with check (user_id = (select auth.uid())
  and (post_id is null or exists (select 1 from posts p where p.id = post_id and p.author_id = (select auth.uid()))));
drop policy if exists "writers change own drafts" on post_drafts;
create policy "writers change own drafts" on post_drafts for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "writers discard own drafts" on post_drafts;
create policy "writers discard own drafts" on post_drafts for delete to authenticated using (user_id = (select auth.uid()));

grant select on post_revisions to authenticated;
drop policy if exists "members read revisions of posts they see" on post_revisions;
create policy "members read revisions of posts they see" on post_revisions for select to authenticated
  using (exists (select 1 from posts p where p.id = post_id));

grant select on announcement_reads to authenticated;
grant insert (post_id, user_id) on announcement_reads to authenticated;
drop policy if exists "readers and moderators see who read an announcement" on announcement_reads;
create policy "readers and moderators see who read an announcement" on announcement_reads for select to authenticated
  using (user_id = (select auth.uid()) or (select app.is_moderator()));
drop policy if exists "readers mark announcements as read" on announcement_reads;
create policy "readers mark announcements as read" on announcement_reads for insert to authenticated
  with check (user_id = (select auth.uid()) and exists (select 1 from posts p where p.id = post_id and p.is_announcement));

grant select, delete on polls to authenticated;
grant insert (post_id, question, choices, is_multiple, closes_at) on polls to authenticated;
drop policy if exists "members read polls of posts they see" on polls;
create policy "members read polls of posts they see" on polls for select to authenticated
  using (exists (select 1 from posts p where p.id = post_id));
drop policy if exists "authors add polls to own posts" on polls;
create policy "authors add polls to own posts" on polls for insert to authenticated
  with check (exists (select 1 from posts p where p.id = post_id and p.author_id = (select auth.uid())));
drop policy if exists "authors remove polls from own posts" on polls;
create policy "authors remove polls from own posts" on polls for delete to authenticated
  using (exists (select 1 from posts p where p.id = post_id and p.author_id = (select auth.uid())));

grant select, delete on poll_votes to authenticated;
grant insert (poll_id, user_id, choices) on poll_votes to authenticated;
grant update (choices) on poll_votes to authenticated;
drop policy if exists "voters read own poll votes" on poll_votes;
create policy "voters read own poll votes" on poll_votes for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members vote in polls they see" on poll_votes;
create policy "members vote in polls they see" on poll_votes for insert to authenticated
  with check (user_id = (select auth.uid()) and exists (select 1 from polls p where p.id = poll_id));
drop policy if exists "voters change own poll votes" on poll_votes;
create policy "voters change own poll votes" on poll_votes for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "voters take back own poll votes" on poll_votes;
create policy "voters take back own poll votes" on poll_votes for delete to authenticated using (user_id = (select auth.uid()));

grant select on discussion_topics to authenticated;
grant insert (id, title, description, created_by, category, tags, tenant_slug, route) on discussion_topics to authenticated;
grant update (title, description, category, tags, status, route, is_pinned, accepted_post_id, deleted_at, deleted_by) on discussion_topics to authenticated;
drop policy if exists "members read topics of their platforms" on discussion_topics;
create policy "members read topics of their platforms" on discussion_topics for select to authenticated
  using (
    (deleted_at is null and tenant_slug = any ((select app.my_platforms())::text[])
      and (created_by not in (select app.hidden_member_ids())) is not false)
    or created_by = (select auth.uid()) or (select app.is_moderator())
  );
drop policy if exists "members open topics on their platforms" on discussion_topics;
create policy "members open topics on their platforms" on discussion_topics for insert to authenticated
  with check (created_by = (select auth.uid()) and tenant_slug = any ((select app.my_platforms())::text[]));
drop policy if exists "askers and moderators change topics" on discussion_topics;
create policy "askers and moderators change topics" on discussion_topics for update to authenticated
  using (created_by = (select auth.uid()) or (select app.is_moderator()))
  with check (created_by = (select auth.uid()) or (select app.is_moderator()));

grant select on discussion_posts to authenticated;
grant insert (id, topic_id, parent_post_id, user_id, content, related_concepts, tenant_slug) on discussion_posts to authenticated;
grant update (content, related_concepts, deleted_at, deleted_by) on discussion_posts to authenticated;
drop policy if exists "members read answers of topics they see" on discussion_posts;
create policy "members read answers of topics they see" on discussion_posts for select to authenticated
  using (
    (deleted_at is null or user_id = (select auth.uid()) or (select app.is_moderator()))
    and (user_id not in (select app.hidden_member_ids())) is not false
    and exists (select 1 from discussion_topics t where t.id = topic_id)
  );
drop policy if exists "members answer open topics" on discussion_posts;
create policy "members answer open topics" on discussion_posts for insert to authenticated
  with check (user_id = (select auth.uid())
    and exists (select 1 from discussion_topics t where t.id = topic_id and t.deleted_at is null and t.status in ('active', 'answered')));
drop policy if exists "authors and moderators change answers" on discussion_posts;
create policy "authors and moderators change answers" on discussion_posts for update to authenticated
  using (user_id = (select auth.uid()) or (select app.is_moderator()))
  with check (user_id = (select auth.uid()) or (select app.is_moderator()));

grant select, delete on discussion_votes to authenticated;
grant insert (discussion_post_id, user_id, value) on discussion_votes to authenticated;
grant update (value) on discussion_votes to authenticated;
drop policy if exists "voters read own forum votes" on discussion_votes;
create policy "voters read own forum votes" on discussion_votes for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members vote on answers of others" on discussion_votes;
create policy "members vote on answers of others" on discussion_votes for insert to authenticated
  with check (user_id = (select auth.uid())
    and exists (select 1 from discussion_posts p where p.id = discussion_post_id and p.user_id is distinct from (select auth.uid())));
drop policy if exists "voters change own forum votes" on discussion_votes;
create policy "voters change own forum votes" on discussion_votes for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "voters take back own forum votes" on discussion_votes;
create policy "voters take back own forum votes" on discussion_votes for delete to authenticated using (user_id = (select auth.uid()));

grant select, delete on topic_reads to authenticated;
grant insert (user_id, topic_id, last_read_at), update (last_read_at) on topic_reads to authenticated;
drop policy if exists "readers see how far they read" on topic_reads;
create policy "readers see how far they read" on topic_reads for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "readers record how far they read" on topic_reads;
create policy "readers record how far they read" on topic_reads for insert to authenticated with check (user_id = (select auth.uid())
  and exists (select 1 from discussion_topics t where t.id = topic_id));
drop policy if exists "readers move how far they read" on topic_reads;
create policy "readers move how far they read" on topic_reads for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "readers forget how far they read" on topic_reads;
create policy "readers forget how far they read" on topic_reads for delete to authenticated using (user_id = (select auth.uid()));

grant select, delete on topic_subscriptions to authenticated;
grant insert (user_id, platform, scope, scope_key, level), update (level) on topic_subscriptions to authenticated;
drop policy if exists "members read own subscriptions" on topic_subscriptions;
create policy "members read own subscriptions" on topic_subscriptions for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members subscribe on their platforms" on topic_subscriptions;
create policy "members subscribe on their platforms" on topic_subscriptions for insert to authenticated
  with check (user_id = (select auth.uid()) and platform = any ((select app.my_platforms())::text[]));
drop policy if exists "members change own subscriptions" on topic_subscriptions;
create policy "members change own subscriptions" on topic_subscriptions for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "members end own subscriptions" on topic_subscriptions;
create policy "members end own subscriptions" on topic_subscriptions for delete to authenticated using (user_id = (select auth.uid()));

grant select, delete on activity_feed to authenticated;
grant update (visibility) on activity_feed to authenticated;
drop policy if exists "members read activities of their tier and their own" on activity_feed;
create policy "members read activities of their tier and their own" on activity_feed for select to authenticated
  using (
    user_id = (select auth.uid())
    or (visibility = any ((select app.my_visibilities())::text[]) and visibility <> 'private'
      and user_id not in (select app.hidden_member_ids()))
  );
drop policy if exists "members choose who sees own activities" on activity_feed;
create policy "members choose who sees own activities" on activity_feed for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "members remove own activities" on activity_feed;
create policy "members remove own activities" on activity_feed for delete to authenticated using (user_id = (select auth.uid()));

grant select, delete on social_interactions to authenticated;
grant insert (user_id, activity_id, interaction_type, comment_text), update (comment_text) on social_interactions to authenticated;
drop policy if exists "members read answers to activities they see" on social_interactions;
create policy "members read answers to activities they see" on social_interactions for select to authenticated
  using (user_id = (select auth.uid()) or exists (select 1 from activity_feed a where a.id = activity_id));
drop policy if exists "members answer activities they see" on social_interactions;
create policy "members answer activities they see" on social_interactions for insert to authenticated
  with check (user_id = (select auth.uid()) and exists (select 1 from activity_feed a where a.id = activity_id));
drop policy if exists "members edit own answers to activities" on social_interactions;
create policy "members edit own answers to activities" on social_interactions for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "members remove own answers to activities" on social_interactions;
create policy "members remove own answers to activities" on social_interactions for delete to authenticated using (user_id = (select auth.uid()));

grant select, delete on user_connections to authenticated;
grant insert (user_id, connected_user_id, connection_type) on user_connections to authenticated;
drop policy if exists "both sides read a connection" on user_connections;
create policy "both sides read a connection" on user_connections for select to authenticated
  using (user_id = (select auth.uid()) or connected_user_id = (select auth.uid()));
drop policy if exists "members follow those who have not blocked them" on user_connections;
create policy "members follow those who have not blocked them" on user_connections for insert to authenticated
  with check (user_id = (select auth.uid()) and connected_user_id not in (select app.hidden_member_ids()));
drop policy if exists "both sides end a connection" on user_connections;
create policy "both sides end a connection" on user_connections for delete to authenticated
  using (user_id = (select auth.uid()) or connected_user_id = (select auth.uid()));

grant select, delete on member_blocks to authenticated;
grant insert (user_id, blocked_user_id, kind), update (kind) on member_blocks to authenticated;
drop policy if exists "members read own blocks" on member_blocks;
create policy "members read own blocks" on member_blocks for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members block" on member_blocks;
create policy "members block" on member_blocks for insert to authenticated with check (user_id = (select auth.uid()));
drop policy if exists "members change own blocks" on member_blocks;
create policy "members change own blocks" on member_blocks for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "members lift own blocks" on member_blocks;
create policy "members lift own blocks" on member_blocks for delete to authenticated using (user_id = (select auth.uid()));

grant select on user_mentions to authenticated;
drop policy if exists "members read where they are named or name others" on user_mentions;
create policy "members read where they are named or name others" on user_mentions for select to authenticated
  using (mentioned_user_id = (select auth.uid()) or mentioned_by = (select auth.uid()));

grant select, delete on bookmarks to authenticated;
grant insert (user_id, content_type, content_id, note, remind_at), update (note, remind_at) on bookmarks to authenticated;
drop policy if exists "members read own bookmarks" on bookmarks;
create policy "members read own bookmarks" on bookmarks for select to authenticated using (user_id = (select auth.uid()));
drop policy if exists "members keep bookmarks" on bookmarks;
create policy "members keep bookmarks" on bookmarks for insert to authenticated with check (user_id = (select auth.uid()));
drop policy if exists "members change own bookmarks" on bookmarks;
create policy "members change own bookmarks" on bookmarks for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
drop policy if exists "members drop own bookmarks" on bookmarks;
create policy "members drop own bookmarks" on bookmarks for delete to authenticated using (user_id = (select auth.uid()));

grant select on content_reports to authenticated;
grant insert (reporter_id, content_type, content_id, reason, details) on content_reports to authenticated;
grant update (status, decided_by, decided_at, decision_note) on content_reports to authenticated;
drop policy if exists "reporters read own reports and moderators all" on content_reports;
create policy "reporters read own reports and moderators all" on content_reports for select to authenticated
  using (reporter_id = (select auth.uid()) or (select app.is_moderator()));
drop policy if exists "members report content" on content_reports;
create policy "members report content" on content_reports for insert to authenticated with check (reporter_id = (select auth.uid()));
drop policy if exists "moderators decide reports" on content_reports;
create policy "moderators decide reports" on content_reports for update to authenticated
  using ((select app.is_moderator())) with check ((select app.is_moderator()) and decided_by = (select auth.uid()));

insert into schema_version (version, name) values (11, '20261101001000_community') on conflict do nothing;
