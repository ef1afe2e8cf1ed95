import { platforms } from "@neothink/brand/platforms";
import type { Claims, Db } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createContext } from "./context.ts";
import { Conflict, refusalOf } from "./errors.ts";
import {
  createCallerFactory,
  editorProcedure,
  memberProcedure,
  operatorProcedure,
  router,
  visitorProcedure,
} from "./trpc.ts";

async function rename(db: Db, id: string, bio: string): Promise<void> {
  await db.updateTable("profiles").set({ bio }).where("id", "=", id).execute();
}

async function bioOf(id: string): Promise<string | null> {
  const rows = await adminQuery<{ bio: string | null }>("select bio from profiles where id = $1", [
    id,
  ]);
  return rows[0]?.bio ?? null;
}

const ran: string[] = [];
let failures = 0;

const bio = z.object({ bio: z.string() });
const factory = createCallerFactory(
  router({
    whoami: visitorProcedure.query(({ ctx }) => ctx.viewer?.id ?? "visitor"),
    own: memberProcedure.query(({ ctx }) =>
      ctx.db.selectFrom("profiles").select("id").where("id", "=", ctx.viewer.id).execute(),
    ),
    rename: memberProcedure.input(bio).mutation(async ({ ctx, input }) => {
      ctx.afterCommit(async () => ran.push(input.bio));
      await rename(ctx.db, ctx.viewer.id, input.bio);
    }),
    renameAndFail: memberProcedure.input(bio).mutation(async ({ ctx, input }) => {
      ctx.afterCommit(async () => ran.push(input.bio));
      await rename(ctx.db, ctx.viewer.id, input.bio);
      throw new Conflict("test_conflict", "No.");
    }),
    promote: memberProcedure.mutation(({ ctx }) =>
      ctx.db
        .updateTable("profiles")
        .set({ is_guardian: true })
        .where("id", "=", ctx.viewer.id)
        .execute(),
    ),
    contended: memberProcedure.input(bio).mutation(async ({ ctx, input }) => {
      ctx.afterCommit(async () => ran.push(input.bio));
      await rename(ctx.db, ctx.viewer.id, input.bio);
      if (failures > 0) {
        failures -= 1;
        await ctx.db.selectNoFrom((eb) => eb.fn("trpc_test.lose").as("never")).execute();
      }
    }),
    edit: editorProcedure.query(() => "edited"),
    operate: operatorProcedure.query(() => "operated"),
    roles: memberProcedure.query(async ({ ctx }) => [
      await ctx.roles(ctx.db),
      await ctx.roles(ctx.db),
    ]),
  }),
);

function call(claims: Claims | null) {
  return factory(createContext({ claims, brand: platforms.hub, requestId: "test" }));
}

async function refusal(work: Promise<unknown>): Promise<{ code: string; reason: string }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof TRPCError) {
      return { code: error.code, reason: refusalOf(error).reason };
    }
    throw error;
  }
  throw new Error("It was not refused.");
}

let ada: Claims;

beforeAll(async () => {
  await adminQuery(`
    create schema if not exists trpc_test;
    grant usage on schema trpc_test to authenticated;
    create or replace function trpc_test.lose() returns void language plpgsql as $$
    begin raise exception 'lost' using errcode = 'serialization_failure'; end $$`);
  ada = await makePerson();
});
beforeEach(() => {
  ran.length = 0;
});
afterAll(closePool);

describe("procedures", () => {
  it("know visitors from members", async () => {
    expect(await call(null).whoami()).toBe("visitor");
    expect(await call(ada).whoami()).toBe(ada.sub);
    expect(await refusal(call(null).own())).toEqual({
      code: "UNAUTHORIZED",
      reason: "sign_in_required",
    });
  });

  it("read in one statement, and refuse strangers without any", async () => {
    const { statements, result } = await countStatements(() => call(ada).own());
    expect(result).toEqual([{ id: ada.sub }]);
    expect(statements).toHaveLength(1);
    const refused = await countStatements(() => refusal(call(null).rename({ bio: "x" })));
    expect(refused.statements).toHaveLength(0);
  });

  it("call a text that the database cannot hold malformed, not a fault of ours", async () => {
    expect(await refusal(call(ada).rename({ bio: "half \u0000 text" }))).toEqual({
      code: "BAD_REQUEST",
      reason: "malformed",
    });
  });

  it("change in one transaction and then do what was left for after it", async () => {
    const { statements } = await countStatements(() => call(ada).rename({ bio: "kept" }));
    expect(statements.map((text) => text.split(" ")[0])).toEqual(["begin", "update", "commit"]);
    expect(await bioOf(ada.sub)).toBe("kept");
    expect(ran).toEqual(["kept"]);
  });

  it("undo everything when the rule refuses", async () => {
    await call(ada).rename({ bio: "before" });
    ran.length = 0;
    const refused = await refusal(call(ada).renameAndFail({ bio: "after" }));
    expect(refused).toEqual({ code: "CONFLICT", reason: "test_conflict" });
    expect(await bioOf(ada.sub)).toBe("before");
    expect(ran).toEqual([]);
  });

  it("undo nothing half when the database refuses: a member cannot make a guardian", async () => {
    expect(await refusal(call(ada).promote())).toEqual({
      code: "FORBIDDEN",
      reason: "not_permitted",
    });
  });

  it("run again when the transaction lost, and queue what is left once", async () => {
    failures = 2;
    await call(ada).contended({ bio: "third time" });
    expect(await bioOf(ada.sub)).toBe("third time");
    expect(ran).toEqual(["third time"]);
    failures = 3;
    expect(await refusal(call(ada).contended({ bio: "never" }))).toEqual({
      code: "CONFLICT",
      reason: "busy",
    });
    expect(ran).toEqual(["third time"]);
  });

  it("leave the answer alone when the work after the commit fails", async () => {
    const context = createContext({ claims: ada, brand: platforms.hub, requestId: "test" });
    const deferred: Promise<void>[] = [];
    const caller = factory({ ...context, defer: (work) => void deferred.push(work) });
    await caller.rename({ bio: "deferred" });
    await Promise.all(deferred);
    expect(deferred).toHaveLength(1);
    expect(ran).toEqual(["deferred"]);
  });
});

describe("roles", () => {
  it("come from the tables", async () => {
    const [editor, admin, guardian] = await Promise.all([
      makePerson({ role: "editor" }),
      makePerson({ role: "admin" }),
      makePerson({ guardian: true }),
    ]);
    expect(await refusal(call(ada).edit())).toEqual({ code: "FORBIDDEN", reason: "editors_only" });
    expect(await call(editor).edit()).toBe("edited");
    expect((await refusal(call(editor).operate())).reason).toBe("operators_only");
    expect(await call(admin).operate()).toBe("operated");
    expect(await call(guardian).operate()).toBe("operated");
  });

  it("are not what the claims say", async () => {
    const forged = {
      ...ada,
      app_metadata: { role: "admin" },
      user_metadata: { is_guardian: true },
    };
    expect((await refusal(call(forged).operate())).reason).toBe("operators_only");
  });

  it("are read once per request", async () => {
    const { statements } = await countStatements(() => call(ada).roles());
    expect(statements).toHaveLength(1);
  });
});
