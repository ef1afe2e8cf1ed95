import { expect, test } from "vitest";
import { authMessage, linkMessage } from "./auth-messages.ts";

test("never tells whether an address or a password was wrong", () => {
  expect(authMessage({ code: "invalid_credentials", status: 400 })).toContain(
    "Address or password",
  );
});

test("tells an outage from a mistake", () => {
  expect(authMessage({ status: 503 })).toContain("could not reach");
  expect(authMessage({})).toContain("could not reach");
  expect(authMessage({ code: "something_new", status: 400 })).toContain("check what you entered");
  expect(authMessage({ status: 429 })).toContain("Too many");
});

test("shows no text of the address bar", () => {
  expect(linkMessage("<script>")).toBeNull();
  expect(linkMessage(undefined)).toBeNull();
  expect(linkMessage("link")).toContain("new one");
});
