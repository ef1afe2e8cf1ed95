import { asOperator } from "@neothink/db/core/identity";
import type { DemoPerson } from "./people.ts";
import { demoId } from "./timeline.ts";

/** Words that editors chose to offer while somebody searches. */
const suggestions: readonly (readonly [trigger: string, suggestion: string])[] = [
  ["price", "pricing"],
  ["first", "#first-offer"],
  ["hiring", "scorecard"],
  ["morning", "#morning-light"],
  ["exercise", "#thought-exercises"],
  ["sunday", "sunday meeting"],
];

/** Gives people their roles, subscriptions and calling, each with its reason in the audit trail. */
export async function giveStanding(people: readonly DemoPerson[], now: Date): Promise<void> {
  await giveRoles(people);
  await giveSubscriptions(people, now);
  await nameStrategists(people);
  await asOperator({ actorId: null, reason: "search_suggestions:create" }, (db) =>
    db
      .insertInto("search_suggestions")
      .values(suggestions.map(([trigger_term, suggestion]) => ({ trigger_term, suggestion })))
      .onConflict((conflict) => conflict.columns(["trigger_term", "suggestion"]).doNothing())
      .execute(),
  );
}

async function giveRoles(people: readonly DemoPerson[]): Promise<void> {
  await asOperator({ actorId: null, reason: "tenant_users:give-role" }, async (db) => {
    const roles = await db
      .selectFrom("tenant_roles")
      .select(["id", "tenant_id", "slug"])
      .where("slug", "in", ["editor", "builder"])
      .execute();
    for (const { key, role } of people) {
      for (const { id, tenant_id } of roles.filter(({ slug }) => slug === role)) {
        await db
          .updateTable("tenant_users")
          .set({ tenant_role_id: id })
          .where("tenant_id", "=", tenant_id)
          .where("user_id", "=", demoId(`person ${key}`))
          .execute();
      }
    }
  });
}

async function giveSubscriptions(people: readonly DemoPerson[], now: Date): Promise<void> {
  const start = new Date(now.getTime() - 25 * 86_400_000);
  await asOperator({ actorId: null, reason: "profiles:give-subscription" }, async (db) => {
    for (const { key, tier } of people) {
      if (tier) {
        await db
          .updateTable("profiles")
          .set({
            subscription_tier: tier,
            subscription_status: "active",
            subscription_period_start: start,
          })
          .where("id", "=", demoId(`person ${key}`))
          .where("subscription_tier", "is", null)
          .execute();
      }
    }
  });
}

async function nameStrategists(people: readonly DemoPerson[]): Promise<void> {
  await asOperator({ actorId: null, reason: "strategist:name" }, async (db) => {
    for (const { key, email, name, bio, interests, timezone, strategist } of people) {
      if (strategist) {
        await db
          .insertInto("strategists")
          .values({
            user_id: demoId(`person ${key}`),
            name,
            email,
            bio,
            specialties: [...interests],
            time_zone: timezone,
          })
          .onConflict((conflict) => conflict.column("email").doNothing())
          .execute();
      }
    }
  });
}
