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

/** Writes a post, which earns tokens to move. */
async function earn(page: Page): Promise<string> {
  const words = `Worth a token ${Date.now()}`;
  await page.goto("/community");
  await page.getByRole("textbox", { name: "Your post" }).waitFor();
  await page
    .getByRole("button", { name: "New post" })
    .click({ timeout: 3000 })
    .catch(() => undefined);
  await page.getByRole("textbox", { name: "Your post" }).fill(words);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("article").filter({ hasText: words })).toBeVisible();
  return words;
}

test("a member converts tokens after a look at what it gives, and gives some to an author", async ({
  browser,
  stack,
}) => {
  test.setTimeout(240_000);
  const [giver, author] = await Promise.all([
    pageOf(browser, stack, "member"),
    pageOf(browser, stack, "editor"),
  ]);
  await earn(giver);
  const words = await earn(author);

  await giver.goto("/wallet");
  await giver.getByLabel("Exchange").selectOption("LUCK_LIFE");
  await giver.getByLabel("Amount of LUCK").fill("10");
  await expect(giver.getByText("You receive 9 LIFE for 10 LUCK.")).toBeVisible();
  await giver.getByRole("button", { name: "Convert", exact: true }).click();
  await expect(giver.getByText("9 LIFE received")).toBeVisible();
  await expect(giver.getByRole("link", { name: "Conversion" }).first()).toBeVisible();
  expect(await seriousFindings(giver)).toEqual([]);

  const csv = await giver.request.get("/wallet/history.csv");
  expect(await csv.text()).toMatch(/^time,platform,title,kind,token,change,entry\r\n.*convert/m);

  await giver.goto("/community");
  const post = giver.getByRole("article").filter({ hasText: words });
  await post.getByRole("button", { name: /^Give tokens to/ }).click();
  const dialog = giver.getByRole("dialog");
  await dialog.getByLabel("Token").selectOption("LUCK");
  await dialog.getByLabel("Amount").fill("2.5");
  await dialog.getByLabel("A few words").fill("For the idea");
  expect(await seriousFindings(giver)).toEqual([]);
  await dialog.getByRole("button", { name: "Give", exact: true }).click();
  await expect(giver.getByText(/2\.5 LUCK given to/)).toBeVisible();

  await author.goto("/wallet");
  await expect(author.getByRole("link", { name: "Tip received" }).first()).toBeVisible();
});

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
