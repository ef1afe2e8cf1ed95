import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";
import { portsFrom } from "./ports.ts";

describe("the command line", () => {
  it("asks for nothing by default", () => {
    expect(readOptions([])).toMatchObject({ basePort: 3000, demo: true, reset: false, yes: false });
  });

  it("shifts every port", () => {
    const { basePort, words } = readOptions(["ascenders", "--port", "4000"]);
    expect(words).toEqual(["ascenders"]);
    expect(portsFrom(basePort)).toEqual({
      hub: 4000,
      ascenders: 4001,
      neothinkers: 4002,
      immortals: 4003,
      auth: 4010,
      mailbox: 4011,
      smtp: 4012,
      postgres: 4013,
    });
  });

  it.each([["80"], ["65530"], ["x"], ["6000"], ["5990"], ["3.5"]])("refuses --port %s", (port) => {
    expect(() => readOptions(["--port", port])).toThrow(port);
  });

  it("names an option that it does not know", () => {
    expect(() => readOptions(["--demo-only"])).toThrow("--demo-only");
  });
});
