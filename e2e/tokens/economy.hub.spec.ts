import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { expect } from "@playwright/test";
import { seriousFindings } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import { test } from "../support/test.ts";

const script = fileURLToPath(new URL("../../tooling/replay-economy.ts", import.meta.url));
const member = {
  email: demoAccounts.find(({ role }) => role === "member")?.email ?? "",
  password: demoPassword,
};

test("a stranger replays the economy from the public record, and a member finds themselves in it", async ({
  page,
  context,
  request,
  stack,
  consoleErrors,
}) => {
  await test.step("the record is explained and offered without signing in", async () => {
    await page.goto("/economy", { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1, name: "The open economy" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Download the record" })).toHaveAttribute(
      "href",
      "/economy/export",
    );
    expect(await seriousFindings(page)).toEqual([]);
  });

  await test.step("the script gets every balance", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      script,
      `${stack.apps.hub}/economy/export`,
    ]);
    expect(stdout).toMatch(
      /^[1-9]\d* entries, \d+ epochs, [1-9]\d* balances: every balance agrees/,
    );
  });

  await test.step("the wallet tells its member under which name", async () => {
    await signIn(context, stack, member);
    await page.goto("/wallet", { waitUntil: "networkidle" });
    const line = page.getByText("public record of the economy").locator("..");
    const name = (await line.locator("code").textContent()) ?? "";
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    const record = await (await request.get("/economy/export")).text();
    expect(record).toContain(`"account":"${name}"`);
  });
  expect(consoleErrors).toEqual([]);
});
