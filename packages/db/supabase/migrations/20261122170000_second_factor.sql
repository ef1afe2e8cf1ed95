-- A session that has not passed the account's second factor is told apart from a whole one.
set search_path = public, extensions;

create or replace function app.owes_second_factor() returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  service text;
  owes boolean := false;
begin
  if (select auth.jwt() ->> 'aal') = 'aal2' then
    return false;
  end if;
  -- Factors lie with whichever sign-in service is in use: the hosted one or the embedded one.
  foreach service in array array['auth', 'auth_local'] loop
    if to_regclass(service || '.mfa_factors') is not null then
      execute format(
        'select exists (select from %I.mfa_factors where user_id = $1 and status = ''verified'')', service)
        into owes using (select auth.uid());
      if owes then
        return true;
      end if;
    end if;
  end loop;
  return false;
end
$$;
comment on function app.owes_second_factor() is 'True when the caller''s account has a second factor that this session has not passed. A password alone, used past our pages, opens nothing of it.';
revoke execute on function app.owes_second_factor() from public;
grant execute on function app.owes_second_factor() to authenticated;

insert into public.schema_version (version, name)
select max(version) + 1, '20261122170000_second_factor' from public.schema_version
on conflict do nothing;
