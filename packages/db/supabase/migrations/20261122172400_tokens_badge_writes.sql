-- Badges are written by the service alone; sharing one goes through its rule.
set search_path = public, extensions;

revoke update on user_badges from authenticated;
revoke update (shared_at) on user_badges from authenticated;
drop policy if exists "holders share their badges" on user_badges;

insert into public.schema_version (version, name)
select max(version) + 1, '20261122172400_tokens_badge_writes' from public.schema_version
on conflict do nothing;
