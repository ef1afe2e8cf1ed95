import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFreePort } from "../stack/ports.ts";
import { messageOf, Problem } from "../stack/problem.ts";
import { waitUntilGone } from "../stack/process-identity.ts";
import { withClient } from "./connection.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

let root = "";
let port = 0;
const running: PostgresServer[] = [];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "neothink-server-"));
  port = await findFreePort();
});

afterEach(async () => {
  for (const server of running.splice(0)) {
    await server.stop();
  }
  rmSync(root, { recursive: true, force: true });
});

async function start(at = port): Promise<PostgresServer> {
  const server = await startPostgres({
    folder: join(root, "postgres"),
    port: at,
    note: () => undefined,
  });
  running.push(server);
  return server;
}

async function failure(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => new Error("it did not fail"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) {
    throw new Error(`not a problem: ${messageOf(error)}`);
  }
  return error;
}

const write = (server: PostgresServer): Promise<unknown> =>
  withClient(server.urls.admin, (client) =>
    client.query("create table if not exists kept (word text); insert into kept values ('here')"),
  );
const read = (server: PostgresServer): Promise<unknown[]> =>
  withClient(
    server.urls.admin,
    async (client) => (await client.query("select word from kept")).rows,
  );

describe("the embedded server", () => {
  it("keeps a committed row when every one of its processes is killed", async () => {
    const first = await start();
    await write(first);
    process.kill(first.pid, "SIGKILL");
    await waitUntilGone(first.pid, 5_000);
    expect(existsSync(join(first.place, "data/postmaster.pid"))).toBe(true);

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await read(second)).toEqual([{ word: "here" }]);
  });

  it("takes over a server that outlived its start", async () => {
    const first = await start();
    await write(first);
    const second = await start();
    expect(second).toMatchObject({ adopted: true, pid: first.pid });
    expect(await read(second)).toEqual([{ word: "here" }]);
  });

  it("moves a left-behind server to another port when asked for one", async () => {
    const first = await start();
    await write(first);
    const second = await start(await findFreePort());
    expect(second.adopted).toBe(false);
    expect(second.pid).not.toBe(first.pid);
    expect(await read(second)).toEqual([{ word: "here" }]);
  });

  it("starts over the lock file of a pid that belongs to another program now", async () => {
    const first = await start();
    await first.stop();
    const dataFolder = join(first.place, "data");
    writeFileSync(
      join(dataFolder, "postmaster.pid"),
      `${process.pid}\n${dataFolder}\n1\n${port}\n\n127.0.0.1\n\nready\n`,
    );
    expect(findPostmaster(dataFolder)).toBeNull();
    expect((await start()).adopted).toBe(false);
  });

  it("sweeps a first start that was interrupted", async () => {
    mkdirSync(join(root, "postgres/data.draft-1/base"), { recursive: true });
    const server = await start();
    expect(existsSync(join(server.place, "data.draft-1"))).toBe(false);
  });

  it("lets the application in only after the migrations, and only with its password", async () => {
    const server = await start();
    await withClient(server.urls.admin, (client) => client.query("create role app_api noinherit"));
    await expect(withClient(server.urls.app, async () => true)).rejects.toThrow();
    await server.allowAppLogin();
    await expect(withClient(server.urls.app, async () => true)).resolves.toBe(true);
    const wrong = new URL(server.urls.app);
    wrong.password = "guess";
    await expect(withClient(wrong.href, async () => true)).rejects.toMatchObject({ code: "28P01" });
  });

  it("names the port and its holder when the port is taken", async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, "127.0.0.1", resolve));
    const problem = await failure(start());
    squatter.close();
    expect(problem.message).toContain(String(port));
    expect(problem.message).toContain(`process ${process.pid}`);
    expect(problem.advice).toContain("--port");
  });

  it("refuses the data of another major version", async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(first.place, "data/PG_VERSION"), "17\n");
    const problem = await failure(start());
    expect(problem.message).toContain("Postgres 17");
    expect(problem.advice).toContain("--reset");
  });

  it.each([
    "PG_VERSION",
    "global/pg_control",
    "pg_wal",
    "global",
    "base",
    "postgresql.conf",
    "pg_xact",
  ])("calls a data folder without %s damaged", async (part) => {
    const first = await start();
    await first.stop();
    rmSync(join(first.place, "data", part), { recursive: true });
    const problem = await failure(start());
    expect(problem.message).toContain("damaged");
    expect(problem.advice).toContain("--reset");
  });

  it("calls a scrambled control file damaged", async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(first.place, "data/global/pg_control"), Buffer.alloc(8192, 7));
    expect((await failure(start())).message).toContain("damaged");
  });

  it("says so when the passwords are gone", async () => {
    const first = await start();
    await first.stop();
    rmSync(join(first.place, "credentials.json"));
    expect((await failure(start())).message).toContain("passwords");
  });

  it("ends within seconds though a transaction is open", async () => {
    const server = await start();
    const done = withClient(server.urls.admin, (client) =>
      client.query("begin; select pg_sleep(60)"),
    ).catch(() => "ended");
    await new Promise((resolve) => setTimeout(resolve, 200));
    await stopPostmaster(server.pid);
    expect(await done).toBe("ended");
    await server.ended;
  });
});
