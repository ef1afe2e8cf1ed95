import { describe, expect, it } from "vitest";
import { nameBefore, toStored, toTyped, typedName } from "./mention-text.ts";

const ada = "11111111-1111-4111-8111-111111111111";
const other = "22222222-2222-4222-8222-222222222222";

describe("names in a text", () => {
  it("are typed as names and stored as links, there and back", () => {
    const stored = `Hello [@Ada Lark](member:${ada}), and [@Ada](member:${other})!`;
    const { people, text } = toTyped(stored);
    expect(text).toBe("Hello @Ada Lark, and @Ada!");
    expect(toStored(text, people)).toBe(stored);
    expect(toStored("mail@Adam", people)).toBe("mail@Adam");
  });

  it("tell two members of one name apart", () => {
    const { people, text } = toTyped(`[@Ada](member:${ada}) [@Ada](member:${other})`);
    expect(text).toBe("@Ada @Ada (2)");
    expect(toStored(text, people)).toBe(`[@Ada](member:${ada}) [@Ada (2)](member:${other})`);
    expect(typedName("A[d]a\n", ada, new Map())).toBe("Ada");
  });

  it("are looked for behind an at sign that begins a word", () => {
    expect(nameBefore("Hi @ada la", 10)).toBe("ada la");
    expect(nameBefore("@ö", 2)).toBe("ö");
    for (const text of ["mail@ada", "@", "@ada, well", "a @one two three four"]) {
      expect(nameBefore(text, text.length)).toBeNull();
    }
  });
});
