import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Conflict, NotFound, refusalOf, toTrpcError } from "./errors.ts";

function wrap(cause: unknown): TRPCError {
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause });
}

describe("errors on their way out", () => {
  it("give a domain error its own status, reason and sentence", () => {
    const error = toTrpcError(wrap(new NotFound("post_not_found", "This post is gone.")));
    expect(error.code).toBe("NOT_FOUND");
    expect(refusalOf(error)).toEqual({
      reason: "post_not_found",
      message: "This post is gone.",
      fields: {},
    });
  });

  it("keep the messages for single inputs", () => {
    const cause = new Conflict("name_taken", "Taken.", { name: ["Somebody has this name."] });
    expect(refusalOf(toTrpcError(wrap(cause))).fields).toEqual({
      name: ["Somebody has this name."],
    });
  });

  it("say nothing of an unexpected error's text", () => {
    const error = toTrpcError(wrap(new Error("connect ECONNREFUSED 10.0.0.7:5432")));
    expect(error.code).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify(refusalOf(error))).not.toContain("10.0.0.7");
  });

  it("list the inputs that a schema refused by their path", () => {
    const schema = z.object({
      content: z.string().min(1, "Write something."),
      tags: z.array(z.int()),
    });
    const { error: cause } = schema.safeParse({ content: "", tags: [1, "x"] });
    const refusal = refusalOf(new TRPCError({ code: "BAD_REQUEST", cause }));
    expect(refusal.reason).toBe("invalid_input");
    expect(refusal.fields.content).toEqual(["Write something."]);
    expect(Object.keys(refusal.fields)).toEqual(["content", "tags.1"]);
  });
});
