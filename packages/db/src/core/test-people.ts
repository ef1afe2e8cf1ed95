import { randomUUID } from "node:crypto";
import pg from "pg";
import { databaseDirectUrl } from "./env.ts";
import type { Claims } from "./identity.ts";

type PlatformSlug = "hub" | "ascenders" | "neothinkers" | "immortals";

export interface TestPerson {
  readonly name?: string;
  /** Platforms that the person may enter; all four unless said. */
  readonly platforms?: readonly PlatformSlug[];
  readonly tier?: "premium" | "superachiever";
  /** Role in the hub's tenant, such as `editor` or `admin`. */
  readonly role?: string;
  readonly guardian?: boolean;
}

/** Runs SQL as the owner of the test database, past every policy: for what a test needs to be there. */
export async function adminQuery<Row extends pg.QueryResultRow = pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseDirectUrl() });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

/** Makes a person of their own for a test, and gives the claims of their session. */
export async function makePerson(person: TestPerson = {}): Promise<Claims> {
  const sub = randomUUID();
  const platforms = person.platforms ?? ["hub", "ascenders", "neothinkers", "immortals"];
  await adminQuery("insert into public.users (id, email) values ($1, $2)", [
    sub,
    `${sub}@example.test`,
  ]);
  await adminQuery(
    `update public.profiles set full_name = $2, is_guardian = $3, subscription_tier = $4,
       subscription_status = case when $4::text is null then null else 'active' end where id = $1`,
    [sub, person.name ?? "Test Person", person.guardian ?? false, person.tier ?? null],
  );
  await adminQuery(
    `insert into public.platform_access (user_id, platform_slug)
     select $1, slug from unnest($2::text[]) slug on conflict (user_id, platform_slug) do nothing`,
    [sub, platforms],
  );
  if (person.role) {
    await adminQuery(
      `update public.tenant_users m set tenant_role_id = r.id
       from public.tenants t join public.tenant_roles r on r.tenant_id = t.id
       where t.slug = 'hub' and m.tenant_id = t.id and m.user_id = $1 and r.slug = $2`,
      [sub, person.role],
    );
  }
  return { sub, role: "authenticated" };
}
