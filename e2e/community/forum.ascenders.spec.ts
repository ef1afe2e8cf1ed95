import { randomUUID } from "node:crypto";
import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { type Browser, expect, type Page } from "@playwright/test";
import { seriousFindings } from "../support/axe.ts";
import { signIn, signUpPerson } from "../support/people.ts";
import type { Stack } from "../support/stack.ts";
import { test } from "../support/test.ts";

type Role = (typeof demoAccounts)[number]["role"];

async function pageOf(browser: Browser, stack: Stack, who: Role | "stranger"): Promise<Page> {
  const context = await browser.newContext({ baseURL: stack.apps.ascenders });
  const email = demoAccounts.find(({ role }) => role === who)?.email;
  // Somebody new has finished nothing yet and may enter no platform but those open to all.
  const person = email ? { email, password: demoPassword } : await signUpPerson(stack);
  await signIn(context, stack, person);
  return context.newPage();
}

test("a member asks, another answers, the asker votes and accepts, a third is refused", async ({
  browser,
  stack,
}) => {
  test.setTimeout(240_000);
  const title = `How would you begin again, ${randomUUID().slice(0, 8)}?`;
  const asker = await pageOf(browser, stack, "member");

  await test.step("ask by keyboard, with a preview", async () => {
    await asker.goto("/forum");
    await asker.getByRole("link", { name: "Ask a question" }).click();
    await asker.getByRole("textbox", { name: "Title" }).fill(title);
    await asker.getByRole("textbox", { name: "Question" }).fill("With **one** table and no money.");
    await asker.getByRole("button", { name: "Preview" }).click();
    await expect(asker.locator("strong").filter({ hasText: "one" })).toBeVisible();
    await asker.getByRole("textbox", { name: "Tags" }).fill("begin-again, first-offer");
    await asker.getByRole("button", { name: "Ask", exact: true }).press("Enter");
    await expect(asker.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });
  const address = new URL(asker.url()).pathname;

  const helper = await pageOf(browser, stack, "editor");
  const words = `Ask ten people what they would pay for. ${randomUUID()}`;
  await test.step("another finds it new, and answers", async () => {
    await helper.goto("/forum?tag=begin-again");
    const card = helper.getByRole("article").filter({ hasText: title });
    await expect(card.getByText("New", { exact: true })).toBeVisible();
    await card.getByRole("link", { name: title }).click();
    await helper.getByRole("textbox", { name: "Your answer" }).fill(words);
    await helper.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(helper.getByRole("article").filter({ hasText: words })).toBeVisible();
  });

  await test.step("the asker votes and accepts; a vote stays after a reload", async () => {
    await asker.goto(address);
    const answer = asker.getByRole("article", { name: /^Answer by/ }).filter({ hasText: words });
    const saved = asker.waitForResponse((response) => response.url().includes("answers.vote"));
    await answer.getByRole("button", { name: "Vote up" }).click();
    await expect(answer.getByRole("group")).toContainText("1");
    await saved;
    await asker.reload();
    await expect(answer.getByRole("button", { name: "Vote up" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await answer.getByRole("button", { name: "Accept" }).click();
    await expect(answer.getByRole("button", { name: "Accepted" })).toBeVisible();
    await expect(asker.getByText("Solved").first()).toBeVisible();
  });

  await test.step("the pages are accessible, light and dark, also on a phone", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await asker.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [1280, 390]) {
        await asker.setViewportSize({ width, height: 844 });
        for (const path of [address, "/forum"]) {
          await asker.goto(path, { waitUntil: "networkidle" });
          expect(await seriousFindings(asker), `${path} ${colorScheme} ${width}`).toEqual([]);
        }
      }
    }
  });

  await test.step("a third who may not enter finds nothing", async () => {
    const stranger = await pageOf(browser, stack, "stranger");
    const answer = await stranger.goto(address);
    expect(await answer?.text()).not.toContain(title);
    await expect(stranger.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(stranger.locator("main")).not.toContainText(title);
    await stranger.goto("/forum?tag=begin-again");
    await expect(stranger.getByText(title)).toHaveCount(0);
    const visitor = await browser.newContext({ baseURL: stack.apps.ascenders });
    const feed = await visitor.request.get("/forum/feed.xml");
    expect(feed.status()).toBe(200);
    expect(await feed.text()).not.toContain(title);
  });
});
