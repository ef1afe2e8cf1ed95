import { routes } from "@neothink/brand/routes";
import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { expect } from "@playwright/test";
import { seriousFindings } from "./support/axe.ts";
import { signIn } from "./support/people.ts";
import { test } from "./support/test.ts";

const pages = routes.filter((route) => route.kind === "page" && !route.path.includes("["));
const operator = {
  email: demoAccounts.find(({ role }) => role === "operator")?.email ?? "",
  password: demoPassword,
};
const signedOutGroups: readonly string[] = ["public", "auth"];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page opens without an error and is accessible, ${colorScheme}`, async ({
    page,
    context,
    stack,
    person,
    platform,
    consoleErrors,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const visit = async (path: string): Promise<void> => {
      const response = await page.goto(path, { waitUntil: "networkidle" });
      expect.soft(response?.status(), path).toBe(200);
      const policy = response?.headers()["content-security-policy"];
      expect.soft(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
      expect.soft(await seriousFindings(page), `${path} in ${colorScheme}`).toEqual([]);
      await expect.soft(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    };
    const ours = pages.filter((route) => route.platforms.includes(platform));
    for (const { path, group } of ours.flatMap((r) => (r.kind === "page" ? [r] : []))) {
      if (signedOutGroups.includes(group)) {
        await visit(path);
      }
    }
    await signIn(context, stack, person);
    for (const { path, group } of ours.flatMap((r) => (r.kind === "page" ? [r] : []))) {
      if (!signedOutGroups.includes(group) && group !== "admin") {
        await visit(path);
      }
    }
    await context.clearCookies();
    await signIn(context, stack, operator);
    for (const { path, group } of ours.flatMap((r) => (r.kind === "page" ? [r] : []))) {
      if (group === "admin") {
        await visit(path);
      }
    }
    expect(consoleErrors).toEqual([]);
  });
}

test("a wrong address says so and leads back", async ({ page }) => {
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "Go to the start" })).toBeVisible();
});
