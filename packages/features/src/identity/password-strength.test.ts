import { expect, test } from "vitest";
import { passwordStrength } from "./password-strength.ts";

test.each([
  ["", 0],
  ["short", 0],
  ["aaaaaaaaaaaa", 1],
  ["12345678", 1],
  ["qwertyuiop", 1],
  ["password", 1],
  ["tomatoes!", 2],
  ["correct horse", 2],
  ["maple river 7", 3],
  ["river lamp copper seven", 4],
])("judges %j as %i", (password, score) => {
  expect(passwordStrength(password, []).score).toBe(score);
});

test("sees the person's own name and address", () => {
  const known = ["Ada Lovelace", "countess@example.org"];
  expect(passwordStrength("xk-lovelace-3142-pq", known)).toMatchObject({ score: 1 });
  expect(passwordStrength("xk-COUNTESS-3142-pq", known).hint).toContain("name or address");
});

test("never calls a longer password weaker", () => {
  let before = 0;
  for (let length = 1; length < 40; length += 1) {
    const { score } = passwordStrength("b7Kq-".repeat(8).slice(0, length), []);
    expect(score).toBeGreaterThanOrEqual(before);
    before = score;
  }
});
