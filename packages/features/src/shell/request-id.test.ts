import { describe, expect, it } from "vitest";
import { requestIdOf } from "./request-id.ts";

describe("the id of a request", () => {
  it("is the front end's when it is well formed", () => {
    expect(requestIdOf(new Headers({ "x-request-id": "fra1::abc-123_x.y" }))).toBe(
      "fra1::abc-123_x.y",
    );
  });

  it.each([null, "", "short", "a".repeat(65), 'id"><script>'])(
    "is a new one instead of %j",
    (given) => {
      const id = requestIdOf({ get: () => given });
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});
