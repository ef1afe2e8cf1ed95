import { expect, test } from "vitest";
import { deviceName, isHandheld } from "./device-name.ts";

const chrome =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

test.each([
  [chrome, "Chrome on Linux"],
  [`${chrome} Edg/153.0.0.0`.replace("X11; Linux x86_64", "Windows NT 10.0"), "Edge on Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_1) AppleWebKit/605.1 (KHTML, like Gecko) Version/26.0 Safari/605.1",
    "Safari on Mac",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1 Version/26.1 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  ["Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox on Windows"],
  ["curl/8.5.0", "Another program"],
  ["", "Unknown device"],
  [null, "Unknown device"],
])("calls %j a %s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});

test("knows phones", () => {
  expect(isHandheld("Mozilla/5.0 (Linux; Android 16) Chrome/153 Mobile")).toBe(true);
  expect(isHandheld(chrome)).toBe(false);
});
