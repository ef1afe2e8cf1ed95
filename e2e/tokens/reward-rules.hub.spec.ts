import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { expect } from "@playwright/test";
import { seriousFindings } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import { test } from "../support/test.ts";

const account = (wanted: (typeof demoAccounts)[number]["role"]) => ({
  email: demoAccounts.find(({ role }) => role === wanted)?.email ?? "",
  password: demoPassword,
});

test("an operator sees what a rule would have done to the real past, and only then saves it", async ({
  page,
  context,
  stack,
  consoleErrors,
}) => {
  await signIn(context, stack, account("operator"));
  await page.goto("/admin/rewards?site=ascenders", { waitUntil: "networkidle" });
  const weight = page.getByLabel("Weight of Comment");
  const before = await weight.inputValue();
  const save = page.getByRole("button", { name: "Save the rules" });
  await expect(save).toBeDisabled();

  await test.step("a wrong figure is named", async () => {
    await weight.fill("a lot");
    await page.getByRole("button", { name: "Show the effect" }).click();
    await expect(weight).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("Use a number such as 1 or 0.2, not negative.")).toBeVisible();
    await expect(save).toBeDisabled();
  });

  await test.step("the effect by tenths of the members", async () => {
    await weight.fill("0.4");
    await page.getByRole("button", { name: "Show the effect" }).click();
    const table = page.getByRole("table").filter({ hasText: "Tenth" });
    await expect(table.getByRole("row")).not.toHaveCount(1);
    await expect(page.getByText(/awards of .* members, recomputed/)).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });

  await test.step("another change has to be looked at anew", async () => {
    await weight.fill("0.3");
    await expect(save).toBeDisabled();
    await page.getByRole("button", { name: "Show the effect" }).click();
    await expect(save).toBeEnabled();
    await save.click();
    await expect(page.getByText("The new rules are in force")).toBeVisible();
    await page.reload({ waitUntil: "networkidle" });
    await expect(weight).toHaveValue("0.3");
  });

  await test.step("and back", async () => {
    await weight.fill(before);
    await page.getByRole("button", { name: "Show the effect" }).click();
    await save.click();
    await expect(page.getByText("These rules are in force.")).toBeVisible();
    await expect(weight).toHaveValue(before);
  });

  // A refused figure is an answer of 400, which browsers note.
  expect(consoleErrors.filter((line) => !line.includes("status of 400"))).toEqual([]);

  await test.step("a member finds nothing here", async () => {
    await context.clearCookies();
    await signIn(context, stack, account("member"));
    const response = await page.goto("/admin/rewards");
    expect(response?.status()).toBe(404);
  });
});

test("an operator runs a simulation twice with one seed and gets the same", async ({
  page,
  context,
  stack,
}) => {
  await signIn(context, stack, account("operator"));
  const supplies: string[] = [];
  for (let run = 0; run < 2; run += 1) {
    await page.goto("/admin/simulator", { waitUntil: "networkidle" });
    await page.getByLabel("Members").fill("200");
    await page.getByLabel("Days", { exact: true }).fill("60");
    await page.getByRole("button", { name: "Run the simulation" }).click();
    await expect(page).toHaveURL(/run=/);
    const row = page.getByRole("row").filter({ hasText: "LUCK held" });
    await expect(row).toBeVisible();
    supplies.push((await row.textContent()) ?? "");
  }
  expect(supplies[0]).toBe(supplies[1]);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Compare" }).first().click();
  await expect(page.getByText("Two runs compared")).toBeVisible();
});
