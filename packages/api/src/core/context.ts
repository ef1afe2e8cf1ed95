import type { Platform } from "@neothink/brand/platforms";
import type { Claims, Db } from "@neothink/db/core/identity";
import { memberDb, visitorDb } from "@neothink/db/core/identity";
import type { Roles } from "@neothink/db/core/roles";
import { findRoles } from "@neothink/db/core/roles";

/** A signed-in member. What they may do is read from tables, never from the claims. */
export interface Viewer {
  readonly id: string;
  readonly claims: Claims;
}

/** Work to do once the change is safe in the database: mail, push, analytics. */
export type Task = () => Promise<unknown>;

/** What every procedure gets. */
export interface Context {
  /** The database as the viewer sees it; in a mutation, the procedure's one transaction. */
  readonly db: Db;
  readonly viewer: Viewer | null;
  readonly brand: Platform;
  readonly requestId: string;
  /** Queues work for after the commit; it never runs when the procedure fails. */
  readonly afterCommit: (task: Task) => void;
  /** The viewer's roles, read once per request at first use. Pass the handle that is in use. */
  readonly roles: (db: Db) => Promise<Roles>;
  /** Keeps the process alive for work after the answer; without it the answer waits for the work. */
  readonly defer: ((work: Promise<void>) => void) | null;
}

/** The context of procedures for signed-in members, and of the rules behind them. */
export interface MemberContext extends Context {
  readonly viewer: Viewer;
}

export interface RequestFacts {
  readonly claims: Claims | null;
  readonly brand: Platform;
  readonly requestId: string;
  readonly defer?: (work: Promise<void>) => void;
}

const nobody: Roles = { guardian: false, editor: false, moderator: false, operator: false };

/** The context of one request. Opens no connection by itself. */
export function createContext({ claims, brand, requestId, defer }: RequestFacts): Context {
  const db = claims ? memberDb(claims) : visitorDb();
  let roles: Promise<Roles> | null = null;
  return {
    db,
    viewer: claims ? { id: claims.sub, claims } : null,
    brand,
    requestId,
    afterCommit: (task) => void runTasks([task], requestId),
    roles: (current) => {
      roles ??= claims ? findRoles(current) : Promise.resolve(nobody);
      return roles;
    },
    defer: defer ?? null,
  };
}

/** Runs what was queued, one after the other; a failing task is reported and stops no other. */
export async function runTasks(tasks: readonly Task[], requestId: string): Promise<void> {
  for (const task of tasks) {
    try {
      await task();
    } catch (error) {
      console.error(`[${requestId}] work after the commit failed:`, error);
    }
  }
}
