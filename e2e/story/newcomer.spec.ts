import { expect } from "@playwright/test";
import { linkFromMail } from "../support/mailbox.ts";
import { inventPerson } from "../support/people.ts";
import { test } from "../support/test.ts";
import { goThroughOnboarding } from "./onboarding.ts";

test("a newcomer signs up, takes the first steps, posts, is rewarded, and finds both in Hub", async ({
  page,
  stack,
  brand,
  platform,
  consoleErrors,
}) => {
  test.setTimeout(180_000);
  const person = inventPerson();

  await test.step("sign up and confirm by mail", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Join", exact: true }).click();
    await page.getByLabel("Your name").fill(person.name);
    await page.getByLabel("E-mail address").fill(person.email);
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Open my account" }).click();
    await expect(page.getByText("One last thing")).toBeVisible();
    await page.goto(await linkFromMail(stack, person.email, /\/auth\/confirm/));
    await page.locator("main").getByRole("button").click();
    await expect(page).toHaveURL(/\/onboarding/);
  });

  await test.step("the first steps, rewarded at their end", async () => {
    await goThroughOnboarding(page, platform);
    await expect(page.getByRole("heading", { name: "You are in." })).toBeVisible();
    await expect(page.getByText("Profile complete")).toBeVisible();
    await page.getByRole("link", { name: "Say hello to the others" }).click();
  });

  const text = `Hello from ${person.name}`;
  await test.step("a tagged post and its reward with the reason", async () => {
    await page.getByLabel("Your post").fill(text);
    await expect(page.getByRole("button", { name: `Token: ${brand.token}. Change` })).toBeVisible();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
    await page.getByRole("button", { name: "Why?" }).click();
    await expect(page).toHaveURL(/\/wallet\/.+/);
    await expect(page.locator("main")).toContainText("has the weight 1 of a base reward");
  });

  await test.step("over to Hub without signing in again", async () => {
    await page.getByRole("button", { name: /switch app/ }).click();
    await page.getByRole("dialog", { name: "Apps" }).getByRole("link", { name: /^Hub/ }).click();
    await expect(page).toHaveURL(`${stack.apps.hub}/home`);
    await page.goto(`${stack.apps.hub}/community`);
    await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
    await page.goto(`${stack.apps.hub}/wallet?token=${brand.token}`);
    const balance = page.getByRole("navigation", { name: "Balances" }).getByRole("link", {
      name: new RegExp(`^${brand.token}`),
    });
    await expect(balance).not.toContainText(/^\D*0\D*$/);
  });

  await test.step("signing out of one ends all", async () => {
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitem", { name: /sign out/i }).click();
    await page.goto(`${stack.apps[platform]}/home`);
    await expect(page).toHaveURL(/\/sign-in/);
  });
  expect(consoleErrors).toEqual([]);
});
