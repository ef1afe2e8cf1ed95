import { randomBytes } from "node:crypto";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { every, type Job, nightly } from "./job.ts";
import { runJobs } from "./jobs.ts";
import { outboxRetention } from "./outbox-retention.job.ts";

afterAll(closePool);

function job(run: Job["run"], more: Partial<Job> = {}): Job {
  const name = `test-${randomBytes(6).toString("hex")}`;
  return { name, next: every(3600), leaseSeconds: 60, run, ...more };
}

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

describe("jobs", () => {
  it("run once when due, however many processes ask, and not again before their time", async () => {
    let runs = 0;
    const one = job(async () => {
      runs += 1;
      await sleep(50);
      return { runs };
    });
    const reports = await Promise.all(Array.from({ length: 8 }, () => runJobs("due", [one])));
    expect(reports.flat()).toEqual([{ name: one.name, ok: true, result: { runs: 1 } }]);
    expect(await runJobs("due", [one])).toEqual([]);
    expect(await runJobs(one.name, [one])).toHaveLength(1);
    expect(runs).toBe(2);
  });

  it("are taken up by another process when theirs died", async () => {
    const one = job(async () => ({ ok: 1 }));
    await adminQuery(
      "insert into jobs (name, leased_until) values ($1, now() + interval '1 minute')",
      [one.name],
    );
    expect(await runJobs("due", [one])).toEqual([]);
    await adminQuery("update jobs set leased_until = now() - interval '1 second' where name = $1", [
      one.name,
    ]);
    expect(await runJobs("due", [one])).toHaveLength(1);
  });

  it("that fail say why, wait, and stop no other", async () => {
    const bad = job(async () => {
      throw new Error("no luck");
    });
    const good = job(async () => ({ fine: 1 }));
    const reports = await runJobs("due", [bad, good]);
    expect(reports.map(({ ok }) => ok)).toEqual([false, true]);
    const [row] = await adminQuery(
      "select failures, last_error, next_run_at > now() + interval '30 seconds' as waits, leased_until from jobs where name = $1",
      [bad.name],
    );
    expect(row).toEqual({ failures: 1, last_error: "no luck", waits: true, leased_until: null });
  });

  it("are known by name only", async () => {
    await expect(runJobs("no-such-job")).rejects.toThrow("no-such-job");
  });

  it("come at their hour", () => {
    const at = (text: string) => nightly(3)(new Date(text)).toISOString();
    expect(at("2026-11-22T02:59:00Z")).toBe("2026-11-22T03:00:00.000Z");
    expect(at("2026-11-22T03:00:00Z")).toBe("2026-11-23T03:00:00.000Z");
    expect(at("2026-12-31T10:00:00Z")).toBe("2027-01-01T03:00:00.000Z");
  });
});

describe("the retention of live news", () => {
  it("removes what is older than two days, and keeps the rest", async () => {
    const topic = `test:${randomBytes(6).toString("hex")}`;
    await adminQuery(
      `insert into outbox (topic, created_at)
       values ($1, now() - interval '49 hours'), ($1, now() - interval '47 hours')`,
      [topic],
    );
    const [report] = await runJobs(outboxRetention.name);
    expect(report?.ok).toBe(true);
    expect(await adminQuery("select from outbox where topic = $1", [topic])).toHaveLength(1);
  });
});
