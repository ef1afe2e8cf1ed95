import { type Platform, type PlatformSlug, platforms } from "@neothink/brand/platforms";
import { test as base, type ConsoleMessage } from "@playwright/test";
import { type Person, signUpPerson } from "./people.ts";
import { readStack, type Stack } from "./stack.ts";

/** What a project says of itself. */
export interface PlatformOptions {
  platform: PlatformSlug;
}

interface Fixtures {
  stack: Stack;
  brand: Platform;
  /** A fresh confirmed member, not signed in. */
  person: Person;
  /** Messages that the pages wrote to the console as errors, and uncaught exceptions. */
  consoleErrors: string[];
}

/** Playwright's `test` with the platform, its stack and people. */
export const test = base.extend<PlatformOptions & Fixtures>({
  platform: ["hub", { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what is needed
  stack: async ({}, use) => use(readStack()),
  brand: async ({ platform }, use) => use(platforms[platform]),
  person: async ({ stack }, use) => use(await signUpPerson(stack)),
  consoleErrors: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message: ConsoleMessage) => {
      if (message.type() === "error") {
        errors.push(`${page.url()}: ${message.text()} (${message.location().url})`);
      }
    });
    page.on("pageerror", (error) => errors.push(`${page.url()}: ${error}`));
    await use(errors);
  },
});
