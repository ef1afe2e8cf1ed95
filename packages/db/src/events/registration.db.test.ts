import { afterAll, describe, expect, it } from "vitest";
import { asMember, type Claims } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

afterAll(closePool);

async function makeEvent(seats: number | null): Promise<string> {
  const [event] = await adminQuery<{ id: string }>(
    `insert into public.events (title, platform, event_type, start_time, end_time, max_attendees, is_published)
     values ('Meeting', 'hub', 'meeting', now() + interval '1 day', now() + interval '25 hours', $1, true)
     returning id`,
    [seats],
  );
  if (!event) {
    throw new Error("The event was not written.");
  }
  return event.id;
}

function register(person: Claims, event: string): Promise<string> {
  return asMember(person, async (db) => {
    const { status } = await db
      .insertInto("event_registrations")
      .values({ user_id: person.sub, event_id: event })
      .returning("status")
      .executeTakeFirstOrThrow();
    return status;
  });
}

async function statusOf(event: string, people: readonly Claims[]): Promise<string[]> {
  const rows = await adminQuery<{ user_id: string; status: string }>(
    "select user_id, status from public.event_registrations where event_id = $1",
    [event],
  );
  return people.map(({ sub }) => rows.find((row) => row.user_id === sub)?.status ?? "gone");
}

describe("seats at an event", () => {
  it("are never more than there are, however many come at once", async () => {
    const event = await makeEvent(3);
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson()));
    const answers = await Promise.all(people.map((one) => register(one, event)));
    expect(answers.filter((status) => status === "registered")).toHaveLength(3);
    expect(answers.filter((status) => status === "waitlisted")).toHaveLength(17);
  });

  it("go to the first in the queue when given up, and to more when the room grows", async () => {
    const event = await makeEvent(1);
    const people = await Promise.all([makePerson(), makePerson(), makePerson(), makePerson()]);
    const [first] = people;
    for (const person of people) {
      await register(person, event);
    }
    expect(await statusOf(event, people)).toEqual([
      "registered",
      "waitlisted",
      "waitlisted",
      "waitlisted",
    ]);
    await asMember(first, (db) =>
      db.deleteFrom("event_registrations").where("user_id", "=", first.sub).execute(),
    );
    expect(await statusOf(event, people)).toEqual([
      "gone",
      "registered",
      "waitlisted",
      "waitlisted",
    ]);
    await adminQuery("update public.events set max_attendees = 2 where id = $1", [event]);
    expect(await statusOf(event, people)).toEqual([
      "gone",
      "registered",
      "registered",
      "waitlisted",
    ]);
    await adminQuery("update public.events set max_attendees = null where id = $1", [event]);
    expect(await statusOf(event, people)).toEqual([
      "gone",
      "registered",
      "registered",
      "registered",
    ]);
  });
});
