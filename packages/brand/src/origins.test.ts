import { afterEach, describe, expect, it, vi } from "vitest";
import { appOrigins } from "./origins.ts";

afterEach(() => vi.unstubAllEnvs());

function withEnvironment(origins: string, port = ""): ReturnType<typeof appOrigins> {
  vi.stubEnv("APP_ORIGINS", origins);
  vi.stubEnv("APP_BASE_PORT", port);
  return appOrigins();
}

describe("the origins of the four apps", () => {
  it("are four ports of this machine, one after the other, unless said otherwise", () => {
    expect(withEnvironment("")).toEqual({
      hub: "http://localhost:3000",
      ascenders: "http://localhost:3001",
      neothinkers: "http://localhost:3002",
      immortals: "http://localhost:3003",
    });
    expect(withEnvironment("", "4500").immortals).toBe("http://localhost:4503");
  });

  it("are those of the environment where it names them, without path or slash", () => {
    const origins = withEnvironment(
      '{"hub":"https://go.neothink.io/","ascenders":"https://a.org/x"}',
    );
    expect(origins.hub).toBe("https://go.neothink.io");
    expect(origins.ascenders).toBe("https://a.org");
    expect(origins.neothinkers).toBe("http://localhost:3002");
  });

  it.each(["no json", "[]", '{"hub":"go.neothink.io"}', '{"forum":"https://x.org"}'])(
    "are refused with the variable's name and an example when they are %s",
    (text) => {
      expect(() => withEnvironment(text)).toThrow(/APP_ORIGINS.*for example/);
    },
  );

  it.each(["x", "0", "65533", "30.5"])("are refused on the port %s", (port) => {
    expect(() => withEnvironment("", port)).toThrow(/APP_BASE_PORT.*for example/);
  });
});
