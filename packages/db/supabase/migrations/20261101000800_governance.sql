-- Teams, their proposals and votes, and the governance of the whole network.
set search_path = public, extensions;

create table if not exists teams (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text,
  created_by uuid references users (id) on delete set null,
  platform text not null default 'hub',
  governance_model text default 'founder',
  mission text,
  admission_criteria text,
  join_policy text not null default 'request',
  virtual_capital text,
  physical_footprint jsonb,
  census_data jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint teams_name_check check (char_length(btrim(name)) between 2 and 120),
  constraint teams_platform_check check (platform in ('hub', 'ascenders', 'neothinkers', 'immortals')),
  constraint teams_governance_model_check check (governance_model in ('founder', 'multisig', 'dao')),
  constraint teams_join_policy_check check (join_policy in ('open', 'request', 'invite'))
);
comment on table teams is 'Standing groups of members with a mission, a way of governing themselves and a treasury.';
comment on column teams.id is 'Key of the team.';
comment on column teams.name is 'Name shown to everyone; unique without regard to case.';
comment on column teams.description is 'What the team does, in its own words.';
comment on column teams.created_by is 'Founder; empty when that account was erased.';
comment on column teams.platform is 'Platform on which the team lives.';
comment on column teams.governance_model is 'How the team decides: by its founder, by several keys, or by vote of all.';
comment on column teams.mission is 'Purpose that candidates read before they ask to join.';
comment on column teams.admission_criteria is 'What is expected of a new member of the team.';
comment on column teams.join_policy is 'How one joins: open to all, on request, or by invitation only.';
comment on column teams.virtual_capital is 'Description of what the team owns online.';
comment on column teams.physical_footprint is 'Places that the team holds: list of objects with a name and coordinates.';
comment on column teams.census_data is 'Latest own count of people and assets.';
comment on column teams.created_at is 'When the team was founded.';
comment on column teams.updated_at is 'Last change of the row.';
alter table teams enable row level security;
alter table teams force row level security;
revoke all on teams from anon, authenticated;
grant all on teams to service_role;
create unique index if not exists teams_name_key on teams (lower(name));
create index if not exists teams_created_by_idx on teams (created_by);
create index if not exists teams_platform_idx on teams (platform, created_at desc);
create or replace trigger teams_touch before update on teams for each row execute function touch_updated_at();

create table if not exists team_members (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references teams (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  role text not null default 'member',
  permissions jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint team_members_team_id_user_id_key unique (team_id, user_id),
  constraint team_members_role_check check (role in ('member', 'admin', 'ambassador'))
);
comment on table team_members is 'The present roster of each team; permissions are decided by this table.';
comment on column team_members.id is 'Key of the roster entry.';
comment on column team_members.team_id is 'Team that the person belongs to.';
comment on column team_members.user_id is 'Person on the roster.';
comment on column team_members.role is 'Standing in the team: member, admin or ambassador.';
comment on column team_members.permissions is 'Further rights inside the team: map of right to true or false.';
comment on column team_members.created_at is 'When the person came onto the roster.';
comment on column team_members.updated_at is 'Last change of the row.';
alter table team_members enable row level security;
alter table team_members force row level security;
revoke all on team_members from anon, authenticated;
grant all on team_members to service_role;
create index if not exists team_members_user_id_idx on team_members (user_id, team_id);
create or replace trigger team_members_touch before update on team_members for each row execute function touch_updated_at();

create table if not exists team_memberships (
  id uuid primary key default gen_random_uuid(),
  team_id uuid references teams (id) on delete cascade,
  user_id uuid references users (id) on delete cascade,
  role text not null default 'member',
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  leave_reason text,
  constraint team_memberships_left_at_check check (left_at is null or left_at >= joined_at)
);
comment on table team_memberships is 'Record of stays: one row for each time a person was on a team, source of seniority and census.';
comment on column team_memberships.id is 'Key of the stay.';
comment on column team_memberships.team_id is 'Team of the stay.';
comment on column team_memberships.user_id is 'Person who stayed.';
comment on column team_memberships.role is 'Role at the start of the stay.';
comment on column team_memberships.joined_at is 'When the stay began.';
comment on column team_memberships.left_at is 'When it ended; empty while it lasts.';
comment on column team_memberships.leave_reason is 'Why it ended, when a reason was given.';
alter table team_memberships enable row level security;
alter table team_memberships force row level security;
revoke all on team_memberships from anon, authenticated;
grant all on team_memberships to service_role;
create unique index if not exists team_memberships_open_key on team_memberships (team_id, user_id) where left_at is null;
create index if not exists team_memberships_team_id_user_id_idx on team_memberships (team_id, user_id, joined_at desc);
create index if not exists team_memberships_user_id_idx on team_memberships (user_id);

create table if not exists proposals (
  id uuid primary key default gen_random_uuid(),
  team_id uuid references teams (id) on delete cascade,
  created_by uuid references users (id) on delete set null,
  title text not null,
  description text,
  proposal_type text not null default 'quest',
  status text not null default 'pending',
  voting_ends_at timestamptz,
  funding_goal numeric(20, 6),
  metadata jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint proposals_title_check check (char_length(btrim(title)) between 3 and 200),
  constraint proposals_description_check check (char_length(description) <= 50000),
  constraint proposals_proposal_type_check check (proposal_type in ('quest', 'funding', 'governance')),
  constraint proposals_status_check check (status in ('draft', 'pending', 'open', 'approved', 'rejected', 'withdrawn', 'implemented')),
  constraint proposals_funding_goal_check check (funding_goal is null or funding_goal > 0)
);
comment on table proposals is 'Proposals inside one team: a quest, a funding or a change of its rules.';
comment on column proposals.id is 'Key of the proposal.';
comment on column proposals.team_id is 'Team that decides.';
comment on column proposals.created_by is 'Proposer; empty when that account was erased.';
comment on column proposals.title is 'Headline.';
comment on column proposals.description is 'Text of the proposal in Markdown.';
comment on column proposals.proposal_type is 'Kind: quest, funding or governance.';
comment on column proposals.status is 'Where it stands on its way from draft to implemented.';
comment on column proposals.voting_ends_at is 'Moment after which votes no longer change; empty while none is set.';
comment on column proposals.funding_goal is 'Amount asked for, in token units, when it is a funding.';
comment on column proposals.metadata is 'Further particulars by kind.';
comment on column proposals.created_at is 'When it was written.';
comment on column proposals.updated_at is 'Last change of the row.';
alter table proposals enable row level security;
alter table proposals force row level security;
revoke all on proposals from anon, authenticated;
grant all on proposals to service_role;
create index if not exists proposals_team_id_idx on proposals (team_id, created_at desc, id desc);
create index if not exists proposals_created_by_idx on proposals (created_by);
create index if not exists proposals_open_idx on proposals (voting_ends_at) where status = 'open';
create or replace trigger proposals_touch before update on proposals for each row execute function touch_updated_at();

create table if not exists votes (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null references proposals (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  vote_value text not null,
  voted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint votes_proposal_id_user_id_key unique (proposal_id, user_id),
  constraint votes_vote_value_check check (vote_value in ('yes', 'no', 'abstain'))
);
comment on table votes is 'Ours: votes of team members on team proposals, one each and changeable until the vote closes.';
comment on column votes.id is 'Key of the vote.';
comment on column votes.proposal_id is 'Proposal voted on.';
comment on column votes.user_id is 'Voter.';
comment on column votes.vote_value is 'Choice: yes, no or abstain.';
comment on column votes.voted_at is 'When the vote was first cast.';
comment on column votes.updated_at is 'When it was last changed.';
alter table votes enable row level security;
alter table votes force row level security;
revoke all on votes from anon, authenticated;
grant all on votes to service_role;
create index if not exists votes_user_id_idx on votes (user_id);
create or replace trigger votes_touch before update on votes for each row execute function touch_updated_at();

create table if not exists governance_proposals (
  proposal_id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete set null,
  title varchar(255) not null,
  description text not null,
  stake integer not null default 0,
  status text not null default 'pending',
  council_term integer,
  team_proposal_id uuid references proposals (id) on delete set null,
  voting_starts_at timestamptz,
  voting_ends_at timestamptz,
  yes_weight integer not null default 0,
  no_weight integer not null default 0,
  abstain_weight integer not null default 0,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint governance_proposals_title_check check (char_length(btrim(title)) >= 3),
  constraint governance_proposals_description_check check (char_length(description) between 1 and 50000),
  constraint governance_proposals_stake_check check (stake >= 0),
  constraint governance_proposals_council_term_check check (council_term is null or council_term > 0),
  constraint governance_proposals_status_check check (status in ('draft', 'pending', 'voting', 'approved', 'rejected', 'withdrawn', 'implemented')),
  constraint governance_proposals_voting_ends_at_check check (voting_ends_at is null or voting_starts_at is null or voting_ends_at > voting_starts_at),
  constraint governance_proposals_weight_check check (yes_weight >= 0 and no_weight >= 0 and abstain_weight >= 0)
);
comment on table governance_proposals is 'Proposals to the whole network, backed by a stake and decided by weighted ballots.';
comment on column governance_proposals.proposal_id is 'Key of the proposal.';
comment on column governance_proposals.user_id is 'Proposer; empty when that account was erased.';
comment on column governance_proposals.title is 'Headline.';
comment on column governance_proposals.description is 'Text of the proposal in Markdown.';
comment on column governance_proposals.stake is 'Whole tokens locked by the proposer on submission.';
comment on column governance_proposals.status is 'Where it stands on its way from draft to implemented.';
comment on column governance_proposals.council_term is 'Number of the council term that the proposal belongs to.';
comment on column governance_proposals.team_proposal_id is 'Team proposal that was raised to the network, when it came from one.';
comment on column governance_proposals.voting_starts_at is 'When ballots open.';
comment on column governance_proposals.voting_ends_at is 'When ballots close.';
comment on column governance_proposals.yes_weight is 'Sum of the weights for it, written when the vote closes.';
comment on column governance_proposals.no_weight is 'Sum of the weights against it, written when the vote closes.';
comment on column governance_proposals.abstain_weight is 'Sum of the abstaining weights, written when the vote closes.';
comment on column governance_proposals.decided_at is 'When the result was fixed.';
comment on column governance_proposals.created_at is 'When it was written.';
comment on column governance_proposals.updated_at is 'Last change of the row.';
alter table governance_proposals enable row level security;
alter table governance_proposals force row level security;
revoke all on governance_proposals from anon, authenticated;
grant all on governance_proposals to service_role;
create index if not exists governance_proposals_user_id_idx on governance_proposals (user_id);
create index if not exists governance_proposals_status_idx on governance_proposals (status, created_at desc, proposal_id desc);
create index if not exists governance_proposals_team_proposal_id_idx on governance_proposals (team_proposal_id);
create or replace trigger governance_proposals_touch before update on governance_proposals for each row execute function touch_updated_at();

create table if not exists governance_ballots (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null references governance_proposals (proposal_id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  vote_value text not null,
  stake numeric(20, 6) not null default 0,
  weight integer not null,
  cast_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint governance_ballots_proposal_id_user_id_key unique (proposal_id, user_id),
  constraint governance_ballots_vote_value_check check (vote_value in ('yes', 'no', 'abstain')),
  constraint governance_ballots_stake_check check (stake >= 0),
  constraint governance_ballots_weight_check check (weight between 0 and 34)
);
comment on table governance_ballots is 'Ours: weighted ballots on proposals to the network; one for each member, changeable until closing.';
comment on column governance_ballots.id is 'Key of the ballot.';
comment on column governance_ballots.proposal_id is 'Proposal voted on.';
comment on column governance_ballots.user_id is 'Voter.';
comment on column governance_ballots.vote_value is 'Choice: yes, no or abstain.';
comment on column governance_ballots.stake is 'Tokens staked behind the ballot; they return when the vote closes.';
comment on column governance_ballots.weight is 'Voting power: the rounded root of the stake, 34 at most.';
comment on column governance_ballots.cast_at is 'When the ballot was first cast.';
comment on column governance_ballots.updated_at is 'When it was last changed.';
alter table governance_ballots enable row level security;
alter table governance_ballots force row level security;
revoke all on governance_ballots from anon, authenticated;
grant all on governance_ballots to service_role;
create index if not exists governance_ballots_user_id_idx on governance_ballots (user_id);
create or replace trigger governance_ballots_touch before update on governance_ballots for each row execute function touch_updated_at();

create table if not exists crowdfunding (
  id uuid primary key default gen_random_uuid(),
  team_id uuid references teams (id) on delete cascade,
  proposal_id uuid references proposals (id) on delete set null,
  user_id uuid references users (id) on delete set null,
  token_type text not null default 'LUCK',
  amount numeric(20, 6) not null,
  contributed_at timestamptz not null default now(),
  constraint crowdfunding_token_type_check check (token_type in ('LUCK', 'LIVE', 'LOVE', 'LIFE')),
  constraint crowdfunding_amount_check check (amount > 0),
  constraint crowdfunding_target_check check (team_id is not null or proposal_id is not null)
);
comment on table crowdfunding is 'Contributions of members to a team or to one of its proposals.';
comment on column crowdfunding.id is 'Key of the contribution.';
comment on column crowdfunding.team_id is 'Team that receives it.';
comment on column crowdfunding.proposal_id is 'Proposal that it is meant for, if any.';
comment on column crowdfunding.user_id is 'Giver; empty when that account was erased.';
comment on column crowdfunding.token_type is 'Token that was given.';
comment on column crowdfunding.amount is 'Amount given, in token units.';
comment on column crowdfunding.contributed_at is 'When it was given.';
alter table crowdfunding enable row level security;
alter table crowdfunding force row level security;
revoke all on crowdfunding from anon, authenticated;
grant all on crowdfunding to service_role;
create index if not exists crowdfunding_team_id_idx on crowdfunding (team_id, contributed_at desc);
create index if not exists crowdfunding_proposal_id_idx on crowdfunding (proposal_id);
create index if not exists crowdfunding_user_id_idx on crowdfunding (user_id);

create table if not exists group_actions (
  id uuid primary key default gen_random_uuid(),
  team_id uuid references teams (id) on delete cascade,
  action_type text not null,
  performed_by uuid references users (id) on delete set null,
  metadata jsonb,
  performed_at timestamptz not null default now(),
  constraint group_actions_action_type_check check (char_length(action_type) between 1 and 80)
);
comment on table group_actions is 'Acts done as a team; each is the ground for collaboration bonuses.';
comment on column group_actions.id is 'Key of the act.';
comment on column group_actions.team_id is 'Team that acted.';
comment on column group_actions.action_type is 'What was done, by the name used in action weights.';
comment on column group_actions.performed_by is 'Member who carried it out or recorded it.';
comment on column group_actions.metadata is 'Particulars, such as the list of those who took part.';
comment on column group_actions.performed_at is 'When it was done.';
alter table group_actions enable row level security;
alter table group_actions force row level security;
revoke all on group_actions from anon, authenticated;
grant all on group_actions to service_role;
create index if not exists group_actions_team_id_idx on group_actions (team_id, performed_at desc);
create index if not exists group_actions_performed_by_idx on group_actions (performed_by);

-- Membership helpers return sets, so that a policy hashes them once instead of asking per row.
create or replace function app.my_team_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select team_id from public.team_members where user_id = (select auth.uid()) $$;
comment on function app.my_team_ids() is 'Teams on whose roster the caller is.';

create or replace function app.my_led_team_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select team_id from public.team_members where user_id = (select auth.uid()) and role = 'admin' $$;
comment on function app.my_led_team_ids() is 'Teams that the caller administers.';

create or replace function app.open_proposal_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select p.id from public.proposals p
    join public.team_members m on m.team_id = p.team_id and m.user_id = (select auth.uid())
    where p.status = 'open' and (p.voting_ends_at is null or p.voting_ends_at > now())
  $$;
comment on function app.open_proposal_ids() is 'Team proposals on which the caller may vote now.';

create or replace function app.enrol_team_founder() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.created_by is not null then
      insert into public.team_members (team_id, user_id, role) values (new.id, new.created_by, 'admin')
      on conflict (team_id, user_id) do nothing;
    end if;
    return null;
  end $$;
comment on function app.enrol_team_founder() is 'Puts the founder on the roster of a new team as its first administrator.';
create or replace trigger teams_enrol_founder after insert on teams for each row execute function app.enrol_team_founder();

create or replace function app.record_team_stay() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if tg_op = 'INSERT' then
      insert into public.team_memberships (team_id, user_id, role) values (new.team_id, new.user_id, new.role)
      on conflict do nothing;
    else
      update public.team_memberships set left_at = greatest(now(), joined_at)
      where team_id = old.team_id and user_id = old.user_id and left_at is null;
    end if;
    return null;
  end $$;
comment on function app.record_team_stay() is 'Opens a stay when a person joins a roster and closes it when the person leaves.';
create or replace trigger team_members_record_stay after insert or delete on team_members for each row execute function app.record_team_stay();

revoke execute on function app.my_team_ids(), app.my_led_team_ids(), app.open_proposal_ids() from public;
grant execute on function app.my_team_ids(), app.my_led_team_ids(), app.open_proposal_ids() to authenticated, service_role;
revoke execute on function app.enrol_team_founder(), app.record_team_stay() from public;

grant select, delete on teams to authenticated;
grant insert (name, description, created_by, platform, governance_model, mission, admission_criteria, join_policy, virtual_capital, physical_footprint) on teams to authenticated;
grant update (name, description, governance_model, mission, admission_criteria, join_policy, virtual_capital, physical_footprint) on teams to authenticated;
drop policy if exists "members read teams" on teams;
create policy "members read teams" on teams for select to authenticated using (true);
drop policy if exists "members found teams on their platforms" on teams;
create policy "members found teams on their platforms" on teams for insert to authenticated
  with check (created_by = (select auth.uid()) and app.has_platform(platform));
drop policy if exists "team administrators edit their team" on teams;
create policy "team administrators edit their team" on teams for update to authenticated
  using (id in (select app.my_led_team_ids())) with check (id in (select app.my_led_team_ids()));
drop policy if exists "founders dissolve their team" on teams;
create policy "founders dissolve their team" on teams for delete to authenticated using (created_by = (select auth.uid()));

grant select, delete on team_members to authenticated;
grant insert (team_id, user_id, role) on team_members to authenticated;
grant update (role, permissions) on team_members to authenticated;
drop policy if exists "members read rosters" on team_members;
create policy "members read rosters" on team_members for select to authenticated using (true);
drop policy if exists "members join open teams as plain members" on team_members;
create policy "members join open teams as plain members" on team_members for insert to authenticated
  with check (user_id = (select auth.uid()) and role = 'member' and permissions = '{}'::jsonb
    and exists (select 1 from teams t where t.id = team_id and t.join_policy = 'open'));
drop policy if exists "team administrators admit members" on team_members;
create policy "team administrators admit members" on team_members for insert to authenticated
  with check (team_id in (select app.my_led_team_ids()));
drop policy if exists "team administrators change roles" on team_members;
create policy "team administrators change roles" on team_members for update to authenticated
  using (team_id in (select app.my_led_team_ids())) with check (team_id in (select app.my_led_team_ids()));
drop policy if exists "members leave teams" on team_members;
create policy "members leave teams" on team_members for delete to authenticated using (user_id = (select auth.uid()));
drop policy if exists "team administrators remove members" on team_members;
create policy "team administrators remove members" on team_members for delete to authenticated
  using (team_id in (select app.my_led_team_ids()));

grant select on team_memberships to authenticated;
drop policy if exists "members read own stays and those of their teams" on team_memberships;
create policy "members read own stays and those of their teams" on team_memberships for select to authenticated
  using (user_id = (select auth.uid()) or team_id in (select app.my_team_ids()) or (select app.is_guardian()));

grant select on proposals to authenticated;
grant insert (team_id, created_by, title, description, proposal_type, status, voting_ends_at, funding_goal, metadata) on proposals to authenticated;
grant update (title, description, proposal_type, status, voting_ends_at, funding_goal, metadata) on proposals to authenticated;
drop policy if exists "members read submitted proposals and own drafts" on proposals;
create policy "members read submitted proposals and own drafts" on proposals for select to authenticated
  using (status <> 'draft' or created_by = (select auth.uid()));
drop policy if exists "team members propose to their team" on proposals;
create policy "team members propose to their team" on proposals for insert to authenticated
  with check (created_by = (select auth.uid()) and status in ('draft', 'pending') and team_id in (select app.my_team_ids()));
drop policy if exists "proposers edit before the vote opens" on proposals;
create policy "proposers edit before the vote opens" on proposals for update to authenticated
  using (created_by = (select auth.uid()) and status in ('draft', 'pending'))
  with check (created_by = (select auth.uid()) and status in ('draft', 'pending', 'withdrawn') and team_id in (select app.my_team_ids()));

grant select on votes to authenticated;
grant insert (proposal_id, user_id, vote_value) on votes to authenticated;
grant update (vote_value) on votes to authenticated;
drop policy if exists "voters read own votes and those of their teams" on votes;
create policy "voters read own votes and those of their teams" on votes for select to authenticated
  using (user_id = (select auth.uid())
    or exists (select 1 from proposals p where p.id = proposal_id and p.team_id in (select app.my_team_ids())));
drop policy if exists "team members vote on open proposals" on votes;
create policy "team members vote on open proposals" on votes for insert to authenticated
  with check (user_id = (select auth.uid()) and proposal_id in (select app.open_proposal_ids()));
drop policy if exists "voters change their vote while it is open" on votes;
create policy "voters change their vote while it is open" on votes for update to authenticated
  using (user_id = (select auth.uid()) and proposal_id in (select app.open_proposal_ids()))
  with check (user_id = (select auth.uid()) and proposal_id in (select app.open_proposal_ids()));

grant select on governance_proposals to authenticated;
grant insert (user_id, title, description, council_term, team_proposal_id, status) on governance_proposals to authenticated;
grant update (title, description, council_term, team_proposal_id) on governance_proposals to authenticated;
drop policy if exists "members read submitted network proposals and own drafts" on governance_proposals;
create policy "members read submitted network proposals and own drafts" on governance_proposals for select to authenticated
  using (status <> 'draft' or user_id = (select auth.uid()));
drop policy if exists "members draft network proposals" on governance_proposals;
create policy "members draft network proposals" on governance_proposals for insert to authenticated
  with check (user_id = (select auth.uid()) and status = 'draft');
drop policy if exists "proposers edit their drafts" on governance_proposals;
create policy "proposers edit their drafts" on governance_proposals for update to authenticated
  using (user_id = (select auth.uid()) and status = 'draft') with check (user_id = (select auth.uid()) and status = 'draft');

grant select on governance_ballots to authenticated;
drop policy if exists "voters read own ballots" on governance_ballots;
create policy "voters read own ballots" on governance_ballots for select to authenticated using (user_id = (select auth.uid()));

grant select on crowdfunding to authenticated;
drop policy if exists "givers and team members read contributions" on crowdfunding;
create policy "givers and team members read contributions" on crowdfunding for select to authenticated
  using (user_id = (select auth.uid()) or team_id in (select app.my_team_ids()));

grant select on group_actions to authenticated;
drop policy if exists "performers and team members read group actions" on group_actions;
create policy "performers and team members read group actions" on group_actions for select to authenticated
  using (performed_by = (select auth.uid()) or team_id in (select app.my_team_ids()));

insert into schema_version (version, name) values (9, '20261101000800_governance') on conflict do nothing;
