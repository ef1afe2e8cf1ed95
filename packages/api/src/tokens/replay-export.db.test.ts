import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { tokenTypes } from "@neothink/brand/tokens";
import { asOperator, type Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { closeEpochs, type ServiceStep } from "./replay-epochs.ts";
import { answerExport } from "./replay-export.http.ts";
import { exportEconomy } from "./replay-export.ts";

const script = fileURLToPath(new URL("../../../../tooling/replay-economy.ts", import.meta.url));
const run = promisify(execFile);
const step: ServiceStep = (fn) => asOperator({ actorId: null, reason: "ledger_epoch:close" }, fn);
let folder = "";
let people: Claims[] = [];

/** A sequence that looks random and is the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

async function enter(facts: {
  token: string;
  amount: string;
  debit: string;
  credit: string;
  at: string;
  simulation?: string;
}): Promise<void> {
  await adminQuery(
    `insert into gamification_events (persona, site, event_type, token_type, amount, debit_account,
       credit_account, idempotency_key, created_at, simulation_run_id)
     values ('hub', 'hub', 'grant', $1, $2, $3, $4, $5, $6, $7)`,
    [
      facts.token,
      facts.amount,
      facts.debit,
      facts.credit,
      `replay:${randomUUID()}`,
      facts.at,
      facts.simulation ?? null,
    ],
  );
}

async function exported(): Promise<string> {
  let text = "";
  for await (const chunk of exportEconomy()) {
    text += chunk;
  }
  return text;
}

async function replay(text: string): Promise<{ ok: boolean; output: string }> {
  const file = join(folder, `${randomUUID()}.jsonl`);
  await writeFile(file, text);
  try {
    const { stdout } = await run(process.execPath, [script, file]);
    return { ok: true, output: stdout };
  } catch (error) {
    const failed = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    return { ok: false, output: failed };
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "replay-"));
  people = await Promise.all(Array.from({ length: 5 }, () => makePerson()));
  const roll = dice(20261116);
  const fraction = () => `${roll(900) + 1}.${String(roll(1_000_000)).padStart(6, "0")}`;
  for (let step = 0; step < 120; step += 1) {
    const token = tokenTypes[roll(4)] ?? "LUCK";
    const [one, other] = [people[roll(5)], people[roll(5)]];
    // Four weeks, the last one still open at the moment of the export.
    const at = new Date(Date.UTC(2027, 0, 4) + step * 5.5 * 3_600_000).toISOString();
    const giver = step % 4 === 3 && one && other && one !== other ? one.sub : null;
    await enter({
      token,
      amount: giver ? "0.000001" : fraction(),
      debit: giver ?? systemAccount.issuance,
      credit: other?.sub ?? systemAccount.treasury,
      at,
    }).catch((error: unknown) => {
      // Who has nothing of this token cannot give any.
      expect(String(error)).toContain("token_balances_balance_check");
    });
  }
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await closePool();
});

describe("the public record of the economy", () => {
  it("is replayed to the last unit by the script that shares nothing with us", async () => {
    await closeEpochs(step, new Date("2027-01-26T12:00:00Z"));
    const result = await replay(await exported());
    expect(result).toMatchObject({ ok: true });
    expect(result.output).toContain("every balance agrees");
  });

  it("tells when one line was changed, in a closed epoch and in the open one", async () => {
    const lines = (await exported()).split("\n");
    const entries = lines.flatMap((line, index) =>
      line.includes('"type":"entry"') ? [index] : [],
    );
    for (const place of [entries[3], entries.at(-2)]) {
      const tampered = lines.map((line, index) =>
        index === place ? line.replace(/"time":"\d{4}/, '"time":"1999') : line,
      );
      expect(tampered).not.toEqual(lines);
      expect((await replay(tampered.join("\n"))).ok).toBe(false);
    }
    const without = lines.filter((_, index) => index !== entries[5]);
    expect((await replay(without.join("\n"))).ok).toBe(false);
    expect((await replay(lines.slice(0, -2).join("\n"))).ok).toBe(false);
  });

  it("tells when a balance was published that the entries do not give", async () => {
    const text = await exported();
    const wrong = text.replace(/("type":"balance".*"balance":")(\d+)/, "$1$29");
    expect(wrong).not.toBe(text);
    expect(await replay(wrong)).toMatchObject({
      ok: false,
      output: expect.stringContaining("replayed"),
    });
  });

  it("names no member, and shows each their own pseudonym and nobody else's", async () => {
    const text = await exported();
    const names = await Promise.all(people.map((one) => callAs(one).tokens.pseudonym.get()));
    expect(new Set(names).size).toBe(people.length);
    for (const [index, name] of names.entries()) {
      expect(text).toContain(`"${name}"`);
      expect(text).not.toContain(people[index]?.sub);
    }
    expect(await refusal(callAs(null).tokens.pseudonym.get())).toMatch(/^UNAUTHORIZED/);
  });

  it("closes a week once, also side by side, and chains it to the one before", async () => {
    const now = new Date("2027-01-26T12:00:00Z");
    const before = await callAs(null).tokens.epochs.list();
    const again = await Promise.all([
      closeEpochs(step, now),
      closeEpochs(step, now),
      closeEpochs(step, now),
    ]);
    expect(again.flat()).toEqual([]);
    const epochs = await callAs(null).tokens.epochs.list();
    expect(epochs).toEqual(before);
    expect(epochs.length).toBeGreaterThanOrEqual(3);
    for (const [index, epoch] of epochs.entries()) {
      const older = epochs[index + 1];
      expect(epoch.previousHash).toBe(older?.hash ?? "0".repeat(64));
    }
  });

  it("takes an entry that is dated back into the week that is open", async () => {
    const [ada] = people;
    await enter({
      token: "LUCK",
      amount: "1.5",
      debit: systemAccount.issuance,
      credit: ada?.sub ?? "",
      at: "2027-01-05T00:00:00Z",
    });
    expect((await replay(await exported())).ok).toBe(true);
    await closeEpochs(step, new Date("2027-02-03T00:00:00Z"));
    expect((await replay(await exported())).ok).toBe(true);
  });

  it("leaves simulated entries out, as the balances do", async () => {
    const [ada] = people;
    await enter({
      token: "LIFE",
      amount: "1000000",
      debit: systemAccount.issuance,
      credit: ada?.sub ?? "",
      at: "2027-02-04T00:00:00Z",
      simulation: randomUUID(),
    });
    const text = await exported();
    expect(text).not.toContain('"amount":"1000000"');
    expect((await replay(text)).ok).toBe(true);
    const differences = await adminQuery("select * from app.balance_differences()");
    expect(differences).toEqual([]);
  });

  it("is served to a few at once, and a reader who leaves makes room", async () => {
    const readers = Array.from({ length: 4 }, () => answerExport());
    expect(answerExport().status).toBe(503);
    await Promise.all(readers.slice(0, 3).map((response) => response.body?.cancel()));
    const last = readers[3];
    expect(last?.headers.get("content-type")).toContain("ndjson");
    expect((await replay((await last?.text()) ?? "")).ok).toBe(true);
    const again = answerExport();
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });
});
