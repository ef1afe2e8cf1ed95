import { randomUUID } from "node:crypto";
import type { Database } from "./database.ts";
import { row, rows, run } from "./database.ts";
import { AuthError } from "./errors.ts";

/** Free-form facts about an account. */
export type Metadata = Record<string, unknown>;

/** An identity as clients see it. */
export interface Identity {
  identity_id: string;
  id: string;
  user_id: string;
  identity_data: Metadata;
  provider: string;
  last_sign_in_at: string | null;
  created_at: string;
  updated_at: string;
  email: string | null;
}

/** A second factor as clients see it. */
export interface Factor {
  id: string;
  created_at: string;
  updated_at: string;
  status: "unverified" | "verified";
  friendly_name: string;
  factor_type: "totp" | "recovery_code";
  phone: null;
  last_challenged_at: string | null;
}

/** An account with all that belongs to it. */
export interface UserRow {
  id: string;
  email: string;
  password_hash: string | null;
  full_name: string | null;
  email_confirmed_at: Date | null;
  invited_at: Date | null;
  confirmation_sent_at: Date | null;
  recovery_sent_at: Date | null;
  new_email: string | null;
  email_change_sent_at: Date | null;
  email_change_confirmed: "current" | "new" | null;
  last_sign_in_at: Date | null;
  app_metadata: Metadata;
  user_metadata: Metadata;
  banned_until: Date | null;
  created_at: Date;
  updated_at: Date;
  identities: Identity[];
  factors: Factor[];
}

const selectUser = `
  select u.id, u.email, u.password_hash, p.full_name,
    a.email_confirmed_at, a.invited_at, a.confirmation_sent_at, a.recovery_sent_at, a.new_email,
    a.email_change_sent_at, a.email_change_confirmed, a.last_sign_in_at, a.app_metadata,
    a.user_metadata, a.banned_until, u.created_at, greatest(u.updated_at, a.updated_at) as updated_at,
    coalesce((
      select jsonb_agg(jsonb_build_object('identity_id', i.id, 'id', i.provider_id,
        'user_id', i.user_id, 'identity_data', i.identity_data, 'provider', i.provider,
        'last_sign_in_at', i.last_sign_in_at, 'created_at', i.created_at,
        'updated_at', i.updated_at, 'email', i.identity_data ->> 'email') order by i.created_at)
      from auth_local.identities i where i.user_id = u.id
    ), '[]') as identities,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', f.id, 'created_at', f.created_at,
        'updated_at', f.updated_at, 'status', f.status, 'friendly_name', f.friendly_name,
        'factor_type', f.factor_type, 'phone', null,
        'last_challenged_at', f.last_challenged_at) order by f.created_at)
      from auth_local.mfa_factors f where f.user_id = u.id
    ), '[]') as factors
  from public.users u
  join auth_local.accounts a on a.user_id = u.id
  left join public.profiles p on p.id = u.id`;

/** The account with this id, or null. */
export function findUser(db: Database, id: string): Promise<UserRow | null> {
  return row<UserRow>(db, `${selectUser} where u.id = $1`, [id]);
}

/** The account with this address, or null. */
export function findUserByEmail(db: Database, email: string): Promise<UserRow | null> {
  return row<UserRow>(db, `${selectUser} where u.email = $1`, [email]);
}

/** A page of accounts, newest first, and how many there are in all. */
export async function listUsers(
  db: Database,
  page: number,
  perPage: number,
): Promise<{ users: UserRow[]; total: number }> {
  const users = await rows<UserRow>(
    db,
    `${selectUser} order by u.created_at desc, u.id desc limit $1 offset $2`,
    [perPage, (page - 1) * perPage],
  );
  const counted = await row<{ total: number }>(
    db,
    "select count(*)::int as total from auth_local.accounts",
  );
  return { users, total: counted?.total ?? 0 };
}

/**
 * The account with this id.
 * @throws {AuthError} user_not_found with the given status
 */
export async function requireUser(db: Database, id: string, status = 404): Promise<UserRow> {
  const user = await findUser(db, id);
  if (!user) {
    throw new AuthError(status, "user_not_found", "User not found");
  }
  return user;
}

/** What a new account begins with. */
export interface NewUser {
  id?: string;
  email: string;
  passwordHash: string | null;
  confirmed: boolean;
  userMetadata: Metadata;
  appMetadata?: Metadata;
  invited?: boolean;
}

/** Makes the account in all its tables; to be called inside a transaction. Returns its id. */
export async function insertUser(db: Database, user: NewUser): Promise<string> {
  const id = user.id ?? randomUUID();
  await run(db, "insert into public.users (id, email, password_hash) values ($1, $2, $3)", [
    id,
    user.email,
    user.passwordHash,
  ]);
  await run(
    db,
    `insert into auth_local.accounts
       (user_id, email_confirmed_at, invited_at, app_metadata, user_metadata)
     values ($1, case when $2 then now() end, case when $3 then now() end, $4, $5)
     on conflict (user_id) do update set email_confirmed_at = excluded.email_confirmed_at,
       invited_at = excluded.invited_at, app_metadata = excluded.app_metadata,
       user_metadata = excluded.user_metadata`,
    [
      id,
      user.confirmed,
      user.invited ?? false,
      JSON.stringify({ ...user.appMetadata, provider: "email", providers: ["email"] }),
      JSON.stringify(user.userMetadata),
    ],
  );
  await run(
    db,
    `insert into auth_local.identities (user_id, provider, provider_id, identity_data)
     values ($1::uuid, 'email', $1::uuid::text, $2)
     on conflict (provider, provider_id) do update set identity_data = excluded.identity_data`,
    [id, JSON.stringify(identityData(id, user.email, user.confirmed, user.userMetadata))],
  );
  await copyName(db, id, user.userMetadata);
  return id;
}

/** Carries the name given at sign-up over to the profile that the database made. */
async function copyName(db: Database, id: string, metadata: Metadata): Promise<void> {
  const given = metadata.full_name ?? metadata.name;
  const name = typeof given === "string" ? given.trim().slice(0, 200) : "";
  if (name !== "") {
    const first = name.split(/\s+/)[0]?.slice(0, 100) ?? null;
    await run(
      db,
      `update public.profiles set full_name = $2, first_name = coalesce(first_name, $3) where id = $1`,
      [id, name, first],
    );
  }
}

/** Takes over an unconfirmed account: whoever signs up last and reads the mail has the say. */
export async function replaceUnconfirmed(
  db: Database,
  id: string,
  passwordHash: string,
  metadata: Metadata,
): Promise<void> {
  await run(db, "update public.users set password_hash = $2 where id = $1", [id, passwordHash]);
  await run(
    db,
    `update auth_local.accounts set user_metadata = $2, updated_at = now() where user_id = $1`,
    [id, JSON.stringify(metadata)],
  );
  await copyName(db, id, metadata);
}

/** What the identity says about the person. */
function identityData(id: string, email: string, verified: boolean, metadata: Metadata): Metadata {
  return { ...metadata, sub: id, email, email_verified: verified, phone_verified: false };
}

/** Marks the address as proved. */
export async function confirmEmail(db: Database, id: string): Promise<void> {
  await run(
    db,
    `update auth_local.accounts
     set email_confirmed_at = coalesce(email_confirmed_at, now()), updated_at = now()
     where user_id = $1`,
    [id],
  );
  await run(
    db,
    `update auth_local.identities
     set identity_data = identity_data || '{"email_verified": true}', updated_at = now()
     where user_id = $1 and provider = 'email'`,
    [id],
  );
}

/** Sets a new address, proved, and ends a running change. */
export async function changeEmail(db: Database, id: string, email: string): Promise<void> {
  await run(db, "update public.users set email = $2 where id = $1", [id, email]);
  await run(
    db,
    `update auth_local.accounts
     set new_email = null, email_change_confirmed = null, email_change_sent_at = null,
       email_confirmed_at = now(), updated_at = now()
     where user_id = $1`,
    [id],
  );
  await run(
    db,
    `update auth_local.identities
     set identity_data = identity_data || jsonb_build_object('email', $2::text, 'email_verified', true),
       updated_at = now()
     where user_id = $1 and provider = 'email'`,
    [id, email],
  );
}

/** Sets or removes the password's hash. */
export async function setPasswordHash(
  db: Database,
  id: string,
  passwordHash: string | null,
): Promise<void> {
  await run(db, "update public.users set password_hash = $2 where id = $1", [id, passwordHash]);
}

/** Merges facts into one of the two sets; a null value deletes its key. */
export async function mergeMetadata(
  db: Database,
  id: string,
  column: "app_metadata" | "user_metadata",
  data: Metadata,
): Promise<void> {
  await run(
    db,
    `update auth_local.accounts
     set ${column} = (${column} || $2::jsonb)
         - array(select key from jsonb_each($2::jsonb) where value = 'null'),
       updated_at = now()
     where user_id = $1`,
    [id, JSON.stringify(data)],
  );
}

/** Whether signing in is refused at this moment. */
export function isBanned(user: Pick<UserRow, "banned_until">): boolean {
  return user.banned_until !== null && user.banned_until.getTime() > Date.now();
}

/** Whether the account has a second factor that counts. */
export function hasVerifiedFactor(user: Pick<UserRow, "factors">): boolean {
  return user.factors.some((factor) => factor.status === "verified");
}

/** An account as clients see it; what is null is left out, as the client library expects. */
export function userJson(user: UserRow): Record<string, unknown> {
  const optional = {
    email_confirmed_at: user.email_confirmed_at,
    confirmed_at: user.email_confirmed_at,
    invited_at: user.invited_at,
    confirmation_sent_at: user.confirmation_sent_at,
    recovery_sent_at: user.recovery_sent_at,
    new_email: user.new_email,
    email_change_sent_at: user.email_change_sent_at,
    last_sign_in_at: user.last_sign_in_at,
    banned_until: user.banned_until,
    factors: user.factors.length > 0 ? user.factors : null,
  };
  return {
    id: user.id,
    aud: "authenticated",
    role: "authenticated",
    email: user.email,
    phone: "",
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
    app_metadata: user.app_metadata,
    user_metadata: user.user_metadata,
    identities: user.identities,
    created_at: user.created_at,
    updated_at: user.updated_at,
    is_anonymous: false,
  };
}
