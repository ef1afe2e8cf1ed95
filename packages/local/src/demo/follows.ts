import { followMember } from "@neothink/api/community/member-bonds";
import { createContext } from "@neothink/api/core/context";
import { platforms } from "@neothink/brand/platforms";
import { asSystem, inTransaction, memberDb } from "@neothink/db/core/identity";
import { joinedAt } from "./demo-accounts.ts";
import { viewerOf } from "./entry.ts";
import type { DemoPerson } from "./people.ts";
import { share } from "./timeline.ts";

const day = 86_400_000;

/** Lets people follow each other by the rule: about every third of those they share an app with. */
export async function followEachOther(people: readonly DemoPerson[], now: Date): Promise<void> {
  await Promise.all(
    people.map(async (person) => {
      for (const other of people) {
        const near = other.platforms.some((slug) => person.platforms.includes(slug));
        if (other !== person && near && share(`follow ${person.key} ${other.key}`) < 35) {
          await follow(person, other, now);
        }
      }
    }),
  );
}

/** When somebody began to follow: some days after the later of both had joined. */
function followedAt(person: DemoPerson, other: DemoPerson, now: Date): Date {
  const both = Math.max(joinedAt(person, now).getTime(), joinedAt(other, now).getTime());
  const patience = (share(`${person.key} follows ${other.key}`) / 5) * day;
  return new Date(Math.min(both + day + patience, now.getTime() - day / 4));
}

async function follow(person: DemoPerson, other: DemoPerson, now: Date): Promise<void> {
  const viewer = viewerOf(person);
  const { id } = viewerOf(other);
  const at = followedAt(person, other, now);
  const started = new Date();
  await inTransaction(memberDb(viewer.claims), async (db) => {
    const there = await db
      .selectFrom("user_connections")
      .select("id")
      .where("user_id", "=", viewer.id)
      .where("connected_user_id", "=", id)
      .executeTakeFirst();
    if (there) {
      return;
    }
    const facts = { claims: viewer.claims, brand: platforms.hub, requestId: "demo" };
    await followMember({ ...createContext(facts), viewer, db }, { id, following: true });
    await asSystem(db, async (system) => {
      await system
        .updateTable("user_connections")
        .set({ created_at: at })
        .where("user_id", "=", viewer.id)
        .where("connected_user_id", "=", id)
        .execute();
      await system
        .updateTable("notifications")
        .set({ created_at: at, is_read: true, read_at: at, email: false })
        .where("actor_id", "=", viewer.id)
        .where("created_at", ">=", started)
        .execute();
    });
  });
}
