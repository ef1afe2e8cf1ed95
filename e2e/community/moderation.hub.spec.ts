import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { type Browser, expect, type Page } from "@playwright/test";
import { seriousFindings } from "../support/axe.ts";
import { inventPerson, signIn, signUpPerson } from "../support/people.ts";
import type { Stack } from "../support/stack.ts";
import { test } from "../support/test.ts";

type Role = (typeof demoAccounts)[number]["role"];

async function pageOf(browser: Browser, stack: Stack, who: Role | null): Promise<Page> {
  const context = await browser.newContext({ baseURL: stack.apps.hub });
  const email = demoAccounts.find(({ role }) => role === who)?.email;
  const person = email ? { email, password: demoPassword } : await signUpPerson(stack);
  await signIn(context, stack, person);
  return context.newPage();
}

async function write(page: Page, words: string): Promise<void> {
  await page.goto("/community");
  const writing = page.getByRole("textbox", { name: "Your post" });
  await writing.waitFor();
  await page
    .getByRole("button", { name: "New post" })
    .click({ timeout: 3000 })
    .catch(() => undefined);
  await writing.fill(words);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("article").filter({ hasText: words })).toBeVisible();
}

async function report(page: Page, words: string): Promise<void> {
  await page.goto("/community");
  const post = page.getByRole("article").filter({ hasText: words });
  await post.getByRole("button", { name: "More about this post" }).click();
  await page.getByRole("menuitem", { name: "Report" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^Abuse/ }).click();
  await dialog.getByRole("textbox").fill("It insults beginners.");
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Send report" }).click();
  await expect(page.getByText("A moderator will look at it.")).toBeVisible();
}

test("a member reports, a moderator removes, both are told, and the author appeals", async ({
  browser,
  stack,
}) => {
  const words = `Only fools ask that, said ${inventPerson().name}.`;
  const author = await pageOf(browser, stack, "editor");
  await write(author, words);
  const reader = await pageOf(browser, stack, "member");
  await report(reader, words);

  const moderator = await pageOf(browser, stack, "operator");
  await moderator.goto("/admin/moderation");
  const item = moderator.getByRole("listitem").filter({ hasText: words });
  await expect(item).toContainText("It insults beginners.");
  expect(await seriousFindings(moderator)).toEqual([]);
  await item.getByRole("button", { name: "Decide", exact: true }).click();
  const dialog = moderator.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^Remove/ }).click();
  await dialog.getByRole("textbox", { name: /^Reason/ }).fill("Criticise ideas, not people.");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(moderator.getByText("1 decided")).toBeVisible();
  await expect(moderator.getByRole("listitem").filter({ hasText: words })).toHaveCount(0);

  await reader.goto("/notifications");
  await expect(reader.getByText("Your report was decided").first()).toBeVisible();
  await reader.goto("/settings/reports");
  await expect(reader.getByText("Criticise ideas, not people.").first()).toBeVisible();
  await reader.goto("/community");
  await expect(reader.getByText(words)).toHaveCount(0);

  await author.goto("/notifications");
  await expect(author.getByText("Your post was removed").first()).toBeVisible();
  await author.goto("/settings/reports");
  const decision = author.getByRole("listitem").filter({ hasText: words });
  await decision.getByRole("button", { name: "Appeal" }).click();
  await decision.getByRole("textbox").fill("I was quoting somebody.");
  await decision.getByRole("button", { name: "Send appeal" }).click();
  await expect(decision).toContainText("Another moderator looks at it.");
  expect(await seriousFindings(author)).toEqual([]);

  await moderator.goto("/admin/moderation?part=appeals");
  const appeal = moderator.getByRole("listitem").filter({ hasText: words });
  await expect(appeal).toContainText("I was quoting somebody.");
  await appeal.getByRole("textbox").fill("I stay with it.");
  await appeal.getByRole("button", { name: "The decision stands" }).click();
  await expect(
    moderator.getByText("Another moderator has to decide on this appeal."),
  ).toBeVisible();
});

test("a member finds another, follows and mutes them, and keeps a profile private", async ({
  browser,
  stack,
}) => {
  const page = await pageOf(browser, stack, "member");
  await page.goto("/members?name=Edwin");
  await page.getByRole("link", { name: "Edwin Okafor" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Edwin Okafor" })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "More about Edwin Okafor" }).click();
  await page.getByRole("menuitem", { name: "Mute" }).click();
  await expect(page.getByText("You have muted Edwin Okafor")).toBeVisible();
  await page.goto("/members?name=Edwin");
  await expect(page.getByText("Nobody found")).toBeVisible();
  await page.goto("/settings/privacy");
  await page.getByRole("button", { name: "Unmute Edwin Okafor" }).click();
  await expect(page.getByText("You block and mute nobody.")).toBeVisible();
});

test("a member finds no moderation page", async ({ browser, stack }) => {
  const page = await pageOf(browser, stack, null);
  const answer = await page.goto("/admin/moderation");
  expect(answer?.status()).toBe(404);
});
