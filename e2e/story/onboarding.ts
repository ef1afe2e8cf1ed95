import type { PlatformSlug } from "@neothink/brand/platforms";
import type { Page } from "@playwright/test";

const next = (page: Page): Promise<void> => page.getByRole("button", { name: "Continue" }).click();

/** How a newcomer answers the middle step, which each app has for itself. */
const ownStep: Readonly<Record<PlatformSlug, (page: Page) => Promise<void>>> = {
  hub: async (page) => {
    await page.getByRole("checkbox", { name: /^Ascenders/ }).check();
  },
  ascenders: async (page) => {
    await page.getByLabel("Goal 1").fill("Ten paying customers");
  },
  neothinkers: async (page) => {
    await page.getByRole("textbox").fill("I took it for granted, and looked at it from outside.");
  },
  immortals: async (page) => {
    await page.getByRole("radio", { name: "In the evening" }).check();
  },
};

/** Goes through the five first steps of an app, as a newcomer with the keyboard at hand would. */
export async function goThroughOnboarding(page: Page, platform: PlatformSlug): Promise<void> {
  await next(page);
  await page.getByLabel("About you").fill("Curious about how things grow.");
  await page.getByLabel("Topics").fill("gardening, statistics");
  await next(page);

  // Reload in the middle: what was done before must still be done.
  await page.getByRole("button", { name: "Show me the picture" }).waitFor();
  await page.reload();
  const statements = page.getByRole("group").filter({ has: page.getByRole("radio") });
  await page.getByRole("button", { name: "Show me the picture" }).waitFor();
  for (const statement of await statements.all()) {
    await statement.getByText("Rather", { exact: true }).click();
  }
  await page.getByRole("button", { name: "Show me the picture" }).click();
  await page.getByText("Your strength").waitFor();
  await next(page);

  await ownStep[platform](page);
  await next(page);
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: /^Enter / }).click();
}
