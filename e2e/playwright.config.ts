import { platformSlugs, platforms } from "@neothink/brand/platforms";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./chromium.ts";
import { env } from "./env.ts";
import type { PlatformOptions } from "./support/test.ts";

const browser = await findBrowser();

// One project per platform, on the built apps of a stack that `run.ts` has started. A journey whose
// pages the four apps share runs on one of them, which its name tells: `post.ascenders.spec.ts`.
const named = platformSlugs.join("|");

export default defineConfig<PlatformOptions>({
  testDir: ".",
  outputDir: "../test-results",
  workers: 1,
  forbidOnly: true,
  // A journey that passes only the second time is reported as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    video: "off",
    launchOptions: {
      executablePath: browser.executablePath,
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
      ...(browser.libraryPath ? { env: { LD_LIBRARY_PATH: browser.libraryPath } } : {}),
    },
  },
  projects: platformSlugs.map((platform) => ({
    name: platform,
    testMatch: "**/*.spec.ts",
    testIgnore: new RegExp(`\\.(?!${platform}\\.)(${named})\\.spec\\.ts$`),
    use: { platform, baseURL: `http://localhost:${env.E2E_PORT + platforms[platform].portOffset}` },
  })),
});
