-- Only the service reads mail keys and ends mail by them.
set search_path = public, extensions;

drop policy if exists "nobody reads mail keys" on public.mail_states;
drop policy if exists "only the service reads mail keys" on public.mail_states;
create policy "only the service reads mail keys" on public.mail_states for select to service_role using (true);

revoke execute on function app.end_mail(uuid) from anon, authenticated;
comment on function app.end_mail(uuid) is 'Ends the notifications by mail of whoever the key was sent to, on the platform that sent it; gives the platform, null for an unknown key. For the service, which is shown the key.';

insert into public.schema_version (version, name)
select max(version) + 1, '20261122171300_messaging_mail_rights' from public.schema_version
on conflict do nothing;
