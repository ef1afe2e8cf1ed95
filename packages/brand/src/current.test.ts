import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

describe("the brand of a build", () => {
  it("is the platform that the build names", async () => {
    vi.stubEnv("NEXT_PUBLIC_BRAND", "immortals");
    const { brand, isCurrent } = await import("./current.ts");
    expect(brand.name).toBe("Immortals");
    expect(isCurrent("immortals")).toBe(true);
    expect(isCurrent("hub")).toBe(false);
  });

  it.each(["", "ascender"])("is refused when it is %j", async (slug) => {
    vi.stubEnv("NEXT_PUBLIC_BRAND", slug);
    await expect(import("./current.ts")).rejects.toThrow(/NEXT_PUBLIC_BRAND.*for example/);
  });
});
