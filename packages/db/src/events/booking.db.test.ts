import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pgCode, pgFailure } from "../core/errors.ts";
import type { Claims } from "../core/identity.ts";
import { asMember } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

let coach: Claims;

beforeAll(async () => {
  coach = await makePerson();
  await adminQuery(
    `insert into public.strategists (user_id, name, email, time_zone, max_sessions_per_day)
     values ($1, 'Coach', $2, 'America/New_York', 2)`,
    [coach.sub, `${coach.sub}@example.test`],
  );
});

afterAll(closePool);

async function book(person: Claims, start: string, end: string): Promise<string> {
  try {
    await asMember(person, (db) =>
      db
        .insertInto("sessions")
        .values({ user_id: person.sub, strategist_id: coach.sub, start_time: start, end_time: end })
        .execute(),
    );
    return "booked";
  } catch (error) {
    const failure = pgFailure(error);
    if (!failure) {
      throw error;
    }
    return failure.constraint ?? failure.code;
  }
}

describe("a coaching session", () => {
  it("is booked once of twenty who want the same time at once", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson()));
    const answers = await Promise.all(
      people.map((one) => book(one, "2031-01-06T15:00Z", "2031-01-06T16:00Z")),
    );
    expect(answers.filter((answer) => answer === "booked")).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(["booked", "sessions_strategist_id_excl"]));
  });

  it("may begin when another ends, and follows a cancelled one", async () => {
    const [first, second, third] = await Promise.all([makePerson(), makePerson(), makePerson()]);
    expect(await book(first, "2031-01-07T15:00Z", "2031-01-07T16:00Z")).toBe("booked");
    expect(await book(second, "2031-01-07T16:00Z", "2031-01-07T17:00Z")).toBe("booked");
    await asMember(first, (db) =>
      db
        .updateTable("sessions")
        .set({ status: "canceled", cancel_reason: "ill" })
        .where("user_id", "=", first.sub)
        .execute(),
    );
    expect(await book(third, "2031-01-07T15:30Z", "2031-01-07T16:00Z")).toBe("booked");
  });

  it("is one of at most two on a day in the coach's zone", async () => {
    const people = await Promise.all([makePerson(), makePerson(), makePerson(), makePerson()]);
    const [one, two, three, four] = people;
    // In New York all three are on the 8th, though in UTC the last is on the 9th.
    expect(await book(one, "2031-01-08T15:00Z", "2031-01-08T16:00Z")).toBe("booked");
    expect(await book(two, "2031-01-08T17:00Z", "2031-01-08T18:00Z")).toBe("booked");
    expect(await book(three, "2031-01-09T02:00Z", "2031-01-09T03:00Z")).toBe(
      "sessions_per_day_check",
    );
    expect(await book(four, "2031-01-09T15:00Z", "2031-01-09T16:00Z")).toBe("booked");
  });

  it("leaves its member free of another at the same time", async () => {
    const [busy, second] = await Promise.all([makePerson(), makePerson()]);
    await adminQuery(
      `insert into public.strategists (user_id, name, email) values ($1, 'Second', $2)`,
      [second.sub, `${second.sub}@example.test`],
    );
    expect(await book(busy, "2031-01-10T15:00Z", "2031-01-10T16:00Z")).toBe("booked");
    const other = asMember(busy, (db) =>
      db
        .insertInto("sessions")
        .values({
          user_id: busy.sub,
          strategist_id: second.sub,
          start_time: "2031-01-10T15:30Z",
          end_time: "2031-01-10T16:30Z",
        })
        .execute(),
    );
    await expect(other).rejects.toSatisfy(
      (error) => pgFailure(error)?.code === pgCode.exclusionViolation,
    );
  });

  it("is not to be had from somebody who is no strategist", async () => {
    const [one, other] = await Promise.all([makePerson(), makePerson()]);
    const booking = asMember(one, (db) =>
      db
        .insertInto("sessions")
        .values({
          user_id: one.sub,
          strategist_id: other.sub,
          start_time: "2031-01-11T15:00Z",
          end_time: "2031-01-11T16:00Z",
        })
        .execute(),
    );
    await expect(booking).rejects.toSatisfy((error) => pgFailure(error) !== null);
  });
});

describe("a wish for a session", () => {
  it("becomes a moment in the member's zone, and refuses a date that does not exist", async () => {
    const person = await makePerson();
    const wish = (date: string) =>
      asMember(person, (db) =>
        db
          .insertInto("scheduled_sessions")
          .values({
            user_id: person.sub,
            session_date: date,
            session_time: "09:30",
            time_zone: "Europe/Berlin",
            value_paths: ["happiness"],
          })
          .returning("wished_start")
          .executeTakeFirstOrThrow(),
      );
    await expect(wish("2031-02-30")).rejects.toThrow("out of range");
    expect((await wish("2031-07-01")).wished_start.toISOString()).toBe("2031-07-01T07:30:00.000Z");
  });
});
