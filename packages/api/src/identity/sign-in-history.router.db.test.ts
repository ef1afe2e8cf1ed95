import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";

afterAll(closePool);

describe("sign-in history", () => {
  it("shows one's own events only, page by page, without a gap", async () => {
    const [ada, bob] = await Promise.all([makePerson(), makePerson()]);
    await adminQuery(
      `insert into auth_logs (user_id, action, created_at)
       select $1, 'login_success', date_trunc('second', now()) - (n / 3) * interval '1 second'
       from generate_series(1, 60) n`,
      [ada.sub],
    );
    const { list } = callAs(ada).identity.signInHistory;
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(ids).size).toBe(60);
    expect((await callAs(bob).identity.signInHistory.list({})).items).toEqual([]);
    expect(await refusal(list({ cursor: "nonsense" }))).toContain("bad_cursor");
  });
});
