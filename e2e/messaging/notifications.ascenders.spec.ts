import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { type Browser, expect, type Page } from "@playwright/test";
import { seriousFindings } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import type { Stack } from "../support/stack.ts";
import { test } from "../support/test.ts";

type Role = (typeof demoAccounts)[number]["role"];

function account(role: Role): { email: string; password: string } {
  const email = demoAccounts.find((one) => one.role === role)?.email ?? "";
  return { email, password: demoPassword };
}

async function pageOf(browser: Browser, stack: Stack, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: stack.apps.ascenders });
  await signIn(context, stack, account(role));
  return context.newPage();
}

async function publish(page: Page, words: string): Promise<void> {
  await page.goto("/community");
  const form = page.getByRole("form", { name: "Write a post" });
  await form.getByRole("textbox", { name: "Your post" }).fill(words);
  await form.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("article").filter({ hasText: words })).toBeVisible();
}

const bell = (page: Page) => page.getByRole("button", { name: /^Notifications/ });

async function unread(page: Page): Promise<number> {
  return Number(/\d+/.exec((await bell(page).textContent()) ?? "")?.[0] ?? 0);
}

test("a comment rings the author's bell without a reload; what was read can be undone", async ({
  browser,
  stack,
}) => {
  const author = await pageOf(browser, stack, "member");
  const reader = await pageOf(browser, stack, "editor");
  const words = `A morning note ${Date.now()}`;

  await test.step("one writes", async () => {
    await publish(author, words);
  });

  const before = await unread(author);
  const comment = `That helped me today ${Date.now()}`;
  await test.step("another comments", async () => {
    await reader.goto("/community");
    const card = reader.getByRole("article").filter({ hasText: words });
    await card.getByRole("link", { name: /^Comments/ }).click();
    await reader.waitForURL(/\/community\/.+/);
    await reader.getByRole("textbox", { name: "Your comment" }).fill(comment);
    await reader.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(reader.getByText(comment).first()).toBeVisible();
  });

  await test.step("the author's bell shows it live", async () => {
    await expect.poll(() => unread(author)).toBe(before + 1);
    await bell(author).click();
    const panel = author.getByRole("dialog", { name: "Notifications" });
    await expect(panel.getByText(comment)).toBeVisible();
    expect(await seriousFindings(author)).toEqual([]);
    await author.keyboard.press("Escape");
    await expect(bell(author)).toBeFocused();
  });

  await test.step("the centre says why, marks as read, and takes that back", async () => {
    await author.goto("/notifications");
    const line = author.getByRole("listitem").filter({ hasText: comment });
    await line.getByRole("button", { name: /^Options for/ }).click();
    await expect(author.getByText(/You get this because somebody commented/)).toBeVisible();
    await author.getByRole("menuitem", { name: "Mark as read" }).click();
    await expect.poll(() => unread(author)).toBe(before);
    await author.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => unread(author)).toBe(before + 1);
    await line.getByRole("link").first().click();
    await author.waitForURL(/\/community\/.+/);
    await expect.poll(() => unread(author)).toBe(before);
  });

  await test.step("a silenced kind stays silent", async () => {
    await author.goto("/settings/notifications");
    const choice = author.getByRole("switch", { name: "In app: Comments on your posts" });
    // It shows at once; what is reloaded must have been saved.
    const saved = author.waitForResponse(/preferences\.update/);
    await choice.click();
    await expect(choice).not.toBeChecked();
    await saved;
    await author.reload();
    await expect(choice).not.toBeChecked();
    await choice.click();
    await expect(choice).toBeChecked();
  });
});

test("an open feed says that others have posted, and waits for a press", async ({
  browser,
  stack,
}) => {
  const reader = await pageOf(browser, stack, "member");
  const author = await pageOf(browser, stack, "editor");
  await reader.goto("/community");
  await expect(bell(reader)).toBeVisible();
  const words = `News from the workshop ${Date.now()}`;
  await publish(author, words);
  const pill = reader.getByRole("button", { name: /^\d+ new posts?$/ });
  await expect(pill).toBeVisible();
  await expect(reader.getByText(words)).toBeHidden();
  await pill.click();
  await expect(reader.getByText(words).first()).toBeVisible();
  await expect(pill).toBeHidden();
});

test("mails end with a press, without a sign-in", async ({ page }) => {
  await page.goto("/unsubscribe?key=00000000-0000-4000-8000-000000000000");
  await page.getByRole("button", { name: "End the mails" }).click();
  await expect(page.getByRole("heading", { name: "No more mails" })).toBeVisible();
});
