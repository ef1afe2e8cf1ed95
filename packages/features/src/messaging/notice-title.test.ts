import { describe, expect, it } from "vitest";
import { noticeTitle } from "./notice-title.ts";

describe("the headline of a group", () => {
  it("counts the others", () => {
    const notice = { title: "Ada liked your post", actorName: "Ada" };
    expect(noticeTitle({ ...notice, actors: 1 })).toBe("Ada liked your post");
    expect(noticeTitle({ ...notice, actors: 2 })).toBe("Ada and 1 other liked your post");
    expect(noticeTitle({ ...notice, actors: 5 })).toBe("Ada and 4 others liked your post");
  });

  it("stays as it is where it names nobody, or another name than today", () => {
    expect(noticeTitle({ title: "+5 LIVE", actorName: null, actors: 2 })).toBe("+5 LIVE");
    expect(noticeTitle({ title: "Ada liked it", actorName: "Ada L.", actors: 3 })).toBe(
      "Ada liked it",
    );
  });
});
