import { isRetryable } from "@neothink/db/core/errors";
import { inTransaction } from "@neothink/db/core/identity";
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { requireAssurance } from "../identity/assurance.ts";
import type { Context, Task } from "./context.ts";
import { runTasks } from "./context.ts";
import { Forbidden, refusalOf, toTrpcError } from "./errors.ts";

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  // Stack traces never leave the server, in no environment.
  isDev: false,
  sse: {
    // Hosts end a request after 300 s: the stream ends itself before, and the page comes back at once.
    maxDurationMs: 280_000,
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter({ shape, error, ctx }) {
    const { reason, message, fields } = refusalOf(error);
    return {
      ...shape,
      message,
      data: { ...shape.data, reason, fields, requestId: ctx?.requestId ?? null },
    };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

// The first run and two more: who loses three times in a row meets real contention.
const attempts = 3;

const mapErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) {
    return result;
  }
  const error = toTrpcError(result.error);
  if (error.code === "INTERNAL_SERVER_ERROR") {
    console.error(`[${ctx.requestId}] ${path} failed:`, error.cause ?? error);
  }
  throw error;
});

/**
 * Reads run statement by statement in the viewer's identity; a mutation runs in one transaction,
 * again when it lost against another one. Work for after the commit waits for the commit.
 */
const inIdentity = t.middleware(async ({ ctx, type, next }) => {
  let tasks: Task[] = [];
  const afterCommit = (task: Task) => void tasks.push(task);

  async function once() {
    if (type !== "mutation") {
      return next({ ctx: { afterCommit } });
    }
    return inTransaction(ctx.db, async (db) => {
      const result = await next({ ctx: { db, afterCommit } });
      // next() gives errors back instead of throwing them; returning would commit.
      if (!result.ok) {
        throw result.error;
      }
      return result;
    });
  }

  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await once();
      if (result.ok && tasks.length > 0) {
        const work = runTasks(tasks, ctx.requestId);
        await (ctx.defer ? ctx.defer(work) : work);
      }
      return result;
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) {
        throw error;
      }
      tasks = [];
    }
  }
});

const withViewer = t.middleware(async ({ ctx, next }) => {
  if (!ctx.viewer) {
    throw new TRPCError({ code: "UNAUTHORIZED" });
  }
  await requireAssurance(ctx.db, ctx.viewer.claims);
  return next({ ctx: { viewer: ctx.viewer } });
});

const asEditor = t.middleware(async ({ ctx, next }) => {
  if (!(await ctx.roles(ctx.db)).editor) {
    throw new Forbidden("editors_only", "Only editors may do this.");
  }
  return next();
});

const asOperatorRole = t.middleware(async ({ ctx, next }) => {
  if (!(await ctx.roles(ctx.db)).operator) {
    throw new Forbidden("operators_only", "Only operators may do this.");
  }
  return next();
});

const base = t.procedure.use(mapErrors);

/** For everybody; a signed-in viewer keeps their identity. */
export const visitorProcedure = base.use(inIdentity);

/** For signed-in members: `ctx.viewer` is there. */
export const memberProcedure = base.use(withViewer).use(inIdentity);

/** For members who may edit content (`content:edit`). */
export const editorProcedure = base.use(withViewer).use(asEditor).use(inIdentity);

/** For members who may manage the network (`settings:manage`). */
export const operatorProcedure = base.use(withViewer).use(asOperatorRole).use(inIdentity);
