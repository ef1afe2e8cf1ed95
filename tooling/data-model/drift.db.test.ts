import { expect, inject, it } from "vitest";
import { documents, drift } from "./documents.ts";

it("finds the committed types and pages equal to what the migrated database says", async () => {
  expect(await drift(await documents(inject("databaseUrl")))).toEqual([]);
});
