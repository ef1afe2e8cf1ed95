import { expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { linkFromMail } from "../support/mailbox.ts";
import { type Person, signIn } from "../support/people.ts";
import { test } from "../support/test.ts";

async function enterPassword(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
}

const path = (page: Page): string => new URL(page.url()).pathname;

test("protects the account with an authenticator, and gets back in without it", async ({
  page,
  context,
  stack,
  person,
}) => {
  await signIn(context, stack, person);
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Set up an authenticator" }).click();
  await page.getByRole("button", { name: "Go on" }).click();
  const secret = (await page.locator("code").first().textContent()) ?? "";
  const authenticator = new TOTP({ secret: Secret.fromBase32(secret.trim()) });
  await page.getByLabel("Six-digit code").fill(authenticator.generate());
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const code = (await codes.first().textContent()) ?? "";
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 of 10 are left.")).toBeVisible();

  await signOut(page);
  await enterPassword(page, person);
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
  // Half a sign-in opens nothing.
  await page.goto("/home");
  expect(path(page)).toBe("/sign-in");

  await page.goto("/sign-in?step=second-factor&next=%2Fsettings%2Fsecurity");
  await page.getByRole("button", { name: "I do not have my authenticator" }).click();
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("9 of 10 are left.")).toBeVisible();
});

test("chooses a new password by mail; looking at the link uses nothing up", async ({
  page,
  context,
  stack,
  person,
  browser,
  baseURL,
}) => {
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  await signIn(other, stack, person);

  await page.goto("/forgot-password");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("Look into your mail")).toBeVisible();
  const link = await linkFromMail(stack, person.email, /type=recovery/);

  // As mail scanners do.
  await context.request.head(link);
  await context.request.get(link);
  await page.goto(link);
  await page.getByRole("button", { name: "Go on" }).click();
  const password = `${person.password} and more`;
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.waitForURL(/\/home/);

  const elsewhere = await other.newPage();
  await elsewhere.goto("/settings/sessions");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await enterPassword(elsewhere, person);
  await expect(elsewhere.getByText("Address or password is wrong.")).toBeVisible();
  await enterPassword(elsewhere, { ...person, password });
  await elsewhere.waitForURL(/\/settings\/sessions/);
  await other.close();
});

test("ends one device, and by signing out all four apps", async ({
  page,
  context,
  stack,
  person,
  browser,
  baseURL,
}) => {
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  await signIn(other, stack, person);
  await signIn(context, stack, person);

  await page.goto("/settings/sessions");
  const devices = page.getByRole("list", { name: "Signed-in devices" });
  await devices.getByRole("button", { name: /^Sign out/ }).click();
  await expect(page.getByText(/is signed out\.$/)).toBeVisible();
  const elsewhere = await other.newPage();
  await elsewhere.goto("/settings/sessions");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await other.close();

  const hub = await context.newPage();
  await hub.goto(new URL("/settings", stack.apps.hub).href);
  expect(path(hub)).toBe("/settings");
  await signOut(page);
  await hub.goto(new URL("/settings", stack.apps.hub).href);
  expect(path(hub)).toBe("/sign-in");
});

test("signs in where scripts do not run", async ({ browser, person, baseURL }) => {
  const plain = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto("/settings");
  await enterPassword(page, { ...person, password: "something else" });
  await expect(page.getByText("Address or password is wrong.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(person.email);
  await enterPassword(page, person);
  await page.waitForURL(/\/settings$/);
  await plain.close();
});

test("takes no order from another site", async ({ context, stack, person, page }) => {
  await signIn(context, stack, person);
  for (const origin of ["https://evil.test", stack.apps.hub, "null"]) {
    const answer = await context.request.post("/auth/sign-out", { headers: { origin } });
    expect(answer.status()).toBe(403);
  }
  await page.goto("/settings");
  expect(path(page)).toBe("/settings");
});
