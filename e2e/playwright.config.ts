import { platformSlugs, platforms } from "@neothink/brand/platforms";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./chromium.ts";
import { env } from "./env.ts";
import type { PlatformOptions } from "./support/test.ts";

const browser = await findBrowser();

// One project per platform, on the built apps of a stack that `run.ts` has started.
export default defineConfig<PlatformOptions>({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  workers: 1,
  forbidOnly: true,
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
    use: { platform, baseURL: `http://localhost:${env.E2E_PORT + platforms[platform].portOffset}` },
  })),
});
