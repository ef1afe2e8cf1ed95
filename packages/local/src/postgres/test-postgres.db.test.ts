import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { withClient } from "./connection.ts";
import { startTestPostgres } from "./test-postgres.ts";

const answers = (url: string): Promise<boolean> =>
  withClient(url, async () => true).catch(() => false);

it("sweeps the server of a test run that was killed", async () => {
  const script = `import { startTestPostgres } from ${JSON.stringify(new URL("./test-postgres.ts", import.meta.url).href)};
    console.log((await startTestPostgres()).adminUrl);`;
  const run = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = await once(createInterface({ input: run.stdout }), "line");
  run.kill("SIGKILL");
  await once(run, "exit");
  expect(await answers(url)).toBe(true);

  const server = await startTestPostgres();
  expect(await answers(url)).toBe(false);
  expect(await answers(server.adminUrl)).toBe(true);
  await server.close();
  expect(await answers(server.adminUrl)).toBe(false);
});
