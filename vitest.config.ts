import { defineConfig } from "vitest/config";

const never = ["**/node_modules/**", "**/.next/**", "**/.toolchain/**", "**/.neothink/**"];

// Three kinds of test, told apart by suffix: pure, in a DOM, on a real Postgres.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  resolve: {
    alias: { "server-only": new URL("./tooling/server-only.ts", import.meta.url).pathname },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          testTimeout: 30_000,
          environment: "node",
          include: ["packages/*/src/**/*.test.ts", "tooling/**/*.test.ts"],
          exclude: [...never, "**/*.db.test.ts"],
          env: { NEXT_PUBLIC_BRAND: "hub" },
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "happy-dom",
          include: ["packages/{ui,features}/src/**/*.test.tsx"],
          exclude: never,
          env: { NEXT_PUBLIC_BRAND: "hub" },
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          environment: "node",
          include: ["packages/*/src/**/*.db.test.ts", "tooling/**/*.db.test.ts"],
          exclude: never,
          env: { NEXT_PUBLIC_BRAND: "hub" },
          globalSetup: ["./tooling/test-database.ts"],
          setupFiles: ["./tooling/test-environment.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
