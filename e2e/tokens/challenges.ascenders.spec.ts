import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { type Browser, expect, type Page } from "@playwright/test";
import { seriousFindings } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import type { Stack } from "../support/stack.ts";
import { test } from "../support/test.ts";

type Role = (typeof demoAccounts)[number]["role"];

async function pageOf(browser: Browser, stack: Stack, who: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: stack.apps.ascenders });
  const email = demoAccounts.find(({ role }) => role === who)?.email ?? "";
  await signIn(context, stack, { email, password: demoPassword });
  return context.newPage();
}

test("an editor sets up a challenge, a member joins it and contributes", async ({
  browser,
  stack,
}) => {
  test.setTimeout(240_000);
  const [editor, member] = await Promise.all([
    pageOf(browser, stack, "editor"),
    pageOf(browser, stack, "member"),
  ]);
  const title = `Hundred pages ${Date.now()}`;
  await editor.goto("/challenges");
  await editor.getByRole("button", { name: "Set up a challenge" }).click();
  await editor.getByLabel("Headline").fill(title);
  await editor.getByLabel("What it is about").fill("We read together.");
  await editor.getByLabel("How one takes part").fill("Note the pages you read.");
  await editor.getByLabel("Goal").fill("5");
  expect(await seriousFindings(editor)).toEqual([]);
  await editor.getByRole("button", { name: "Set it up" }).click();
  await expect(editor.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await member.goto("/challenges");
  await member.getByRole("link", { name: title }).click();
  await member.getByRole("button", { name: "Join" }).click();
  await expect(member.getByText("You take part")).toBeVisible();
  await member.getByLabel("How much").fill("5");
  await member.getByRole("button", { name: "Contribute" }).click();
  await expect(member.getByText("5 of 5 by 1 member")).toBeVisible();
  expect(await seriousFindings(member)).toEqual([]);

  await editor.reload();
  await editor.getByRole("button", { name: "Close and split the prize" }).click();
  await expect(editor.getByText("Closed, and the goal was reached")).toBeVisible();
});
