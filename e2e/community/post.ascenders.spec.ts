import { randomUUID } from "node:crypto";
import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { type Browser, expect, type Page } from "@playwright/test";
import { seriousFindings } from "../support/axe.ts";
import { signIn, signUpPerson } from "../support/people.ts";
import type { Stack } from "../support/stack.ts";
import { test } from "../support/test.ts";

type Role = (typeof demoAccounts)[number]["role"];

async function pageOf(browser: Browser, stack: Stack, who: Role | null): Promise<Page> {
  const context = await browser.newContext({ baseURL: stack.apps.ascenders });
  const email = demoAccounts.find(({ role }) => role === who)?.email;
  // Somebody new has finished nothing yet and may enter no platform but those open to all.
  const person = email ? { email, password: demoPassword } : await signUpPerson(stack);
  await signIn(context, stack, person);
  return context.newPage();
}

const writing = (page: Page) => page.getByRole("textbox", { name: "Your post" });

async function write(page: Page, words: string, readers?: string): Promise<void> {
  await page.goto("/community");
  const begin = page.getByRole("button", { name: "New post" });
  await writing(page).waitFor();
  // A draft from before is put aside, as a member would.
  await begin.click({ timeout: 3000 }).catch(() => undefined);
  if (readers) {
    await page.getByRole("button", { name: /^Readers/ }).click();
    await page.getByRole("radio", { name: readers }).click();
  }
  // A saved draft shows that the page has come alive; before, a press would only reload it.
  await expect(async () => {
    await writing(page).fill(words);
    await expect(page.getByText(/^Draft saved/)).toBeVisible({ timeout: 4000 });
  }).toPass();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("article").filter({ hasText: words })).toBeVisible();
}

async function addressOf(page: Page, words: string): Promise<string> {
  const link = page
    .getByRole("article")
    .filter({ hasText: words })
    .getByRole("link", { name: /^Comments/ });
  return (await link.getAttribute("href"))?.split("#")[0] ?? "";
}

test("a member writes; another reads, reacts, comments and answers; a link leads to the comment", async ({
  browser,
  stack,
}) => {
  test.setTimeout(240_000);
  const [author, reader] = await Promise.all([
    pageOf(browser, stack, "member"),
    pageOf(browser, stack, "editor"),
  ]);
  const words = `What I learned today ${randomUUID()}`;
  await write(author, words);
  const address = await addressOf(author, words);

  await reader.goto(address);
  await expect(reader.getByText(words)).toBeVisible();
  await reader.getByRole("button", { name: "React" }).click();
  await reader.getByRole("button", { name: /^Insightful It taught/ }).click();
  await expect(reader.getByRole("button", { name: "Insightful, 1 so far" })).toBeVisible();
  await reader.getByRole("textbox", { name: "Your comment" }).fill("What made you begin?");
  await reader.getByRole("button", { name: "Comment", exact: true }).click();
  const comment = reader.locator("article[id^=c-]").filter({ hasText: "What made you begin?" });
  await expect(comment).toBeVisible();
  const anchor = await comment.getAttribute("id");

  await author.goto(`${address}#${anchor}`);
  await expect(author.locator(`#${anchor}`)).toBeFocused();
  await author.locator(`#${anchor}`).getByRole("button", { name: "Answer", exact: true }).click();
  await author.getByRole("textbox", { name: "Your answer" }).fill("A friend asked.");
  await author.keyboard.press("Control+Enter");
  await expect(author.getByText("A friend asked.")).toBeVisible();
  expect(await seriousFindings(author)).toEqual([]);

  await reader.reload();
  await reader
    .getByRole("button", { name: /^More about the comment by/ })
    .first()
    .click();
  await reader.getByRole("menuitem", { name: "Remove", exact: true }).click();
  await expect(reader.getByText("You removed this comment.")).toBeVisible();
  await author.reload();
  await expect(author.getByText("This comment is not shown. Its answers stay.")).toBeVisible();
  await expect(author.getByText("A friend asked.")).toBeVisible();

  await author.getByRole("button", { name: "By time" }).click();
  await author.reload();
  await expect(author.getByRole("button", { name: "By time" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await author.getByRole("button", { name: "Threads" }).click();
});

test("who may not read a post finds nothing at its address", async ({ browser, stack }) => {
  test.setTimeout(180_000);
  const author = await pageOf(browser, stack, "member");
  const words = `For my own eyes ${randomUUID()}`;
  await write(author, words, "Only me");
  const address = await addressOf(author, words);
  const stranger = await pageOf(browser, stack, null);
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText(/not (here|found)/i);
  await expect(stranger.getByText(words)).toHaveCount(0);
  await stranger.goto("/community");
  await expect(stranger.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(stranger.getByText(words)).toHaveCount(0);
});

test("a draft goes on on a second device, and two versions are asked about", async ({
  browser,
  stack,
}) => {
  test.setTimeout(240_000);
  const desk = await pageOf(browser, stack, "operator");
  const words = `Half a thought ${randomUUID()}`;
  await desk.goto("/community");
  await writing(desk).fill(words);
  await expect(desk.getByText(/^Draft saved/)).toBeVisible();

  const phone = await pageOf(browser, stack, "operator");
  await phone.goto("/community");
  await expect(writing(phone)).toHaveValue(words);
  await writing(phone).fill(`${words}, and more`);
  await expect(phone.getByText(/^Draft saved/)).toBeVisible();

  await writing(desk).fill(`${words}, but different`);
  const question = desk.getByRole("dialog", { name: "This draft was changed on another device" });
  await expect(question).toBeVisible();
  await expect(question.getByText(`${words}, and more`)).toBeVisible();
  await expect(question.getByText(`${words}, but different`)).toBeVisible();
  expect(await seriousFindings(desk)).toEqual([]);
  await question.getByRole("button", { name: "Use the one there" }).click();
  await expect(writing(desk)).toHaveValue(`${words}, and more`);
});
