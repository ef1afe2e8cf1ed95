import { isPlatformSlug } from "@neothink/brand/platforms";
import { insertAudit } from "@neothink/db/core/audit";
import { violates } from "@neothink/db/core/errors";
import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { findBalance } from "@neothink/db/tokens/balances";
import {
  CHALLENGE_CAP_CONSTRAINT,
  type ChallengeMemberRow,
  type ChallengeRow,
  type ClosingChallengeRow,
  deleteChallengeMember,
  findChallenge,
  findChallengeForUpdate,
  insertChallenge,
  insertChallengeMember,
  insertContribution,
  insertPrizes,
  listChallengeMemberIds,
  listChallengeMembers,
  listChallenges,
  listContributions,
  updateChallengeFinished,
} from "@neothink/db/tokens/challenges";
import { insertEntries } from "@neothink/db/tokens/entries";
import type { MemberContext } from "../core/context.ts";
import { Conflict, Forbidden, NotFound, PreconditionFailed } from "../core/errors.ts";
import { notify } from "../messaging/notify.ts";
import { amount, sum } from "./amount.ts";
import type { ChallengeInput, Contribute } from "./challenge.schema.ts";
import { type Share, splitPrize } from "./prize-split.ts";

/** The challenges of this app, and whether the viewer may set up and close some. */
export interface Challenges {
  readonly items: readonly ChallengeRow[];
  readonly editor: boolean;
}

/** The challenges of this app with the viewer's part in them. */
export async function readChallenges(ctx: MemberContext): Promise<Challenges> {
  const { db, viewer, brand } = ctx;
  const [items, roles] = await Promise.all([
    listChallenges(db, brand.slug, viewer.id),
    ctx.roles(db),
  ]);
  return { items, editor: roles.editor };
}

/** One challenge with those who take part. */
export interface ChallengeDetails {
  readonly challenge: ChallengeRow;
  readonly members: readonly ChallengeMemberRow[];
  readonly editor: boolean;
}

/** One challenge of this app. @throws NotFound when there is none. */
export async function readChallenge(ctx: MemberContext, id: string): Promise<ChallengeDetails> {
  const { db } = ctx;
  const [challenge, members, roles] = await Promise.all([
    findOwn(ctx, id),
    listChallengeMembers(db, id),
    ctx.roles(db),
  ]);
  return { challenge, members, editor: roles.editor };
}

async function findOwn({ db, viewer, brand }: MemberContext, id: string): Promise<ChallengeRow> {
  const challenge = await findChallenge(db, id, viewer.id);
  if (challenge?.platform !== brand.slug) {
    throw new NotFound("challenge_not_found", "There is no such challenge here.");
  }
  return challenge;
}

/** Sets up a challenge in this app. For editors. */
export async function createChallenge(
  { db, viewer, brand }: MemberContext,
  input: ChallengeInput,
): Promise<{ id: string }> {
  const { token, startsAt, ...rest } = input;
  const id = await insertChallenge(db, {
    ...rest,
    startsAt,
    createdBy: viewer.id,
    platform: brand.slug,
    tokenType: token ?? brand.token,
    status: startsAt && startsAt > new Date() ? "upcoming" : "active",
  });
  await insertAudit(db, {
    actorId: viewer.id,
    action: "challenge:create",
    entityType: "challenge",
    entityId: id,
    after: { title: input.title, prize: input.prize, goal: input.goal },
  });
  return { id };
}

/**
 * Lets the viewer take part; a second time changes nothing.
 * @throws NotFound without such a challenge, PreconditionFailed when it is over, Conflict when full.
 */
export async function joinChallenge(ctx: MemberContext, id: string): Promise<void> {
  const challenge = await findOwn(ctx, id);
  if (challenge.joined) {
    return;
  }
  requireOpen(challenge);
  try {
    await insertChallengeMember(ctx.db, id, ctx.viewer.id);
  } catch (error) {
    if (violates(error, CHALLENGE_CAP_CONSTRAINT)) {
      throw new Conflict("challenge_full", "All places in this challenge are taken.");
    }
    throw error;
  }
}

/** Ends the viewer's part in a challenge; what was contributed stays. @throws NotFound without such a challenge. */
export async function leaveChallenge(ctx: MemberContext, id: string): Promise<void> {
  requireOpen(await findOwn(ctx, id));
  await deleteChallengeMember(ctx.db, id, ctx.viewer.id);
}

function requireOpen({ status, endsAt }: ChallengeRow): void {
  const over = endsAt !== null && endsAt <= new Date();
  if (over || (status !== "active" && status !== "upcoming")) {
    throw new PreconditionFailed("challenge_over", "This challenge is over.");
  }
}

/**
 * Notes what the viewer did for a challenge, once for each id.
 * @throws Forbidden for who does not take part, PreconditionFailed before it begins, after it ends,
 *   or when actions count by themselves.
 */
export async function contribute(ctx: MemberContext, asked: Contribute): Promise<void> {
  const challenge = await findOwn(ctx, asked.challengeId);
  requireOpen(challenge);
  if (!challenge.joined) {
    throw new Forbidden("not_in_challenge", "Join the challenge first.");
  }
  if (challenge.status === "upcoming") {
    throw new PreconditionFailed("challenge_not_begun", "This challenge has not begun yet.");
  }
  if (challenge.actionType !== null) {
    throw new PreconditionFailed("counts_itself", "Your actions are counted here by themselves.");
  }
  await asSystem(ctx.db, (system) =>
    insertContribution(system, {
      id: asked.id,
      challengeId: challenge.id,
      userId: ctx.viewer.id,
      amount: amount(asked.amount).toFixed(),
      note: asked.note || null,
    }),
  );
}

/** How a challenge ended. */
export interface Finish {
  readonly reached: boolean;
  readonly shares: readonly Share[];
}

/** Closes a challenge for an editor, who is noted. @throws what `finishChallenge` throws. */
export async function closeChallenge(ctx: MemberContext, id: string): Promise<Finish> {
  await findOwn(ctx, id);
  const finish = await finishChallenge(ctx.db, id);
  await insertAudit(ctx.db, {
    actorId: ctx.viewer.id,
    action: "challenge:finish",
    entityType: "challenge",
    entityId: id,
    after: { reached: finish.reached, shares: finish.shares.length },
  });
  return finish;
}

/**
 * Closes a challenge and splits its prize from the treasury by contribution, when the goal was
 * reached. A second time changes nothing and pays nothing. Joins the caller's transaction.
 * @throws NotFound without it, PreconditionFailed when the treasury holds less than the prize.
 */
export async function finishChallenge(db: Db, id: string): Promise<Finish> {
  return inTransaction(db, (transaction) =>
    asSystem(transaction, async (system) => {
      // The row's lock makes one of many callers close it.
      const challenge = await findChallengeForUpdate(system, id);
      if (!challenge) {
        throw new NotFound("challenge_not_found", "There is no such challenge here.");
      }
      if (challenge.status === "completed" || challenge.status === "canceled") {
        return { reached: false, shares: [] };
      }
      const contributions = await listContributions(system, id);
      const total = sum(contributions.map((each) => each.amount));
      const reached = amount(total).greaterThanOrEqualTo(challenge.goal ?? "0");
      const shares = reached && challenge.prize ? splitPrize(challenge.prize, contributions) : [];
      await pay(system, challenge, shares, new Map(contributions.map((x) => [x.userId, x.amount])));
      await updateChallengeFinished(system, id);
      await tell(system, challenge, reached);
      return { reached, shares };
    }),
  );
}

async function pay(
  db: Db,
  challenge: ClosingChallengeRow,
  shares: readonly Share[],
  contributed: ReadonlyMap<string, string>,
): Promise<void> {
  const due = shares.filter((share) => amount(share.amount).greaterThan(0));
  const total = sum(due.map((share) => share.amount));
  const funds = await findBalance(db, systemAccount.treasury, challenge.tokenType);
  if (amount(funds).lessThan(total)) {
    throw new PreconditionFailed(
      "treasury_short",
      `The treasury holds ${amount(funds).toFixed()} ${challenge.tokenType}, the prize is ${total}.`,
    );
  }
  const ids = await insertEntries(
    db,
    due.map((share) => ({
      userId: share.userId,
      persona: "hub",
      site: challenge.platform,
      eventType: "prize",
      tokenType: challenge.tokenType,
      amount: share.amount,
      debitAccount: systemAccount.treasury,
      creditAccount: share.userId,
      idempotencyKey: `challenge:${challenge.id}:${share.userId}`,
      metadata: { challenge: challenge.id },
    })),
  );
  await insertPrizes(
    db,
    challenge.id,
    due.map((share, index) => ({
      userId: share.userId,
      contributed: contributed.get(share.userId) ?? "0",
      amount: share.amount,
      entryId: ids[index] ?? "",
    })),
  );
}

async function tell(db: Db, challenge: ClosingChallengeRow, reached: boolean): Promise<void> {
  await notify(db, {
    recipients: await listChallengeMemberIds(db, challenge.id),
    kind: "challenge",
    platform: isPlatformSlug(challenge.platform) ? challenge.platform : "hub",
    entityType: "challenge",
    entityId: challenge.id,
    words: {
      title: challenge.title,
      message: reached ? "The challenge is over: the goal was reached." : "The challenge is over.",
    },
    href: `/challenges/${challenge.id}`,
    idempotencyKey: `challenge:${challenge.id}:finished`,
  });
}
