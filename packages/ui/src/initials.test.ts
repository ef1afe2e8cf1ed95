import { expect, it } from "vitest";
import { initials } from "./initials.ts";

it.each([
  ["Mia Lindqvist", "ML"],
  ["Inês de Carvalho", "IC"],
  ["  élan  ", "É"],
  ["𝒜da Lovelace", "𝒜L"],
  ["", "?"],
])("shows %s as %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
