import { closePool } from "@neothink/db/core/pool";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { answerCron } from "./cron.http.ts";

const secret = "a secret of the scheduler";

afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(closePool);

function call(name: string, authorization?: string): Promise<Response> {
  const headers = authorization ? { authorization } : undefined;
  return answerCron(new Request("http://localhost/api/cron/x", headers ? { headers } : {}), name);
}

describe("the door of periodic work", () => {
  it("opens to the scheduler alone, and to nobody while no secret is set", async () => {
    expect((await call("due", "Bearer ")).status).toBe(401);
    expect((await call("due", "Bearer undefined")).status).toBe(401);
    vi.stubEnv("CRON_SECRET", secret);
    expect((await call("due")).status).toBe(401);
    expect((await call("due", "Bearer wrong")).status).toBe(401);
    expect((await call("no-such-job", `Bearer ${secret}`)).status).toBe(404);
    const answer = await call("outbox-retention", `Bearer ${secret}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      reports: [{ name: "outbox-retention", ok: true }],
    });
  });
});
