-- The guard fills the key in; a default lets writers leave it out.
set search_path = public, extensions;

alter table post_comments alter column thread_key set default '';

insert into schema_version (version, name)
select max(version) + 1, '20261122165000_community_thread_default' from schema_version
on conflict do nothing;
