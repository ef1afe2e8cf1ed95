import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Refuses one member more than a challenge takes. */
export const CHALLENGE_CAP_CONSTRAINT = "collaborative_challenges_current_participants_check";

/** One challenge with its progress and the viewer's part in it; decimals as text. */
export interface ChallengeRow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly instructions: string;
  readonly platform: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly maxParticipants: number | null;
  readonly participants: number;
  readonly goal: string | null;
  readonly prize: string | null;
  readonly tokenType: string;
  /** Rewarded action that counts by itself; null when members note what they did. */
  readonly actionType: string | null;
  /** `upcoming`, `active`, `completed` or `canceled`. */
  readonly status: string;
  readonly total: string;
  readonly contributors: number;
  readonly joined: boolean;
  readonly own: string;
}

function challenges(db: Db, userId: string) {
  return db.selectFrom("collaborative_challenges as c").select([
    "c.id",
    "c.title",
    "c.description",
    "c.instructions",
    "c.platform",
    "c.start_date as startsAt",
    "c.end_date as endsAt",
    "c.max_participants as maxParticipants",
    "c.current_participants as participants",
    sql<string | null>`trim_scale(c.goal)::text`.as("goal"),
    sql<string | null>`trim_scale(c.prize)::text`.as("prize"),
    "c.token_type as tokenType",
    "c.action_type as actionType",
    sql<string>`case when c.status = 'upcoming' and coalesce(c.start_date, now()) <= now()
      then 'active' else c.status end`.as("status"),
    sql<string>`coalesce((select trim_scale(p.total)::text from app.challenge_progress(array[c.id]) p), '0')`.as(
      "total",
    ),
    sql<number>`coalesce((select p.contributors::int from app.challenge_progress(array[c.id]) p), 0)`.as(
      "contributors",
    ),
    sql<boolean>`exists (select from challenge_members m
      where m.challenge_id = c.id and m.user_id = ${userId})`.as("joined"),
    sql<string>`coalesce((select trim_scale(sum(x.amount))::text from challenge_contributions x
      where x.challenge_id = c.id and x.user_id = ${userId}), '0')`.as("own"),
  ]);
}

/** The challenges of a platform: running ones first, then by their end. */
export async function listChallenges(
  db: Db,
  platform: string,
  userId: string,
): Promise<ChallengeRow[]> {
  return challenges(db, userId)
    .where("c.platform", "=", platform)
    .orderBy(sql`c.status in ('completed', 'canceled')`)
    .orderBy(sql`c.end_date nulls last`)
    .orderBy("c.id")
    .limit(100)
    .execute();
}

/** One challenge; undefined when there is none. */
export async function findChallenge(
  db: Db,
  id: string,
  userId: string,
): Promise<ChallengeRow | undefined> {
  return challenges(db, userId).where("c.id", "=", id).executeTakeFirst();
}

/** A member of a challenge with the sum of what they did. */
export interface ChallengeMemberRow {
  readonly userId: string;
  readonly name: string | null;
  readonly avatarUrl: string | null;
  /** Null when the viewer does not take part. */
  readonly contributed: string;
  readonly prize: string | null;
}

/** Who takes part, the most active first; contributions of others are shown to participants. */
export async function listChallengeMembers(db: Db, id: string): Promise<ChallengeMemberRow[]> {
  const { rows } = await sql<ChallengeMemberRow>`
    select m.user_id as "userId", c.full_name as name, c.avatar_url as "avatarUrl",
      trim_scale(coalesce(x.amount, 0))::text as contributed, trim_scale(p.amount)::text as prize
    from challenge_members m
    left join member_cards c on c.id = m.user_id
    left join (select user_id, sum(amount) as amount from challenge_contributions
      where challenge_id = ${id}::uuid group by user_id) x on x.user_id = m.user_id
    left join challenge_prizes p on p.challenge_id = m.challenge_id and p.user_id = m.user_id
    where m.challenge_id = ${id}::uuid
    order by coalesce(x.amount, 0) desc, m.joined_at, m.user_id limit 100`.execute(db);
  return rows;
}

export interface NewChallenge {
  readonly title: string;
  readonly description: string;
  readonly instructions: string;
  readonly createdBy: string;
  readonly platform: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly maxParticipants: number | null;
  readonly goal: string | null;
  readonly prize: string | null;
  readonly tokenType: string;
  readonly actionType: string | null;
  readonly status: "upcoming" | "active";
}

/** Sets up a challenge; gives its id. For editors. */
export async function insertChallenge(db: Db, challenge: NewChallenge): Promise<string> {
  const { id } = await db
    .insertInto("collaborative_challenges")
    .values({
      title: challenge.title,
      description: challenge.description,
      instructions: challenge.instructions,
      created_by: challenge.createdBy,
      platform: challenge.platform,
      start_date: challenge.startsAt,
      end_date: challenge.endsAt,
      max_participants: challenge.maxParticipants,
      goal: challenge.goal,
      prize: challenge.prize,
      token_type: challenge.tokenType,
      action_type: challenge.actionType,
      status: challenge.status,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Lets the viewer take part; a second time changes nothing. */
export async function insertChallengeMember(db: Db, id: string, userId: string): Promise<void> {
  await db
    .insertInto("challenge_members")
    .values({ challenge_id: id, user_id: userId })
    .onConflict((conflict) => conflict.columns(["challenge_id", "user_id"]).doNothing())
    .execute();
}

/** Ends the viewer's part; what they contributed stays. */
export async function deleteChallengeMember(db: Db, id: string, userId: string): Promise<void> {
  await db
    .deleteFrom("challenge_members")
    .where("challenge_id", "=", id)
    .where("user_id", "=", userId)
    .execute();
}

/** Notes a contribution under its id; false when that id was there. For the service. */
export async function insertContribution(
  db: Db,
  contribution: {
    readonly id: string;
    readonly challengeId: string;
    readonly userId: string;
    readonly amount: string;
    readonly note: string | null;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("challenge_contributions")
    .values({
      id: contribution.id,
      challenge_id: contribution.challengeId,
      user_id: contribution.userId,
      amount: contribution.amount,
      note: contribution.note,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Counts a rewarded action for the challenges that it belongs to, once each. For the service. */
export async function insertActionContributions(db: Db, actionId: string): Promise<void> {
  await sql`
    insert into challenge_contributions (challenge_id, user_id, action_id, amount)
    select c.id, a.user_id, a.id, 1 from user_actions a
    join challenge_members m on m.user_id = a.user_id
    join collaborative_challenges c on c.id = m.challenge_id and c.platform = a.platform
      and c.action_type = a.action_type
    where a.id = ${actionId}::uuid and a.status = 'awarded' and a.amount > 0
      and c.status in ('upcoming', 'active')
      and coalesce(c.start_date, a.created_at) <= a.created_at
      and coalesce(c.end_date, a.created_at + interval '1 second') > a.created_at
    on conflict (challenge_id, action_id) do nothing`.execute(db);
}

/** Uncounts an action that was taken back, in challenges that still run. For the service. */
export async function deleteActionContributions(db: Db, actionId: string): Promise<void> {
  await sql`
    delete from challenge_contributions x using collaborative_challenges c
    where x.action_id = ${actionId}::uuid and c.id = x.challenge_id and c.status in ('upcoming', 'active')
    `.execute(db);
}

/** A challenge that is about to be closed. */
export interface ClosingChallengeRow {
  readonly id: string;
  readonly title: string;
  readonly platform: string;
  readonly tokenType: string;
  readonly goal: string | null;
  readonly prize: string | null;
  readonly status: string;
}

/** One challenge, locked until the transaction ends; undefined when there is none. For the service. */
export async function findChallengeForUpdate(
  db: Db,
  id: string,
): Promise<ClosingChallengeRow | undefined> {
  return db
    .selectFrom("collaborative_challenges")
    .select([
      "id",
      "title",
      "platform",
      "token_type as tokenType",
      sql<string | null>`trim_scale(goal)::text`.as("goal"),
      sql<string | null>`trim_scale(prize)::text`.as("prize"),
      "status",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** What each member contributed; decimal text. For the service. */
export async function listContributions(
  db: Db,
  id: string,
): Promise<{ userId: string; amount: string }[]> {
  return db
    .selectFrom("challenge_contributions")
    .select(["user_id as userId", sql<string>`trim_scale(sum(amount))::text`.as("amount")])
    .where("challenge_id", "=", id)
    .groupBy("user_id")
    .orderBy("user_id")
    .execute();
}

/** Notes the shares of a prize. For the service. */
export async function insertPrizes(
  db: Db,
  challengeId: string,
  prizes: readonly { userId: string; contributed: string; amount: string; entryId: string }[],
): Promise<void> {
  if (prizes.length === 0) {
    return;
  }
  await db
    .insertInto("challenge_prizes")
    .values(
      prizes.map((prize) => ({
        challenge_id: challengeId,
        user_id: prize.userId,
        contributed: prize.contributed,
        amount: prize.amount,
        ledger_entry_id: prize.entryId,
      })),
    )
    .execute();
}

/** The members of a challenge, for news. For the service. */
export async function listChallengeMemberIds(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom("challenge_members")
    .select("user_id as userId")
    .where("challenge_id", "=", id)
    .execute();
  return rows.map((row) => row.userId);
}

/** Closes a challenge. For the service. */
export async function updateChallengeFinished(db: Db, id: string): Promise<void> {
  await db
    .updateTable("collaborative_challenges")
    .set({ status: "completed", finished_at: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

/** Challenges whose end has passed; for the service. */
export async function listEndedChallenges(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("collaborative_challenges")
    .select("id")
    .where("status", "in", ["upcoming", "active"])
    .where("end_date", "<=", sql<Date>`now()`)
    .orderBy("end_date")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
