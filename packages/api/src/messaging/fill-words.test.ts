import { describe, expect, it } from "vitest";
import { fillWords } from "./fill-words.ts";

describe("filling words", () => {
  it("puts names in and leaves unknown ones out", () => {
    expect(fillWords("{{actor}} wrote {{what}}", { actor: "Ada" }, 100)).toBe("Ada wrote");
    expect(fillWords("{{constructor}}!", {}, 100)).toBe("!");
  });

  it("never fills what a filled word brings along", () => {
    expect(fillWords("{{a}}", { a: "{{b}}", b: "secret" }, 100)).toBe("{{b}}");
  });

  it("cuts between whole characters", () => {
    expect(fillWords("{{a}}", { a: "👍👍👍👍" }, 3)).toBe("👍👍…");
  });
});
