import { expect, test } from "vitest";
import { clientAddress } from "./forwarded.ts";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["10.0.0.1, 203.0.113.9", "203.0.113.9"],
  ["::ffff:127.0.0.1", "127.0.0.1"],
  ["2001:db8::1", "2001:db8::1"],
  ["evil", null],
  ["203.0.113.9, ", null],
])("takes from %j the address that the nearest proxy wrote", (header, address) => {
  expect(clientAddress(new Headers({ "x-forwarded-for": header }))).toBe(address);
});
