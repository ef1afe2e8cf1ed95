import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { expect, type Page } from "@playwright/test";
import { seriousFindings } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import { test } from "../support/test.ts";

const member = {
  email: demoAccounts.find(({ role }) => role === "member")?.email ?? "",
  password: demoPassword,
};

const line = (page: Page) => page.getByRole("searchbox", { name: "Search" });
const hits = (page: Page) => page.getByRole("region", { name: "Hits" }).getByRole("article");

test("finds while one types, forgives slips, keeps the address, and works by keyboard alone", async ({
  page,
  context,
  stack,
  consoleErrors,
}) => {
  await signIn(context, stack, member);

  await test.step("from any page, by one key", async () => {
    await page.goto("/settings", { waitUntil: "networkidle" });
    await page.keyboard.press("/");
    const dialog = page.getByRole("dialog", { name: "Search" });
    await dialog.getByRole("combobox").fill("pencil before any scr");
    await expect(dialog.getByRole("option", { name: /Keiko Arai/ })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/community\/.+/);
    await expect(dialog).toBeHidden();
    await page.keyboard.press("Control+k");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("as one types, with Back to where one was", async () => {
    await page.goto("/search");
    await line(page).fill("chair");
    await expect(hits(page).first()).toContainText("chair");
    await expect(page).toHaveURL(/\/search\?q=chair$/);
    await line(page).press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/community\/.+/);
    await page.goBack();
    await expect(line(page)).toHaveValue("chair");
    await expect(hits(page).first()).toContainText("chair");
  });

  await test.step("slips, operators and words too many", async () => {
    await line(page).fill("scorcard hirnig");
    await expect(page.getByText("These are hits for")).toContainText("scorecard hiring");
    await line(page).fill("from:amara tag:life");
    await expect(hits(page).first()).toContainText("Amara Diallo");
    await line(page).fill("chair xylophone");
    await page.getByRole("button", { name: /^chair/ }).click();
    await expect(hits(page).first()).toContainText("chair");
    await page.getByRole("button", { name: /^Members/ }).click();
    await expect(page).toHaveURL(/kind=member/);
    await expect(page.getByText("Nothing of this kind")).toBeVisible();
  });

  await test.step("own searches, and forgetting them", async () => {
    await page.goto("/search?q=komorebi");
    await expect(hits(page)).toHaveCount(1);
    const recorded = page.waitForResponse((response) => response.url().includes("search.record"));
    await recorded;
    await page.goto("/search");
    await expect(page.getByRole("button", { name: "komorebi", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Forget “komorebi”" }).click();
    await expect(page.getByRole("button", { name: "komorebi", exact: true })).toBeHidden();
  });
  expect(consoleErrors).toEqual([]);
});

test("shows hits accessibly in both themes and on a phone", async ({ page, context, stack }) => {
  await signIn(context, stack, member);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/search?q=morning", { waitUntil: "networkidle" });
    await expect(hits(page).first()).toBeVisible();
    expect(await seriousFindings(page), colorScheme).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wider).toBe(false);
  }
});

test("finds nothing for somebody who may enter nowhere", async ({
  page,
  context,
  stack,
  person,
}) => {
  await signIn(context, stack, person);
  await page.goto("/search?q=chair");
  await expect(page.getByText("Nothing found for “chair”")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Posts/ })).toContainText("0");
});
