import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { JsonValue } from "../core/tables.ts";

/** A rewarded action with the formula that was computed for it. */
export interface ActionRow {
  readonly id: string;
  readonly userId: string;
  readonly platform: string;
  readonly actionType: string;
  readonly role: string;
  readonly entityType: string | null;
  readonly entityId: string | null;
  readonly idempotencyKey: string;
  readonly tokenType: string;
  /** Decimal text. */
  readonly amount: string;
  readonly formula: JsonValue;
  readonly status: string;
  readonly reversalCount: number;
  readonly reversedAmount: string;
  readonly reversedAt: Date | null;
  readonly createdAt: Date;
}

const actionColumns = [
  "id",
  "user_id as userId",
  "platform",
  "action_type as actionType",
  "role",
  "entity_type as entityType",
  "entity_id as entityId",
  "idempotency_key as idempotencyKey",
  "token_type as tokenType",
  sql<string>`trim_scale(amount)::text`.as("amount"),
  "formula",
  "status",
  "reversal_count as reversalCount",
  sql<string>`trim_scale(reversed_amount)::text`.as("reversedAmount"),
  "reversed_at as reversedAt",
  "created_at as createdAt",
] as const;

/** The action that was recorded under a key; undefined when there is none. */
export async function findActionByKey(db: Db, key: string): Promise<ActionRow | undefined> {
  return db
    .selectFrom("user_actions")
    .select(actionColumns)
    .where("idempotency_key", "=", key)
    .executeTakeFirst();
}

/** One action; undefined when there is none that the caller may see. */
export async function findAction(db: Db, id: string): Promise<ActionRow | undefined> {
  return db
    .selectFrom("user_actions")
    .select(actionColumns)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** How many actions of a kind were paid in a token on a day, those taken back later included. */
export async function countPaid(
  db: Db,
  which: { userId: string; localDate: string; tokenType: string; actionType: string },
): Promise<number> {
  const row = await db
    .selectFrom("user_actions")
    .select(sql<number>`count(*)::int`.as("paid"))
    .where("user_id", "=", which.userId)
    .where("local_date", "=", sql<Date>`${which.localDate}::date`)
    .where("token_type", "=", which.tokenType)
    .where("action_type", "=", which.actionType)
    .where("amount", ">", "0")
    .executeTakeFirst();
  return row?.paid ?? 0;
}

export interface NewAction {
  readonly userId: string;
  readonly platform: string;
  readonly actionType: string;
  readonly role: string;
  readonly entityType?: string | undefined;
  readonly entityId?: string | undefined;
  readonly idempotencyKey: string;
  readonly tokenType: string;
  readonly amount: string;
  readonly xpEarned: number;
  readonly formula: Readonly<Record<string, unknown>>;
  /** `YYYY-MM-DD` by the member's calendar. */
  readonly localDate: string;
  /** When it was done; now unless said. */
  readonly createdAt?: Date | undefined;
  /** `held` keeps the award back for review; `awarded` unless said. */
  readonly status?: "awarded" | "held";
}

/** Records a rewarded action; gives its id and moment. For the service. */
export async function insertAction(
  db: Db,
  action: NewAction,
): Promise<{ id: string; createdAt: Date }> {
  return db
    .insertInto("user_actions")
    .values({
      user_id: action.userId,
      platform: action.platform,
      action_type: action.actionType,
      role: action.role,
      entity_type: action.entityType ?? null,
      entity_id: action.entityId ?? null,
      idempotency_key: action.idempotencyKey,
      token_type: action.tokenType,
      amount: action.amount,
      xp_earned: action.xpEarned,
      formula: JSON.stringify(action.formula),
      local_date: sql<Date>`${action.localDate}::date`,
      created_at: action.createdAt ?? sql<Date>`now()`,
      status: action.status ?? "awarded",
    })
    .returning(["id", "created_at as createdAt"])
    .executeTakeFirstOrThrow();
}

/** Notes that an award was taken back, and how much of it there was to take. For the service. */
export async function updateActionReversed(
  db: Db,
  id: string,
  reversedAmount: string,
): Promise<void> {
  await db
    .updateTable("user_actions")
    .set((eb) => ({
      status: "reversed",
      reversed_amount: reversedAmount,
      reversed_at: sql<Date>`now()`,
      reversal_count: eb("reversal_count", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

/** The awards of a member that wait for a decision, the oldest first. For the service. */
export async function listHeldActions(db: Db, userId: string): Promise<ActionRow[]> {
  return db
    .selectFrom("user_actions")
    .select(actionColumns)
    .where("user_id", "=", userId)
    .where("status", "=", "held")
    .orderBy("created_at")
    .execute();
}

/** Notes that an award that waited was paid. For the service. */
export async function updateActionReleased(db: Db, id: string): Promise<void> {
  await db.updateTable("user_actions").set({ status: "awarded" }).where("id", "=", id).execute();
}

/** Puts an award that was taken back unpaid on hold again. For the service. */
export async function updateActionHeld(db: Db, id: string): Promise<void> {
  await db
    .updateTable("user_actions")
    .set({ status: "held", reversed_amount: "0", reversed_at: null })
    .where("id", "=", id)
    .execute();
}

/** Notes that a reversed award was given back. For the service. */
export async function updateActionRestored(db: Db, id: string): Promise<void> {
  await db
    .updateTable("user_actions")
    .set({ status: "awarded", reversed_amount: "0", reversed_at: null })
    .where("id", "=", id)
    .execute();
}

const rewardedTables = {
  post: "posts",
  post_comment: "post_comments",
  message: "messages",
} as const;

/** Marks what was made as seen by the reward engine, where its table has such a mark. For the service. */
export async function updateRewardProcessed(
  db: Db,
  entityType: string,
  entityId: string,
): Promise<void> {
  for (const [type, table] of Object.entries(rewardedTables)) {
    if (type === entityType) {
      await db
        .updateTable(table)
        .set({ reward_processed: true })
        .where("id", "=", entityId)
        .execute();
    }
  }
}
